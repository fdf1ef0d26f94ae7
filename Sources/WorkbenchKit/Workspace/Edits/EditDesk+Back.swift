import KitFormats
import KitModel
import KitStore

extension EditDesk {
  /// What of a workbook is written without being asked about.
  public struct Consent: Sendable {
    /// Rows that were added below.
    public var adds: Bool
    /// Rows that were marked or taken out.
    public var removes: Bool
    /// What was changed, and what the other two allow.
    public var writes: Bool

    public init(adds: Bool, removes: Bool, writes: Bool) {
      self.adds = adds
      self.removes = removes
      self.writes = writes
    }
  }

  /// Takes the changes of a workbook back: shows them cell by cell, asks, and writes all of them in one change.
  ///
  /// - Parameters:
  ///   - path: Where the file lies.
  ///   - typed: The file as it was typed, for what to type next.
  public func bringBack(_ path: String, typed: String, consent: Consent) throws -> CommandResult {
    guard FileSize.exists(path) else { throw Diagnostic(ImportMessages.noSuchFile, ["file": typed]) }
    let name = workspace.folder.shown(path)
    let input = try InputFile.open(path, name: name)
    let (identity, note) = try known(input, name)
    guard let entity = workspace.declarations[identity.entity], entity.writtenBy == nil else {
      throw Diagnostic(EditMessages.declarationChanged, ["file": name, "column": identity.entity])
    }
    let tally = NormalisationTally()
    let back = try EditReturn(input, file: name, identity: identity)
    var reader = try EditReader(back, entity: entity, desk: self, tally: tally)
    var plan = try reader.plan()
    guard plan.faults.isEmpty else { throw Diagnostics(plan.faults + plan.remarks) }
    let sha256 = try ReceivedFile.hash(path)
    if plan.isEmpty { return try nothing(plan, note, isSame: note.received == sha256, name) }
    plan.remarks += tally.made.map {
      Diagnostic($0.normalisation.message, ["count": String($0.count)], severity: .note)
    }
    let table = plan.table(context.language, reader.cells, hasNames: reader.hasNames)
    context.show(table)
    try ask(&plan, consent, typed, reader)
    reader.skipsAdditions = plan.additions.isEmpty
    reader.skipsRemovals = plan.removals.isEmpty
    let write = EditWriter(desk: self, reader: reader, path: path, name: name, sha256: sha256)
    let change = try write.run(plan)
    if let change, !context.isDryRun {
      var kept = note
      (kept.received, kept.change) = (sha256, change)
      try workspace.store.keepNote(kept.text, as: EditNote.name(identity.token))
    }
    var arguments = Self.counts(plan)
    (arguments["entity"], arguments["entityEn"]) = (entity.label.zh, entity.label.en)
    arguments["change"] = change.map(String.init) ?? ""
    return .notice(
      Diagnostic(
        context.isDryRun ? EditMessages.wouldWrite : EditMessages.done, arguments, severity: .note))
  }

  /// The identity of a workbook, and what the store remembers of it.
  private func known(_ input: InputFile, _ name: String) throws -> (EditIdentity, EditNote) {
    let place = Location(file: name)
    guard let index = input.sheets.firstIndex(where: { $0.name == FormWorkbook.identityName }) else {
      throw Diagnostic(EditMessages.notEdit, ["file": name], in: place)
    }
    let rows = try ReturnedCells(input, sheet: index).table
    guard let identity = EditIdentity(cells: rows) else {
      let isForm = FormIdentity(rows: rows) != nil
      throw Diagnostic(isForm ? EditMessages.isForm : EditMessages.notEdit, ["file": name], in: place)
    }
    guard let note = EditNote(try workspace.store.note(EditNote.name(identity.token))) else {
      throw Diagnostic(EditMessages.unknown, ["file": name], in: place)
    }
    guard FormIdentity.seal(rows) == note.seal else {
      throw Diagnostic(EditMessages.tampered, ["file": name], in: place)
    }
    return (identity, note)
  }

  /// Nothing to be written: nothing was changed, or it is all there already.
  private func nothing(_ plan: EditPlan, _ note: EditNote, isSame: Bool, _ name: String) throws
    -> CommandResult
  {
    var message = plan.already > 0 ? EditMessages.allThere : EditMessages.nothingChanged
    var arguments = ["file": name, "count": String(plan.already)]
    if let change = note.change, plan.already > 0, let record = try workspace.store.changeRecord(change) {
      message = isSame ? EditMessages.sameFile : EditMessages.broughtBack
      arguments.merge([
        "change": String(change), "person": record.context.person, "time": record.context.time.text,
      ]) { $1 }
    }
    return .notice(Diagnostic(message, arguments, severity: .note), remarks: plan.remarks)
  }

  // MARK: Asking

  private func ask(_ plan: inout EditPlan, _ consent: Consent, _ typed: String, _ reader: EditReader) throws {
    var missing: [Diagnostic] = []
    var flags: [String] = []
    if !plan.additions.isEmpty, !consent.adds {
      switch allows(EditMessages.askAdd, plan.additions.count) {
      case true?: break
      case false?: (plan.additions, plan.addedCells) = ([], [])
      case nil:
        missing.append(Diagnostic(EditMessages.added, ["count": String(plan.additions.count)]))
        flags.append("--add")
      }
    }
    if !plan.removals.isEmpty, !consent.removes {
      switch allows(EditMessages.askRemove, plan.removals.count) {
      case true?: break
      case false?: plan.removals = []
      case nil:
        missing.append(
          Diagnostic(
            EditMessages.removed,
            ["count": String(plan.removals.count)].merging(
              listed("rows", plan.removals.prefix(8).map(\.shown))
            ) { $1 }))
        flags.append("--remove")
      }
    }
    if plan.isEmpty, missing.isEmpty { throw Diagnostic(SessionMessages.changeRefused) }
    guard missing.isEmpty else {
      throw Diagnostics(missing + [notWritten(typed, given(consent) + flags)])
    }
    if context.isDryRun { return }
    if consent.writes { return }
    let question = Diagnostic(EditMessages.question, Self.counts(plan), severity: .note)
    guard context.confirm(question) else { throw notWritten(typed, given(consent)) }
  }

  private func given(_ consent: Consent) -> [String] {
    (consent.adds ? ["--add"] : []) + (consent.removes ? ["--remove"] : [])
  }

  /// Nil: there is nobody to ask.
  private func allows(_ message: Message, _ count: Int) -> Bool? {
    let question = Diagnostic(message, ["count": String(count)], severity: .note)
    let answers = [EditWords.writeThem, EditWords.leaveThem].map { $0.text(context.language) }
    return context.choose(question, among: answers).map { $0 == 0 }
  }

  private func notWritten(_ typed: String, _ flags: [String]) -> Diagnostic {
    Diagnostic(
      EditMessages.notWritten,
      ["file": typed, "flags": (flags + ["--yes"]).joined(separator: " ")])
  }

  private static func counts(_ plan: EditPlan) -> [String: String] {
    [
      "updated": String(plan.rows.count), "cells": String(plan.changes.count),
      "added": String(plan.additions.count), "removed": String(plan.removals.count),
    ]
  }
}

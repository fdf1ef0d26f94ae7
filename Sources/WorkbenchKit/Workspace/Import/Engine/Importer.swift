import FoundationEssentials
import KitFormats
import KitModel
import KitStore

/// Imports received files into entities: looks at a file, says what is to be asked, then takes it whole or not at
/// all.
///
/// ```swift
/// var plan = try importer.prepare(request)
/// // plan.questions: ask, put the answers into request.map, prepare again
/// let report = try importer.run(plan, context: context)
/// ```
public struct Importer {
  let folder: WorkspaceFolder
  let store: any Store
  let declarations: DeclarationSet
  let schoolYear: Period?
  let language: UILanguage
  let hooks: ImportHooks

  /// - Parameter language: That of the 问题清单, which goes back to the units.
  public init(
    folder: WorkspaceFolder, store: any Store, declarations: DeclarationSet, schoolYear: Period?,
    language: UILanguage = .zh, hooks: ImportHooks = ImportHooks()
  ) {
    self.folder = folder
    self.store = store
    self.declarations = declarations
    self.schoolYear = schoolYear
    self.language = language
    self.hooks = hooks
  }

  /// The entity that people mean by a name.
  public func entity(named name: String) throws -> EntityDeclaration {
    let found = declarations.named(name)
    if found.count == 1, let entity = found.first { return entity }
    if found.count > 1 {
      throw Diagnostic(
        ConfigurationMessages.ambiguousEntity,
        ["name": name, "candidates": found.map(\.fullName).joined(separator: "、")])
    }
    let open = declarations.entities.filter { $0.writtenBy == nil }
    let names = open.flatMap { [$0.id, $0.label.zh] }
    let near = Nearness.suggestions(for: name, among: names, limit: 1).first
    throw Diagnostic(
      near == nil ? ConfigurationMessages.unknownEntity : ConfigurationMessages.unknownEntityNear,
      [
        "name": name, "near": near ?? "",
        "known": open.map { "\($0.id) \($0.label.zh)" }.joined(separator: "、"),
        "knownEn": open.map(\.id).joined(separator: ", "),
      ])
  }

  /// Looks at a file: which sheets, which columns, what has to be asked. Nothing is written.
  public func prepare(_ request: ImportRequest) throws -> ImportPlan {
    if let owner = request.entity.writtenBy {
      throw Diagnostic(
        ImportMessages.writtenByCommand,
        [
          "entity": request.entity.label.zh, "entityEn": request.entity.label.en, "command": owner.zh,
          "commandEn": owner.en,
        ])
    }
    let targets = TargetFields(entity: request.entity, declarations: declarations)
    let planner = SheetPlanner(targets: targets, said: request.map) { header in
      try store.earlierMapping(header: header, into: request.entity) ?? [:]
    }
    let chooser = SheetChooser(planner: planner, entity: request.entity, wanted: request.sheet)
    let shown = folder.shown(request.path)
    // Why a file cannot be read is said by what reads it.
    let digest = (try? ReceivedFile.hash(request.path)) ?? ""
    let received = try ReadableInput.open(request.path, name: shown)
    var plan = ImportPlan(
      request: request, sha256: digest, sheets: [], ignored: [], remarks: received.remarks)
    var faults: [Diagnostic] = []
    for input in received.inputs {
      do {
        let (sheets, ignored) = try chooser.choose(input)
        plan.sheets += sheets
        plan.ignored += ignored
        plan.remarks += input.remarks
      } catch let diagnostic as Diagnostic {
        faults.append(diagnostic)
      } catch let diagnostics as Diagnostics {
        faults += diagnostics.all
      }
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    for index in plan.sheets.indices {
      plan.sheets[index].folder = received.folder
      plan.sheets[index].isOfFileItself = plan.sheets[index].input.path == request.path
    }
    return plan
  }

  /// Takes the rows of a plan into the store: one change of the journal.
  ///
  /// - Throws: `Diagnostics` with the questions left open. Rows with faults are not thrown: the report has them,
  ///   and `report.change` is nil when the file was refused.
  public func run(_ prepared: ImportPlan, context: ChangeContext) throws -> ImportReport {
    if !prepared.refusals.isEmpty { throw Diagnostics(prepared.refusals) }
    let request = prepared.request
    let received = try ReceivedFile(request.path, folder: folder, keeps: !request.isDryRun)
    defer { received.discard() }
    // What is read is what was hashed and is kept, whatever becomes of the file meanwhile.
    guard received.sha256 == prepared.sha256 else {
      throw Diagnostic(ImportMessages.fileChanged, ["file": folder.shown(request.path)])
    }
    let earlier = try EarlierImports(store: store).last(of: received.sha256, prepared)
    let plan = prepared.reading(from: received.place)
    var outcomes: [(plan: SheetPlan, outcome: SheetImporter.Outcome)] = []
    var record: ChangeRecord?
    var isRefused = false
    do {
      record = try store.change(context, isDryRun: request.isDryRun && !store.isInTrial) { change in
        for sheet in plan.sheets {
          outcomes.append((sheet, try take(sheet, request, received, change)))
        }
        let hasFaults = outcomes.contains { $0.outcome.issues.issueCount > 0 }
        if hasFaults && !request.keepsGood { throw Refusal() }
        if !request.isDryRun { try received.keep() }
      }.change
    } catch is Refusal {
      isRefused = true
    }
    var report = report(plan, received, outcomes, record)
    report.isRefused = isRefused
    if let earlier { report.remarks.insert(earlier.remark(on: report), at: 0) }
    if !request.isDryRun, report.sheets.contains(where: { $0.faultCount > 0 }) {
      let list = IssueWorkbook(language: language, time: context.time, author: context.person)
      let place = record == nil ? received.place : received.keptPlace
      let written = try list.write(
        outcomes.map { ($0.plan.reading(from: place), $0.outcome.issues) },
        to: request.issueFile ?? issueFile(request.path))
      report.issueFile = written
      report.remarks.append(
        Diagnostic(ImportRemarks.issueWorkbook, ["file": folder.shown(written)], severity: .note))
    }
    return report
  }

  /// `exports/问题清单-名单.xlsx`
  private func issueFile(_ path: String) -> String {
    let leaf = path.split(separator: "/").last.map(String.init) ?? path
    let stem = leaf.lastIndex(of: ".").map { String(leaf[..<$0]) } ?? leaf
    return folder.exports + "/"
      + FilePath.fitted(ReportWords.issueList.text(language) + "-" + stem + ".xlsx")
  }

  /// Takes the change back and lets the report speak.
  private struct Refusal: Error {}

  private func take(
    _ sheet: SheetPlan, _ request: ImportRequest, _ received: ReceivedFile, _ change: any ChangeTransaction
  ) throws -> SheetImporter.Outcome {
    let importer = SheetImporter(
      plan: sheet, targets: TargetFields(entity: request.entity, declarations: declarations),
      request: request,
      declarations: declarations, lookups: StoreLookups(store: store, declarations: declarations),
      schoolYear: schoolYear, hooks: hooks)
    return try importer.run(in: change) {
      try change.addSource(
        SourceRecord(
          file: sheet.file.split(separator: "/").last.map(String.init) ?? sheet.file, sha256: received.sha256,
          copy: received.copy, sheet: sheet.sheet, header: sheet.header, mapping: sheet.mapping),
        into: request.entity)
    }
  }

  private func report(
    _ plan: ImportPlan, _ received: ReceivedFile,
    _ outcomes: [(plan: SheetPlan, outcome: SheetImporter.Outcome)],
    _ record: ChangeRecord?
  ) -> ImportReport {
    var report = ImportReport(
      file: folder.shown(plan.request.path), copy: received.copy,
      sheets: outcomes.map {
        SheetRemarks(plan: $0.plan, outcome: $0.outcome, namesSheet: outcomes.count > 1).report()
      }, issueFile: nil,
      isDryRun: plan.request.isDryRun, isRefused: false, change: record,
      remarks: plan.remarks + plan.ignored.map(\.remark))
    let faults = report.sheets.reduce(0) { $0 + $1.faultCount }
    if faults > 0 {
      let message = plan.request.keepsGood ? ImportMessages.rowsRejected : ImportMessages.rejected
      let count = plan.request.keepsGood ? report.rejected : faults
      report.remarks.append(
        Diagnostic(
          message, ["file": report.file, "count": String(count)],
          severity: plan.request.keepsGood ? .warning : .error))
    }
    return report
  }
}

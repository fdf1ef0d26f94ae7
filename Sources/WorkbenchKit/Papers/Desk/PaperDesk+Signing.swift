import KitModel
import KitStore
import KitWorkspace

extension PaperDesk {
  /// Someone other than the drafter has looked at it.
  public func review(_ paper: PaperRecord, at span: SourceSpan?) throws {
    if paper.state == .reviewed {
      throw Diagnostic(
        PaperFaults.reviewedAlready, paper.words.merging(["person": paper.reviewedBy ?? "—"]) { $1 }, at: span
      )
    }
    guard paper.state == .drafted else { throw notADraft(paper, at: span) }
    try context.need(.review, for: PaperWords.reviewAction, at: span)
    try refuseBeforeDraft(paper, PaperWords.reviewAction, at: span)
    if paper.isWritten(by: context.person), !context.isOfficeOfOne {
      throw Diagnostic(
        PaperFaults.ownDraft,
        paper.words.merging([
          "person": context.person, "action": PaperWords.reviewAction.zh,
          "actionEn": PaperWords.reviewAction.en,
        ]) { $1 }, at: span)
    }
    try change { change in
      try register.write(
        paper.draft,
        [
          ("state", .text(PaperState.reviewed.rawValue)), ("reviewed_by", .text(context.person)),
          ("reviewed_on", .date(context.asOf)),
        ], mode: .update, change)
    }
  }

  /// Nobody has reviewed or signed what was not there yet.
  private func refuseBeforeDraft(_ paper: PaperRecord, _ action: Label, at span: SourceSpan?) throws {
    guard let drafted = paper.draftedOn, context.asOf < drafted else { return }
    throw Diagnostic(
      PaperFaults.beforeDraft,
      paper.words.merging(["day": drafted.iso, "action": action.zh, "actionEn": action.en]) { $1 }, at: span)
  }

  /// Signs a draft: takes the next number and refuses, from now on, undo of all that the paper rests on.
  /// - Returns: The paper with its number.
  @discardableResult
  public func sign(_ paper: PaperRecord, at span: SourceSpan?) throws
    -> PaperRecord
  {
    guard paper.state.isDraft else { throw notADraft(paper, at: span) }
    try context.need(.approve, for: PaperWords.signAction, at: span)
    let kind = try rules.kind(paper.kind, at: span)
    let isOwn = paper.isWritten(by: context.person)
    if isOwn, !context.isOfficeOfOne {
      throw Diagnostic(
        PaperFaults.ownDraft,
        paper.words.merging([
          "person": context.person, "action": PaperWords.signAction.zh, "actionEn": PaperWords.signAction.en,
        ]) { $1 }, at: span)
    }
    if kind.needsReview, paper.state != .reviewed, !context.isOfficeOfOne {
      throw Diagnostic(PaperFaults.notReviewed, paper.words, at: span)
    }
    try refuseBeforeDraft(paper, PaperWords.signAction, at: span)
    let series = try rules.series(of: kind, at: span)
    if let last = try register.lastSigned(series, year: context.asOf.year), context.asOf < last {
      throw Diagnostic(
        PaperFaults.beforeLast, ["day": context.asOf.iso, "last": last.iso, "code": series.code], at: span)
    }
    let remark = isOwn ? PaperWords.sameHands.text(context.language) : nil
    if isOwn {
      context.remark(
        Diagnostic(
          PaperFaults.signedByOne, paper.words.merging(["person": context.person]) { $1 }, severity: .warning)
      )
    }
    let foundations = try self.changes(below: paper) + PaperFoundations(self).changes(below: paper)
    let head = try store.chainHead()
    return try change { change in
      let year = context.asOf.year
      let number = try register.nextNumber(series, year: year)
      let reference = series.reference(year: year, number: number)
      try register.write(
        paper.draft,
        [
          ("state", .text(PaperState.signed.rawValue)), ("series", .text(series.id)),
          ("year", .integer(Int64(year))), ("number", .integer(Int64(number))),
          ("reference", .text(reference)), ("signed_by", .text(context.person)),
          ("signed_on", .date(context.asOf)), ("code", head.map { .text($0.code) } ?? .null),
          ("remark", remark.map(Value.text) ?? .null),
        ], mode: .update, change)
      let reason = PaperWords.sealReason.text(context.language).replacing("{paper}", with: reference)
      for id in Set(foundations).sorted() { try change.seal(id, reason: reason) }
      try change.seal(nil, reason: reason)
      return try register.paper(paper.draft)
    }
  }

  /// What is signed is voided by the command of its kind; what is void has nothing left to be done.
  func notADraft(_ paper: PaperRecord, at span: SourceSpan?) -> Diagnostic {
    guard paper.state != .void else { return Diagnostic(PaperFaults.voidAlready, paper.words, at: span) }
    let void = (try? rules.kind(paper.kind))?.voidedBy ?? PaperWords.voidName
    return Diagnostic(
      PaperFaults.notADraft, paper.words.merging(["void": void.zh, "voidEn": void.en]) { $1 }, at: span)
  }

  /// The changes that drafted, revised and reviewed a paper.
  private func changes(below paper: PaperRecord) throws -> [Int64] {
    let store = try store
    return try ["draft", "text", "reviewed_by"].compactMap { field in
      try store.origin(entity: register.entity, key: [.text(paper.draft)], field: field)?.change.id
    }
  }

  /// When it reached whom. A second call corrects the first, within what was signed.
  public func deliver(
    _ paper: PaperRecord, on day: CalendarDate, to receiver: String?, how: String?, at span: SourceSpan?
  ) throws {
    guard paper.state.isInForce else {
      let sign = (try? rules.kind(paper.kind))?.signedBy ?? PaperWords.signName
      throw Diagnostic(
        PaperFaults.notSigned, paper.words.merging(["sign": sign.zh, "signEn": sign.en]) { $1 }, at: span)
    }
    if let signed = paper.signedOn, day < signed {
      throw Diagnostic(
        PaperFaults.deliveredBefore, paper.words.merging(["day": day.iso, "signed": signed.iso]) { $1 },
        at: span)
    }
    if day > context.asOf {
      throw Diagnostic(
        PaperFaults.deliveredLater, ["day": day.iso, "today": context.asOf.iso], at: span)
    }
    try change { change in
      try register.write(
        paper.draft,
        [
          ("state", .text(PaperState.delivered.rawValue)), ("delivered_on", .date(day)),
          ("delivered_to", receiver.map(Value.text) ?? .null),
          ("delivered_how", how.map(Value.text) ?? .null),
        ], mode: .update, change)
    }
  }

  /// 作废: the paper keeps its number and its text, and no longer holds.
  public func void(_ paper: PaperRecord, reason: String, at span: SourceSpan?) throws {
    guard paper.state != .void else { throw Diagnostic(PaperFaults.voidAlready, paper.words, at: span) }
    if paper.state.isInForce { try context.need(.approve, for: PaperWords.voidAction, at: span) }
    try change { change in
      try register.write(
        paper.draft,
        [
          ("state", .text(PaperState.void.rawValue)), ("voided_by", .text(context.person)),
          ("voided_on", .date(context.asOf)), ("void_reason", .text(reason)),
        ], mode: .update, change)
      let name = PaperWords.sealReason.text(context.language).replacing("{paper}", with: paper.name)
      if paper.state.isInForce { try change.seal(nil, reason: name) }
    }
  }
}

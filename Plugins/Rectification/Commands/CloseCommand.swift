import PluginAPI

/// `rectify close WT2024-001` 整改 销号: all of them or none.
struct CloseCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let findings = try desk.findings(arguments)
    try context.need(.review, for: RectifyWords.closeAction, at: arguments.nameSpan)
    let span = arguments.span("finding") ?? arguments.span("of")
    let faults = try findings.compactMap { try fault($0, desk, span) }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    try context.transaction {
      for finding in findings {
        try desk.update(
          finding,
          [("status", .text(Finding.Status.closed.rawValue)), ("closed_on", .date(context.asOf))])
        try desk.note(finding, .closed)
      }
    }
    let late = findings.filter { finding in finding.deadline.map { context.asOf > $0 } ?? false }
    return .notice(
      Diagnostic(
        RectifyMessages.closed, ["count": "\(findings.count)", "late": "\(late.count)"], severity: .note))
  }

  private func fault(_ finding: Finding, _ desk: FindingDesk, _ span: SourceSpan?) throws -> Diagnostic? {
    if finding.isClosed { return Diagnostic(RectifyFaults.closedAlready, finding.words, at: span) }
    let waiting = try desk.responsible(for: finding).filter { $0.passedOn == nil }.map(\.unit.name)
    if !waiting.isEmpty {
      return Diagnostic(
        RectifyFaults.notPassed,
        finding.words.merging([
          "waiting": waiting.joined(separator: "、"), "waitingEn": waiting.joined(separator: ", "),
        ]) { $1 }, at: span)
    }
    try desk.check(desk.context.asOf, of: finding, at: span)
    // The round that passed, not an earlier one: what was reopened wants evidence anew.
    let rounds = try Rounds(of: finding, desk)
    let registered = try desk.context.query(
      "district.evidence | where finding == $the_finding | select number, title, file, hash",
      variables: ["the_finding": .text(finding.number)]
    ).records
    let kept = Set(registered.compactMap { $0.text("number") })
    let bare = try desk.responsible(for: finding).filter { one in
      let numbers = rounds.last(of: one.unit.key)?.evidence?.split(separator: "、").map(String.init) ?? []
      return numbers.isEmpty || !numbers.allSatisfy(kept.contains)
    }
    for one in try desk.responsible(for: finding) {
      guard let round = rounds.last(of: one.unit.key) else { continue }
      try desk.refuseOwn(finding, one.unit.key, round.ordinal, RectifyWords.closeAction, at: span)
    }
    if let first = bare.first {
      return Diagnostic(
        RectifyFaults.noEvidence, finding.words.merging(["responsible": first.unit.name]) { $1 }, at: span)
    }
    let used = Set(
      try desk.responsible(for: finding).flatMap { one in
        rounds.last(of: one.unit.key)?.evidence?.split(separator: "、").map(String.init) ?? []
      })
    let shelf = EvidenceShelf(workspace: try desk.context.neededWorkspace().folder)
    for row in registered where used.contains(row.text("number") ?? "") {
      guard let file = row.text("file"), let hash = row.text("hash"), !shelf.isSound(file, sha256: hash)
      else {
        continue
      }
      return Diagnostic(
        RectifyFaults.evidenceChanged,
        finding.words.merging([
          "number": row.text("number") ?? "", "title": row.text("title") ?? "", "file": file,
        ]) { $1 }, at: span)
    }
    return nil
  }
}

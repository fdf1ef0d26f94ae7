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
    let responsible = try desk.responsible(for: finding)
    let waiting = responsible.filter { $0.passedOn == nil }.map(\.unit.name)
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
    let last = responsible.map { (unit: $0.unit, round: rounds.last(of: $0.unit.key)) }
    for case (let unit, let round?) in last {
      try desk.refuseOwn(finding, unit.key, round.ordinal, RectifyWords.closeAction, at: span)
    }
    let registered = Dictionary(
      try desk.context.query(
        "district.evidence | where finding == $the_finding | select number, title, file, hash",
        variables: ["the_finding": .text(finding.number)]
      ).records.map { ($0.text("number") ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    for (unit, round) in last {
      let numbers = round?.evidence ?? []
      if numbers.isEmpty || !numbers.allSatisfy(registered.keys.contains) {
        return Diagnostic(
          RectifyFaults.noEvidence, finding.words.merging(["responsible": unit.name]) { $1 }, at: span)
      }
    }
    let shelf = EvidenceShelf(workspace: try desk.context.neededWorkspace().folder)
    for number in last.flatMap({ $0.round?.evidence ?? [] }) {
      guard let row = registered[number], let file = row.text("file"), let hash = row.text("hash"),
        !shelf.isSound(file, sha256: hash)
      else { continue }
      return Diagnostic(
        RectifyFaults.evidenceChanged,
        finding.words.merging(["number": number, "title": row.text("title") ?? "", "file": file]) { $1 },
        at: span)
    }
    return nil
  }
}

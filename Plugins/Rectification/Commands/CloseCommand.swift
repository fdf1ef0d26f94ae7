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
    let rounds = try Rounds(of: finding, desk).all
    let bare = try desk.responsible(for: finding).filter { one in
      !rounds.contains { $0.unit == one.unit.key && $0.result == .passed && $0.evidence != nil }
    }
    if let first = bare.first {
      return Diagnostic(
        RectifyFaults.noEvidence, finding.words.merging(["responsible": first.unit.name]) { $1 }, at: span)
    }
    return nil
  }
}

import PluginAPI

/// `rectify void 云教督改〔2024〕1号 --reason …` 整改 作废: what the paper set off ends with it.
struct VoidCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let papers = try PaperDesk(context)
    let paper = try papers.register.paper(arguments.text("paper") ?? "", at: arguments.span("paper"))
    let reason = arguments.text("reason") ?? ""
    try context.transaction {
      try papers.void(paper, reason: reason, at: arguments.nameSpan)
      guard paper.state == .delivered else { return }
      for item in try desk.items(of: paper) where !item.finding.isClosed {
        try takeBack(item.finding, paper, reason, desk)
      }
    }
    return .notice(Diagnostic(RectifyMessages.voided, paper.words, severity: .note))
  }

  /// The finding gets the deadline back that it had before the paper was delivered, unless another paper tells it or its
  /// deadline was decided on since.
  private func takeBack(_ finding: Finding, _ paper: PaperRecord, _ reason: String, _ desk: FindingDesk)
    throws
  {
    var values: [(column: String, value: Value)] = []
    if try desk.otherPaper(telling: finding, than: paper) == nil, try !desk.isDecidedDeadline(finding) {
      let first = try desk.context.query(
        """
        rectify.event | where finding == $the_finding and what == "送达" and rule == $the_paper | sort ordinal | take 1 \
        | select before
        """, variables: ["the_finding": .text(finding.number), "the_paper": .text(paper.draft)]
      ).records.first
      values.append(("deadline", first?.date("before").map(Value.date) ?? .null))
      if try Rounds(of: finding, desk).all.isEmpty {
        values.append(("status", .text(Finding.Status.untouched.rawValue)))
      }
      try desk.update(finding, values)
    }
    try desk.note(
      finding, .voided, rule: paper.draft, note: "\(paper.name)：\(reason)", before: finding.deadline)
  }
}

import PluginAPI

/// `rectify deliver 云教督改〔2024〕1号 --to 李园丁` 整改 送达: the deadlines of its findings run from that day.
struct DeliverCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let papers = try PaperDesk(context)
    let paper = try papers.register.paper(arguments.text("paper") ?? "", at: arguments.span("paper"))
    let day = arguments.date("on") ?? context.asOf
    let items = try desk.items(of: paper)
    guard !items.isEmpty else {
      throw Diagnostic(RectifyFaults.noItems, ["paper": paper.name], at: arguments.span("paper"))
    }
    try check(paper, arguments, context)
    let calendar = try context.neededWorkspace().calendar
    var last = day
    try context.transaction {
      try papers.deliver(
        paper, on: day, to: arguments.text("to"), how: arguments.text("how"),
        at: arguments.span("on") ?? arguments.nameSpan)
      for item in items {
        let deadline = try item.count.deadline(from: day, in: calendar, at: arguments.nameSpan)
        if let moved = deadline.movedFrom {
          context.remark(
            Diagnostic(
              RectifyMessages.deadlineMoved,
              ["finding": item.finding.number, "day": moved.iso, "deadline": deadline.day.iso],
              severity: .note))
        }
        last = max(last, deadline.day)
        try write(deadline.day, item.finding, paper, arguments.text("reason"), desk)
      }
    }
    return .notice(
      Diagnostic(
        RectifyMessages.delivered,
        [
          "paper": paper.name, "day": day.iso, "count": "\(items.count)", "deadline": last.iso,
        ], severity: .note))
  }

  /// What was recorded once is corrected with a reason, by someone who checks.
  private func check(_ paper: PaperRecord, _ arguments: CommandArguments, _ context: any CommandContext)
    throws
  {
    guard paper.state == .delivered else { return }
    guard arguments.flag("correct"), arguments.text("reason") != nil else {
      throw Diagnostic(
        RectifyFaults.deliveredAlready,
        ["paper": paper.name, "day": paper.deliveredOn?.iso ?? "—"], at: arguments.nameSpan)
    }
    try context.need(.review, for: RectifyWords.correctAction, at: arguments.nameSpan)
  }

  private func write(
    _ deadline: CalendarDate, _ finding: Finding, _ paper: PaperRecord, _ reason: String?, _ desk: FindingDesk
  ) throws {
    try desk.context.change(
      "rectify.item | where paper == $the_paper and finding == $the_finding | set deadline = $the_day",
      variables: [
        "the_paper": .text(paper.draft), "the_finding": .text(finding.number), "the_day": .date(deadline),
      ])
    // A closed finding keeps the deadline by which it was closed in time or not.
    if finding.isClosed { return }
    // Of several papers the latest deadline counts, whatever the order in which their delivery was recorded; one that was
    // decided on since (extension, reopening) is not shortened.
    var until = max(deadline, try desk.latestDeadline(of: finding, apartFrom: paper) ?? deadline)
    if try desk.isDecidedDeadline(finding), let now = finding.deadline { until = max(until, now) }
    var values: [(column: String, value: Value)] = [("deadline", .date(until))]
    if finding.status == nil || finding.status == Finding.Status.untouched.rawValue {
      values.append(("status", .text(Finding.Status.underWay.rawValue)))
    }
    try desk.update(finding, values)
    // What a correction replaces stays readable in the history.
    let earlier = paper.state == .delivered ? paper.deliveredOn.map { "（原登记送达 \($0.iso)）" } : nil
    let note = [reason, earlier].compactMap { $0 }.joined()
    try desk.note(
      finding, .delivered, rule: paper.draft, note: note.isEmpty ? nil : note, before: finding.deadline)
  }
}

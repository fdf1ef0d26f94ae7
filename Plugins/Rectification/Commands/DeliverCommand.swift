import PluginAPI

/// `rectify deliver 云教督改〔2024〕1号 --to 李园丁` 整改 送达: the deadlines of its findings run from that day.
struct DeliverCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let papers = try PaperDesk(context)
    let paper = try papers.register.paper(arguments.text("paper") ?? "", at: arguments.span("paper"))
    let day = arguments.date("on") ?? context.asOf
    let items = try context.query(
      "rectify.item | where paper == $the_paper | select finding, days, workdays | sort finding",
      variables: ["the_paper": .text(paper.draft)])
    guard !items.rows.isEmpty else {
      throw Diagnostic(RectifyFaults.noItems, ["paper": paper.name], at: arguments.span("paper"))
    }
    let calendar = context.workspace?.calendar ?? SchoolCalendar()
    var last = day
    try context.transaction {
      try papers.deliver(
        paper, on: day, to: arguments.text("to"), how: arguments.text("how"),
        at: arguments.span("on") ?? arguments.nameSpan)
      for row in items.rows {
        let cells = row.values.map(Cell.init)
        let finding = try desk.finding(cells[0].text ?? "", at: nil)
        let count = DayCount(cells[1].integer ?? 30, areWorkdays: cells[2].flag ?? false)
        let deadline = try count.deadline(from: day, in: calendar, at: arguments.nameSpan)
        if let moved = deadline.movedFrom {
          context.remark(
            Diagnostic(
              RectifyMessages.deadlineMoved,
              ["finding": finding.number, "day": moved.iso, "deadline": deadline.day.iso], severity: .note))
        }
        last = max(last, deadline.day)
        try write(deadline.day, finding, paper, desk)
      }
    }
    return .notice(
      Diagnostic(
        RectifyMessages.delivered,
        [
          "paper": paper.name, "day": day.iso, "count": "\(items.rows.count)", "deadline": last.iso,
        ], severity: .note))
  }

  private func write(_ deadline: CalendarDate, _ finding: Finding, _ paper: PaperRecord, _ desk: FindingDesk)
    throws
  {
    try desk.context.change(
      "rectify.item | where paper == $the_paper and finding == $the_finding | set deadline = $the_day",
      variables: [
        "the_paper": .text(paper.draft), "the_finding": .text(finding.number), "the_day": .date(deadline),
      ])
    // A longer deadline that was granted since stays.
    let isExtended = try desk.next("extension", finding) > 1
    var values: [(column: String, value: Value)] = []
    if !isExtended || deadline > finding.deadline ?? deadline { values.append(("deadline", .date(deadline))) }
    if finding.status == nil || finding.status == Finding.Status.untouched.rawValue {
      values.append(("status", .text(Finding.Status.underWay.rawValue)))
    }
    if !values.isEmpty { try desk.update(finding, values) }
  }
}

import PluginAPI

/// `rectify month 2024年11月` 整改 月报: by school district, with the finding that is open longest.
struct MonthCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    guard let month = arguments.period("month"),
      let days = try context.neededWorkspace().calendar.days(of: month)
    else { return .none }
    // Of a month that has not ended, what is known today.
    let last = min(days.last, context.asOf)
    guard days.first <= context.asOf else {
      throw Diagnostic(
        RectifyFaults.monthAhead, ["month": month.label, "today": context.asOf.iso],
        at: arguments.span("month"))
    }
    if last < days.last {
      context.remark(
        Diagnostic(
          RectifyMessages.monthRuns, ["month": month.label, "day": last.iso], severity: .note))
    }
    try ClosedOutside.remark(context)
    let counts = try MonthCounts(from: days.first, to: last, context)
    if counts.undated > 0 {
      context.remark(
        Diagnostic(RectifyMessages.undated, ["count": "\(counts.undated)"], severity: .warning))
    }
    if let longest = counts.longest {
      context.remark(
        Diagnostic(
          RectifyMessages.longestOpen,
          [
            "finding": longest.number, "unit": longest.unit, "text": longest.text, "day": longest.day.iso,
          ], severity: .note))
    }
    let directly = RectifyWords.directly.text(context.language)
    let total = RectifyWords.total.text(context.language)
    return .table(
      Table(
        columns: RectifyWords.monthColumns.map { Column(id: $0.id, label: $0.label, type: $0.type) },
        rows: counts.parts.map { row($0.zone ?? directly, $0.part) } + [
          row(total, counts.total, mark: .total)
        ]))
  }

  private func row(_ name: String, _ part: MonthCounts.Part, mark: Table.Mark = .plain) -> Table.Row {
    Table.Row(
      [.text(name)]
        + [part.new, part.closed, part.reopened, part.open, part.overdue].map { .integer(Int64($0)) }
        + [part.longest.map { .integer(Int64($0)) } ?? .null], mark: mark)
  }
}

import PluginAPI

/// `rectify month 2024年11月` 整改 月报: by school district, with the finding that is open longest.
struct MonthCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    guard let month = arguments.period("month"),
      let days = (context.workspace?.calendar ?? SchoolCalendar()).days(of: month)
    else { throw Diagnostic(RectifyFaults.noWorkspace, at: arguments.nameSpan) }
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
    let variables: [String: Value] = ["first": .date(days.first), "last": .date(last)]
    let open = "found_on <= $last and (closed_on is null or closed_on > $last)"
    let table = try context.query(
      """
      district.finding | derive `学区` = unit.zone | group `学区` {
        新增 = count(where found_on between $first and $last),
        销号 = count(where closed_on between $first and $last),
        逾期 = count(where \(open) and deadline < $last),
        未销号 = count(where \(open)),
        最长天数 = max(if(\(open), $last - found_on, null)) }
      | sort `学区` | derive 片区 = coalesce(`学区`.name, "直属") | select 片区, 新增, 销号, 逾期, 未销号, 最长天数
      | total 新增, 销号, 逾期, 未销号
      """, variables: variables)
    if let longest = try context.query(
      "district.finding | where \(open) | sort found_on, number | take 1 | select number, unit, text, found_on",
      variables: variables
    ).rows.first?.values.map(Cell.init) {
      context.remark(
        Diagnostic(
          RectifyMessages.longestOpen,
          [
            "finding": longest[0].text ?? "", "unit": longest[1].name ?? "", "text": longest[2].text ?? "",
            "day": longest[3].date?.iso ?? "",
          ], severity: .note))
    }
    return .table(table)
  }
}

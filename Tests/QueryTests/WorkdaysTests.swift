import KitModel
import KitQuery
import Testing

/// Working days by the calendar of the workspace, against a count day by day.
@Suite struct WorkdaysTests {
  private static func days(_ texts: [String]) -> Set<CalendarDate> {
    Set(texts.compactMap { CalendarDate(iso: $0) })
  }

  /// National Day of 2024, with the Sunday before and the Saturday after worked; New Year; one day on a weekend.
  static let calendar: SchoolCalendar = {
    var calendar = SchoolCalendar()
    calendar.holidays = days([
      "2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-05", "2024-10-06", "2024-10-07",
      "2024-01-01",
    ])
    calendar.workdays = days(["2024-09-29", "2024-10-12"])
    return calendar
  }()

  private static func counted(_ from: CalendarDate, _ to: CalendarDate) -> Int {
    if to < from { return -counted(to, from) }
    return (from.ordinal..<to.ordinal).compactMap { CalendarDate(ordinal: $0 + 1) }.filter { day in
      calendar.workdays.contains(day) || (day.weekday <= 5 && !calendar.holidays.contains(day))
    }.count
  }

  private func compilation() throws -> Compilation {
    var compilation = try Compilation()
    compilation.environment.calendar = Self.calendar
    return compilation
  }

  @Test(arguments: [
    ("2024-09-27", "2024-09-30"), ("2024-09-28", "2024-10-08"), ("2024-09-30", "2024-10-14"),
    ("2024-10-14", "2024-09-27"),
    ("2023-12-29", "2024-12-31"), ("2024-10-03", "2024-10-03"), ("2024-10-11", "2024-10-12"),
  ])
  func holidaysAndWorkedWeekends(from: String, to: String) throws {
    let (first, last) = (try #require(CalendarDate(iso: from)), try #require(CalendarDate(iso: to)))
    #expect(try compilation().value("工作日(\(from), \(to))") == .integer(Int64(Self.counted(first, last))))
  }

  @Test func saysOfWhichYears() throws {
    #expect(try compilation().table("工作日(2024-09-27, 2024-10-08)").remarks.isEmpty)
    let later = try compilation().table("工作日(2024-09-27, 2025-01-08)").remarks
    #expect(later.map(\.message.id) == ["query.workdays-of-years"])
    #expect(later.first?.arguments["years"] == "2024")
    let none = try Compilation().table("问题 | 增列 x = 工作日(期限, 今天())").remarks
    #expect(none.map(\.message.id) == ["query.workdays"])
  }
}

import KitModel
import KitPapers
import Testing

/// Deadlines by calendars that end.
@Suite struct DayCountTests {
  private static func calendar(_ holidays: String...) throws -> SchoolCalendar {
    var calendar = SchoolCalendar()
    calendar.holidays = Set(try holidays.map { try #require(CalendarDate(iso: $0)) })
    return calendar
  }

  @Test func aDayOffMovesToTheNextDayThatIsWorked() throws {
    let calendar = try Self.calendar("2024-10-01", "2024-10-02")
    let start = try #require(CalendarDate(iso: "2024-09-28"))
    let found = try DayCount(3).deadline(from: start, in: calendar)
    #expect(found.day.iso == "2024-10-03" && found.movedFrom?.iso == "2024-10-01")
  }

  /// 2024-12-28 is a Saturday, 12-31 a day off here: the first day that may be worked lies in a year that nobody knows.
  @Test func theYearThatIsNotKnownIsNamed() throws {
    let calendar = try Self.calendar("2024-12-30", "2024-12-31")
    let start = try #require(CalendarDate(iso: "2024-12-20"))
    #expect {
      try DayCount(8).deadline(from: start, in: calendar)
    } throws: { ($0 as? Diagnostic)?.arguments["year"] == "2025" }
    #expect {
      try calendar.firstWorked(from: start.adding(days: 400) ?? start)
    } throws: { ($0 as? YearWithoutHolidays)?.year == 2026 }
  }
}

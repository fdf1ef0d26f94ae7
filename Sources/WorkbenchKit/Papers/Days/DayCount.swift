import KitModel
import KitWorkspace

/// So many days, or working days, as rules give them for answering, mending and objecting.
public struct DayCount: Hashable, Sendable {
  public var days: Int
  /// Days on which nobody works are not counted.
  public var areWorkdays: Bool

  public init(_ days: Int, areWorkdays: Bool = false) {
    self.days = days
    self.areWorkdays = areWorkdays
  }

  /// The last day: the day `start` itself is not counted, as 民法典 201 has it.
  ///
  /// - Throws: A diagnostic that names the year whose days off the workspace does not know.
  public func end(from start: CalendarDate, in calendar: SchoolCalendar, at span: SourceSpan? = nil) throws
    -> CalendarDate
  {
    guard areWorkdays else {
      guard let end = start.adding(days: days) else { throw unknown(start, start.year + 1, span) }
      return end
    }
    let known = calendar.yearsWithHolidays
    var (day, left) = (start, days)
    while left > 0 {
      guard let next = day.adding(days: 1), known.contains(next.year) else {
        throw unknown(start, day.adding(days: 1)?.year ?? day.year, span)
      }
      day = next
      if calendar.isWorked(day) { left -= 1 }
    }
    return day
  }

  /// The same for what a unit must keep: where the last day of calendar days is a day off, the next day that is worked
  /// takes its place (民法典 203), and that is said.
  public func deadline(from start: CalendarDate, in calendar: SchoolCalendar, at span: SourceSpan? = nil)
    throws -> (day: CalendarDate, movedFrom: CalendarDate?)
  {
    let end = try end(from: start, in: calendar, at: span)
    guard !areWorkdays else { return (end, nil) }
    do {
      let worked = try calendar.firstWorked(from: end)
      return (worked, worked == end ? nil : end)
    } catch {
      throw unknown(start, error.year, span)
    }
  }

  private func unknown(_ start: CalendarDate, _ year: Int, _ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      areWorkdays ? DayMessages.yearUnknown : DayMessages.dayOffUnknown,
      ["start": start.iso, "days": "\(days)", "year": "\(year)"], at: span)
  }
}

extension SchoolCalendar {
  /// The day itself where people work on it, else the next one on which they do.
  /// - Throws: The year whose days off would have to be known.
  public func firstWorked(from day: CalendarDate) throws(YearWithoutHolidays) -> CalendarDate {
    let known = yearsWithHolidays
    var day = day
    while known.contains(day.year) {
      if isWorked(day) { return day }
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    throw YearWithoutHolidays(year: day.year)
  }

  /// Whether people work on a day: a weekday that is no day off, or a weekend that is worked.
  public func isWorked(_ day: CalendarDate) -> Bool {
    workdays.contains(day) || (day.weekday <= 5 && !holidays.contains(day))
  }
}

/// Nobody has said which days of a year people have off.
public struct YearWithoutHolidays: Error {
  public let year: Int
}

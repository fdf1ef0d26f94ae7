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
  /// A deadline in calendar days that ends on a day off stays there: the rules that the office works by say so many
  /// days, and what a unit is told is what stands in the notice. `isDayOff` tells of it.
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

  private func unknown(_ start: CalendarDate, _ year: Int, _ span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      DayMessages.yearUnknown, ["start": start.iso, "days": "\(days)", "year": "\(year)"], at: span)
  }
}

extension SchoolCalendar {
  /// Whether people work on a day: a weekday that is no day off, or a weekend that is worked.
  public func isWorked(_ day: CalendarDate) -> Bool {
    workdays.contains(day) || (day.weekday <= 5 && !holidays.contains(day))
  }
}

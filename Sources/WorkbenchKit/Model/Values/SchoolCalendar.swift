/// When terms and school years begin, and which days are worked; data of the workspace (`calendar:` in workspace.yaml).
public struct SchoolCalendar: Hashable, Sendable {
  /// Month and day on which the spring term begins; the autumn term ends the day before.
  public var spring: (month: Int, day: Int) { (springMonth, springDay) }
  /// Month and day on which the autumn term and the school year begin.
  public var autumn: (month: Int, day: Int) { (autumnMonth, autumnDay) }

  /// Days off besides weekends.
  public var holidays: Set<CalendarDate> = []
  /// Days of weekends that are worked (调休); they count even if they are listed as days off too.
  public var workdays: Set<CalendarDate> = []

  private let springMonth: Int
  private let springDay: Int
  private let autumnMonth: Int
  private let autumnDay: Int

  /// Spring from 1 February, autumn from 1 September, unless said otherwise.
  public init(spring: (month: Int, day: Int) = (2, 1), autumn: (month: Int, day: Int) = (9, 1)) {
    (springMonth, springDay) = spring
    (autumnMonth, autumnDay) = autumn
  }

  /// Years of which the days off are known.
  public var yearsWithHolidays: Set<Int> { Set(holidays.map(\.year)) }

  /// Weekdays that are not worked and days of weekends that are, in time.
  public var exceptions: (off: [CalendarDate], worked: [CalendarDate]) {
    (
      holidays.subtracting(workdays).filter { $0.weekday <= 5 }.sorted(),
      workdays.filter { $0.weekday > 5 }.sorted()
    )
  }

  /// First and last day of a period, both included.
  public func days(of period: Period) -> (first: CalendarDate, last: CalendarDate)? {
    func day(_ year: Int, _ start: (month: Int, day: Int)) -> CalendarDate? {
      CalendarDate(year: year, month: start.month, day: start.day)
    }
    func range(_ first: CalendarDate?, _ next: CalendarDate?) -> (CalendarDate, CalendarDate)? {
      guard let first, let last = next?.adding(days: -1) else { return nil }
      return (first, last)
    }
    let year = period.year
    return switch period.kind {
    case .year: range(day(year, (1, 1)), day(year + 1, (1, 1)))
    case .month:
      range(day(year, (period.index, 1)), day(year, (period.index, 1))?.adding(months: 1))
    case .term where period.index == 1: range(day(year, spring), day(year, autumn))
    case .term: range(day(year, autumn), day(year + 1, spring))
    case .schoolYear: range(day(year, autumn), day(year + 1, autumn))
    }
  }

  /// The school year in which a day lies.
  public func schoolYear(of date: CalendarDate) -> Period? {
    let begins = (date.month, date.day) >= (autumnMonth, autumnDay)
    return .schoolYear(from: begins ? date.year : date.year - 1)
  }

  /// The period of a kind in which a day lies.
  public func period(of kind: Period.Kind, on date: CalendarDate) -> Period? {
    switch kind {
    case .year: .year(date.year)
    case .month: .month(date.month, of: date.year)
    case .term: term(of: date)
    case .schoolYear: schoolYear(of: date)
    }
  }

  /// The term in which a day lies.
  public func term(of date: CalendarDate) -> Period? {
    if (date.month, date.day) >= (autumnMonth, autumnDay) { return .autumn(date.year) }
    if (date.month, date.day) >= (springMonth, springDay) { return .spring(date.year) }
    return .autumn(date.year - 1)
  }
}

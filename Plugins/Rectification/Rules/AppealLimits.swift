import PluginAPI

/// Until when a decision can be reviewed and appealed against: calendar days from the day that sets them off. One that ends
/// on a day off ends on the next day that is worked, where the workspace knows the days off of that year.
struct AppealLimits {
  private let limits: RectificationRules.Limits
  private let calendar: SchoolCalendar

  init(_ limits: RectificationRules.Limits, _ calendar: SchoolCalendar) {
    self.limits = limits
    self.calendar = calendar
  }

  func day(_ limit: KeyPath<RectificationRules.Limits, Int>, after day: CalendarDate) -> CalendarDate? {
    guard let last = day.adding(days: limits[keyPath: limit]) else { return nil }
    return (try? calendar.firstWorked(from: last)) ?? last
  }
}

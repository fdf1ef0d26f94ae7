/// One value: what a cell of a table, a variable or a bound parameter holds. Missing is `null`, never zero.
public enum Value: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case decimal(ExactDecimal)
  case real(Double)
  case boolean(Bool)
  case date(CalendarDate)
  case period(Period)
  case time(Timestamp)
  /// A whole length of time; only durations in days (weeks are seven) can be compared with a count of days.
  case duration(Duration)
  case reference(Reference)

  public var isNull: Bool { self == .null }
}

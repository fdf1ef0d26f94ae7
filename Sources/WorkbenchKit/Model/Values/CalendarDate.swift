/// A day of the Gregorian calendar, without time and time zone; years 1 to 9999.
public struct CalendarDate: Hashable, Sendable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// 1970-01-01, day 0 of `ordinal`.
  public static let epoch = CalendarDate()

  private init() { (year, month, day) = (1970, 1, 1) }

  /// Nil for a day that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the stored form `2024-09-01` and nothing else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1970-01-01.
  public var ordinal: Int {
    // Howard Hinnant's days_from_civil: March-based years make the leap day the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day with that ordinal; nil outside years 1 to 9999.
  public init?(ordinal: Int) {
    // Asked before anything is added: a count may come from anywhere.
    guard (-719_162...2_932_896).contains(ordinal) else { return nil }
    let shifted = ordinal + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  /// The day `count` days later (earlier when negative); nil outside years 1 to 9999.
  public func adding(days count: Int) -> CalendarDate? {
    let (sum, overflow) = ordinal.addingReportingOverflow(count)
    return overflow ? nil : CalendarDate(ordinal: sum)
  }

  /// The same day `count` months later, or that month's last day.
  public func adding(months count: Int) -> CalendarDate? {
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, index >= 12 else { return nil }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    guard newYear <= 9999 else { return nil }
    return CalendarDate(
      year: newYear, month: newMonth, day: min(day, Self.daysIn(month: newMonth, year: newYear)))
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((ordinal + 3) % 7 + 7) % 7 + 1 }

  /// The stored and typed form, `2024-09-01`.
  public var iso: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let years = String(year)
    return String(repeating: "0", count: 4 - years.count) + years + "-" + two(month) + "-" + two(day)
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

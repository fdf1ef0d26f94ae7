import KitModel

extension Interpreter {
  func dateFunction(_ name: String, _ arguments: [Typed]) throws -> Typed? {
    func dates() throws -> [Typed] { try arguments.map { try $0.expecting("a date") { $0 == .date } } }
    func part(_ compute: @escaping (CalendarDate) -> Int) throws -> Typed {
      Self.strict(.integer, try dates()) { .integer(Int64(compute(try Self.date($0[0])))) }
    }
    func moved(_ compute: @escaping (CalendarDate) -> CalendarDate?) throws -> Typed {
      Self.strict(.date, try dates()) { compute(try Self.date($0[0])).map { .date($0) } ?? .null }
    }
    func between(_ compute: @escaping (CalendarDate, CalendarDate) -> Int) throws -> Typed {
      Self.strict(.integer, try dates()) {
        .integer(Int64(compute(try Self.date($0[0]), try Self.date($0[1]))))
      }
    }
    switch (name, arguments.count) {
    case ("today", 0): return Typed(.date) { [today = world.today] _ in .date(today) }
    case ("date", 1) where arguments[0].type.isTextual:
      return Self.strict(.date, arguments) { values in
        if case .text(let text) = values[0] {
          CalendarDate(iso: text).map { .date($0) } ?? .null
        } else {
          .null
        }
      }
    case ("date", 1...3):
      let parts = try arguments.map { try $0.expecting("a whole number") { $0 == .integer } }
      return Self.strict(.date, parts) { values in
        let numbers =
          values.map { if case .integer(let number) = $0 { Int(clamping: number) } else { 0 } } + [1, 1]
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { .date($0) } ?? .null
      }
    case ("year", 1):
      guard case .period = arguments[0].type else { return try part(\.year) }
      return Self.strict(.integer, arguments) {
        if case .period(let period) = $0[0] { .integer(Int64(period.year)) } else { .null }
      }
    case ("quarter", 1): return try part { ($0.month + 2) / 3 }
    case ("month", 1): return try part(\.month)
    case ("day", 1): return try part(\.day)
    case ("weekday", 1): return try part(\.weekday)
    case ("month_start", 1): return try moved { CalendarDate(year: $0.year, month: $0.month, day: 1) }
    case ("month_end", 1):
      return try moved { date in
        let last = CalendarDate.daysIn(month: date.month, year: date.year)
        return CalendarDate(year: date.year, month: date.month, day: last)
      }
    case ("days", 2): return try between { $1.ordinal - $0.ordinal }
    case ("weeks", 2): return try between { ($1.ordinal - $0.ordinal) / 7 }
    case ("months", 2): return try between(Self.wholeMonths)
    case ("years", 2): return try between { Self.wholeMonths($0, $1) / 12 }
    case ("workdays", 2): return try between(Self.workdays)
    default: return nil
    }
  }

  private static func date(_ value: Value) throws -> CalendarDate {
    guard case .date(let date) = value else { throw Failure.running("no date") }
    return date
  }

  /// Months that are over: from 15 January to 14 March it is one.
  private static func wholeMonths(_ from: CalendarDate, _ to: CalendarDate) -> Int {
    if to < from { return -wholeMonths(to, from) }
    let months = (to.year - from.year) * 12 + to.month - from.month
    return to.day < from.day ? months - 1 : months
  }

  /// Days from Monday to Friday that have passed: a deadline of yesterday is one day over.
  private static func workdays(_ from: CalendarDate, _ to: CalendarDate) -> Int {
    if to < from { return -workdays(to, from) }
    return (from.ordinal..<to.ordinal).map { $0 + 1 }.filter { ((($0 + 3) % 7) + 7) % 7 < 5 }.count
  }
}

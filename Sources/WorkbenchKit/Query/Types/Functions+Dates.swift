import KitLanguage
import KitModel

extension ExpressionBuilder {
  func temporal(_ name: String, _ arguments: [Typed], _ call: Call) -> Typed? {
    switch name {
    case "today": return Typed(.date(compiler.environment.today), .date, span: call.span)
    case "date": return made(arguments, call)
    case "year", "quarter", "month", "day", "weekday":
      guard let first = arguments.first else { return nil }
      if case .period(let kind) = first.type { return ofPeriod(name, first, kind, call) }
      return date(first, call).map { part(name, $0) }
    case "month_start":
      return arguments.first.flatMap { date($0, call) }.map {
        let month = SQLExpression.function(.left, [$0.sql, .number(8)])
        return Typed(.binary(.concatenate, month, .text("01")), .date, isNullable: $0.isNullable)
      }
    case "month_end":
      return arguments.first.flatMap { date($0, call) }.map {
        Typed(.function(.monthEnd, [$0.sql]), .date, isNullable: $0.isNullable)
      }
    case "days", "weeks", "months", "years", "workdays":
      let dates = arguments.compactMap { date($0, call) }
      guard dates.count == 2 else { return nil }
      return span(name, dates[0], dates[1], call)
    default: return nil
    }
  }

  private func made(_ arguments: [Typed], _ call: Call) -> Typed? {
    if arguments.count == 1, let first = arguments.first, first.type.isTextual || first.type == .date {
      if first.type == .date { return first }
      return Typed(.function(.parseDate, [first.sql]), .date)
    }
    let numbers = arguments.compactMap { whole($0, call) }
    guard numbers.count == arguments.count else { return nil }
    let parts = numbers.map(\.sql) + Array(repeating: SQLExpression.number(1), count: 3 - numbers.count)
    return Typed(.function(.makeDate, parts), .date)
  }

  private func part(_ name: String, _ date: Typed) -> Typed {
    func cut(_ from: Int64, _ count: Int64) -> SQLExpression {
      .cast(.function(.mid, [date.sql, .number(from), .number(count)]), .integer)
    }
    let sql: SQLExpression =
      switch name {
      case "year": cut(1, 4)
      case "month": cut(6, 2)
      case "day": cut(9, 2)
      case "quarter": .binary(.divide, .binary(.add, cut(6, 2), .number(2)), .number(3))
      default: .function(.weekday, [date.sql])
      }
    return Typed(sql, .integer, isNullable: date.isNullable, magnitude: 9999)
  }

  /// The year in which a period begins; the month of a month.
  private func ofPeriod(_ name: String, _ period: Typed, _ kind: Period.Kind?, _ call: Call) -> Typed? {
    if name == "year" {
      let year = SQLExpression.cast(.function(.left, [period.sql, .number(4)]), .integer)
      return Typed(year, .integer, isNullable: period.isNullable, magnitude: 9999)
    }
    if name == "month", kind == .month {
      let month = SQLExpression.cast(.function(.mid, [period.sql, .number(6), .number(2)]), .integer)
      return Typed(month, .integer, isNullable: period.isNullable, magnitude: 12)
    }
    return wrong(period, .date, call)
  }

  private func span(_ name: String, _ from: Typed, _ to: Typed, _ call: Call) -> Typed {
    let days = SQLExpression.binary(
      .subtract, .function(.dayNumber, [to.sql]), .function(.dayNumber, [from.sql]))
    let months = SQLExpression.function(.monthsBetween, [from.sql, to.sql])
    let sql: SQLExpression
    switch name {
    case "days": sql = days
    case "weeks": sql = .binary(.divide, days, .number(7))
    case "months": sql = months
    case "years": sql = .binary(.divide, months, .number(12))
    default:
      sayHolidays(from, to, call)
      sql = .function(.workdaysBetween, [from.sql, to.sql, .text(exceptions)])
    }
    return Typed(sql, .integer, isNullable: from.isNullable || to.isNullable, magnitude: 4_000_000)
  }

  /// Days off and days worked against the week, by number: `19997 20000|19995`.
  private var exceptions: String {
    let (off, worked) = compiler.environment.calendar.exceptions
    if off.isEmpty && worked.isEmpty { return "" }
    return [off, worked].map { days in days.map { String($0.ordinal) }.joined(separator: " ") }
      .joined(separator: "|")
  }

  /// Of which years holidays are known; nothing when both days are written and lie in such years.
  private func sayHolidays(_ from: Typed, _ to: Typed, _ call: Call) {
    let years = compiler.environment.calendar.yearsWithHolidays
    guard !years.isEmpty else { return compiler.remark(QueryMessages.workdays, at: call.span) }
    if case .date(let first)? = from.constant, case .date(let last)? = to.constant,
      (min(first.year, last.year)...max(first.year, last.year)).allSatisfy(years.contains)
    {
      return
    }
    compiler.remark(
      QueryMessages.workdaysOfYears,
      ["years": years.sorted().map(String.init).joined(separator: language == .zh ? "、" : ", ")],
      at: call.span)
  }
}

import GRDBSQLite
import KitModel
import KitQuery

extension SQLFunctions {
  static func registerDates(_ connection: OpaquePointer) throws(FunctionFailure) {
    try scalar(connection, .dayNumber, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let date = day(call) else { return call.answerNull() }
      call.answer(Int64(date.ordinal))
    }
    try scalar(connection, .dateFromNumber, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let number = call.integer(0) else { return call.answerNull() }
      SQLFunctions.answer(CalendarDate(ordinal: Int(clamping: number)), call)
    }
    try scalar(connection, .makeDate, 3) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let year = call.integer(0), let month = call.integer(1), let day = call.integer(2) else {
        return call.answerNull()
      }
      call.answer(
        CalendarDate(year: Int(clamping: year), month: Int(clamping: month), day: Int(clamping: day))?.iso)
    }
    try scalar(connection, .parseDate, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      call.answer(call.text(0).flatMap(DateText.read)?.iso)
    }
    try scalar(connection, .addMonths, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let date = day(call), let months = call.integer(1) else { return call.answerNull() }
      SQLFunctions.answer(date.adding(months: Int(clamping: months)), call)
    }
    try scalar(connection, .monthEnd, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let date = day(call) else { return call.answerNull() }
      let last = CalendarDate.daysIn(month: date.month, year: date.year)
      call.answer(CalendarDate(year: date.year, month: date.month, day: last)?.iso)
    }
    try scalar(connection, .weekday, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let date = day(call) else { return call.answerNull() }
      call.answer(Int64(date.weekday))
    }
    try scalar(connection, .monthsBetween, 2) { context, count, values in
      SQLFunctions.pair(FunctionCall(context, count, values)) { SQLFunctions.monthsBetween($0, $1) }
    }
    let calendar = Unmanaged.passRetained(WorkCalendar())
    try scalar(
      connection, SQLFunction.workdaysBetween.registeredName, 3, deterministic: true,
      data: calendar.toOpaque(),
      destroy: { data in data.map { Unmanaged<WorkCalendar>.fromOpaque($0).release() } }
    ) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let data = sqlite3_user_data(context) else { return call.answerNull() }
      let calendar = Unmanaged<WorkCalendar>.fromOpaque(data).takeUnretainedValue()
      if let days = call.utf8(2) { calendar.read(days) }
      SQLFunctions.pair(call) { calendar.workdays($0, $1) }
    }
    try scalar(connection, .periodBefore, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      call.answer(call.text(0).flatMap { Period(stored: $0) }?.prior?.stored)
    }
    try scalar(connection, .binMonths, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let date = day(call), let size = call.integer(1), size > 0 else { return call.answerNull() }
      let month = Int64(date.year) * 12 + Int64(date.month - 1)
      let low = month - month % size
      SQLFunctions.answer(CalendarDate(year: Int(low / 12), month: Int(low % 12) + 1, day: 1), call)
    }
  }

  /// A calculated day; one outside years 1 to 9999 stops the statement.
  private static func answer(_ date: CalendarDate?, _ call: FunctionCall) {
    if let date { call.answer(date.iso) } else { call.fail(.dateRange) }
  }

  private static func pair(_ call: FunctionCall, _ body: (CalendarDate, CalendarDate) -> Int) {
    guard let from = day(call), let to = day(call, 1) else { return call.answerNull() }
    call.answer(Int64(body(from, to)))
  }

  /// Whole months from one day to the other; a month is full on the same day, or on its last.
  static func monthsBetween(_ from: CalendarDate, _ to: CalendarDate) -> Int {
    if to < from { return -monthsBetween(to, from) }
    let months = (to.year - from.year) * 12 + to.month - from.month
    guard let reached = from.adding(months: months) else { return months }
    return reached <= to ? months : months - 1
  }
}

/// Dates in texts as people write them: `2024-9-1`, `2024.9.1`, `2024/9/1`, `2024年9月1日`.
enum DateText {
  static func read(_ text: String) -> CalendarDate? {
    let parts = NameKey(text).description.split { !$0.isNumber }.compactMap { Int($0) }
    let marks = NameKey(text).description.filter { !$0.isNumber }
    guard parts.count == 3, ["--", "..", "//", "年月日", "年月号", "年月"].contains(marks) else { return nil }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
  }
}

/// The date among the arguments of a call.
private func day(_ call: FunctionCall, _ place: Int = 0) -> CalendarDate? {
  call.text(place).flatMap { CalendarDate(iso: $0) }
}

import GRDBSQLite
import Glibc
import KitModel
import KitQuery

extension SQLFunctions {
  static func registerNumbers(_ connection: OpaquePointer) throws(FunctionFailure) {
    try scalar(connection, .exact, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      if call.isReal(0) { call.fail(.overflow) } else { call.pass(0) }
    }
    try scalar(connection, .atLeastZero, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      call.answer(max(0, call.integer(0) ?? 0))
    }
    try scalar(connection, .rowCount, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      let rows = call.integer(0) ?? 0
      if rows < 0 { call.fail(.negativeCount) } else { call.answer(rows) }
    }
    try registerRounding(connection)
    try scalar(connection, .floorReal, 1) { context, count, values in
      SQLFunctions.whole(FunctionCall(context, count, values), .down)
    }
    try scalar(connection, .ceilReal, 1) { context, count, values in
      SQLFunctions.whole(FunctionCall(context, count, values), .up)
    }
    try scalar(connection, .quotientReal, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let one = call.real(0), let two = call.real(1), two != 0 else { return call.answerNull() }
      SQLFunctions.integer((one / two).rounded(.towardZero), call)
    }
    try scalar(connection, .remainderReal, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let one = call.real(0), let two = call.real(1), two != 0 else { return call.answerNull() }
      call.answer(one.truncatingRemainder(dividingBy: two))
    }
    try scalar(connection, .power, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let one = call.real(0), let two = call.real(1) else { return call.answerNull() }
      call.answer(pow(one, two))
    }
    try scalar(connection, .binUnits, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let value = call.integer(0), let size = call.integer(1), size > 0 else {
        return call.answerNull()
      }
      let (low, overflow) = SQLFunctions.floored(value, size).multipliedReportingOverflow(by: size)
      if overflow { call.fail(.overflow) } else { call.answer(low) }
    }
    try scalar(connection, .binReal, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let value = call.real(0), let size = call.real(1), size > 0 else { return call.answerNull() }
      call.answer((value / size).rounded(.down) * size)
    }
    try scalar(connection, .number, 1) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let text = call.text(0), let number = NumberText.read(text) else { return call.answerNull() }
      call.answer(number)
    }
  }

  private static func registerRounding(_ connection: OpaquePointer) throws(FunctionFailure) {
    try scalar(connection, .roundUnits, 2) { context, count, values in
      SQLFunctions.units(FunctionCall(context, count, values)) { ExactRounding.half($0, digits: $1) }
    }
    try scalar(connection, .floorUnits, 2) { context, count, values in
      SQLFunctions.units(FunctionCall(context, count, values)) { ExactRounding.down($0, digits: $1) }
    }
    try scalar(connection, .ceilUnits, 2) { context, count, values in
      SQLFunctions.units(FunctionCall(context, count, values)) { ExactRounding.up($0, digits: $1) }
    }
    try scalar(connection, .roundReal, 2) { context, count, values in
      let call = FunctionCall(context, count, values)
      guard let value = call.real(0), let places = call.integer(1) else { return call.answerNull() }
      call.answer(ExactRounding.real(value, places: Int(clamping: places)))
    }
  }

  private static func units(_ call: FunctionCall, _ round: (Int64, Int) -> Int64) {
    guard let value = call.integer(0), let digits = call.integer(1) else { return call.answerNull() }
    call.answer(round(value, Int(clamping: digits)))
  }

  private static func whole(_ call: FunctionCall, _ rule: FloatingPointRoundingRule) {
    guard let value = call.real(0) else { return call.answerNull() }
    integer(value.rounded(rule), call)
  }

  private static func integer(_ value: Double, _ call: FunctionCall) {
    if let exact = Int64(exactly: value) { call.answer(exact) } else { call.fail(.overflow) }
  }

  /// How often `size` goes into `value`, rounded down.
  private static func floored(_ value: Int64, _ size: Int64) -> Int64 {
    let quotient = value / size
    return value % size < 0 ? quotient - 1 : quotient
  }
}

/// Rounding as the office does it by hand: on decimal digits, half away from zero.
enum ExactRounding {
  static func half(_ units: Int64, digits: Int) -> Int64 {
    let (quotient, rest, power) = parts(units, digits)
    guard let power else { return 0 }
    let twice = rest.magnitude >= power.magnitude - rest.magnitude
    return twice && rest != 0 ? quotient + (units < 0 ? -1 : 1) : quotient
  }

  static func down(_ units: Int64, digits: Int) -> Int64 {
    let (quotient, rest, _) = parts(units, digits)
    return rest < 0 ? quotient - 1 : quotient
  }

  static func up(_ units: Int64, digits: Int) -> Int64 {
    let (quotient, rest, _) = parts(units, digits)
    return rest > 0 ? quotient + 1 : quotient
  }

  private static func parts(_ units: Int64, _ digits: Int) -> (Int64, Int64, Int64?) {
    guard digits > 0 else { return (units, 0, 1) }
    guard digits <= 18 else { return (0, units, nil) }
    let power = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    return (units / power, units % power, power)
  }

  /// Rounds the shortest decimal text of a double.
  static func real(_ value: Double, places: Int) -> Double {
    DecimalText(value).map { $0.rounded(to: places).real } ?? value
  }
}

/// Numbers in texts as people write them: blanks around, thousands separators, full-width digits, a percent
/// sign.
enum NumberText {
  static func read(_ text: String) -> Double? {
    var plain = NameKey(text).description
    let isPercent = plain.hasSuffix("%")
    if isPercent { plain.removeLast() }
    let parts = plain.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count > 1 {
      let isGrouped =
        parts.dropFirst().dropLast().allSatisfy { $0.count == 3 }
        && parts.last.map { ($0.split(separator: ".").first ?? "").count == 3 } == true
      guard isGrouped else { return nil }
      plain = parts.joined()
    }
    guard let number = ExactDecimal(plain) else {
      guard plain.utf8.allSatisfy({ $0 == 45 || $0 == 46 || (48...57).contains($0) }),
        let real = Double(plain)
      else { return nil }
      return isPercent ? real / 100 : real
    }
    return isPercent ? number.real / 100 : number.real
  }
}

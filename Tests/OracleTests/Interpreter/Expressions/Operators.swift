import KitLanguage
import KitModel

extension Interpreter {
  func unary(_ operation: UnaryOperator, _ operand: Typed) throws -> Typed {
    switch operation {
    case .not:
      let operand = try operand.expecting("a condition") { $0 == .boolean }
      return Typed(.boolean) { try operand.truth($0).map { .boolean(!$0) } ?? .null }
    case .plus: return try operand.expecting("a number", \.isNumeric)
    case .minus:
      let operand = try operand.expecting("a number", \.isNumeric)
      let literal = try operand.literal.map { try Self.negated($0, operand.type) }
      return Typed(operand.type, literal: literal) { try Self.negated(try operand.value($0), operand.type) }
    }
  }

  private static func negated(_ value: Value, _ type: DataType) throws -> Value {
    if case .real(let number) = value { return .real(-number) }
    return try Exact(value).map { try Exact(-$0.units, scale: $0.scale).value(as: type) } ?? .null
  }

  func binary(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) throws -> Typed {
    let result = try plainBinary(operation, left, right)
    guard Self.isEager, let one = left.type.scale, let two = right.type.scale else { return result }
    return Typed(result.type, literal: result.literal) { context in
      for side in [left, right] { _ = try Exact(try side.value(context))?.widened(to: max(one, two)) }
      return try result.value(context)
    }
  }

  private func plainBinary(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) throws -> Typed {
    switch operation {
    case .and, .or: return try connective(operation, left, right)
    case .equal, .notEqual:
      try Types.checkComparable(left, right, world: world)
      return Typed(.boolean) {
        .boolean(try ValueOrder.equal(try left.value($0), try right.value($0)) == (operation == .equal))
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      try Types.checkComparable(left, right, world: world)
      return Typed(.boolean) {
        guard let order = try ValueOrder.compare(try left.value($0), try right.value($0)) else {
          return .null
        }
        return switch operation {
        case .less: .boolean(order < 0)
        case .lessOrEqual: .boolean(order <= 0)
        case .greater: .boolean(order > 0)
        default: .boolean(order >= 0)
        }
      }
    case .contains, .notContains, .startsWith, .notStartsWith, .endsWith, .notEndsWith, .matches, .notMatches:
      return try textTest(operation, left, right)
    case .add, .subtract: return try sum(operation, left, right)
    case .multiply, .divide, .divideWhole, .remainder: return try product(operation, left, right)
    }
  }

  /// `and` and `or` of three values: the right side is not looked at when the left one decides.
  private func connective(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) throws -> Typed {
    let left = try left.expecting("a condition") { $0 == .boolean }
    let right = try right.expecting("a condition") { $0 == .boolean }
    let deciding = operation == .or
    return Typed(.boolean) { context in
      let one = try left.truth(context)
      if one == deciding { return .boolean(deciding) }
      let two = try right.truth(context)
      if two == deciding { return .boolean(deciding) }
      return one == nil || two == nil ? .null : .boolean(!deciding)
    }
  }

  private func textTest(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) throws -> Typed {
    let left = try left.expecting("a text", \.isTextual)
    let right = try right.expecting("a text", \.isTextual)
    return Typed(.boolean) { context in
      guard case .text(let text) = try left.value(context), case .text(let part) = try right.value(context)
      else {
        return .null
      }
      let holds =
        switch operation {
        case .contains, .notContains: part.isEmpty || text.contains(part)
        case .startsWith, .notStartsWith: text.hasPrefix(part)
        case .endsWith, .notEndsWith: text.hasSuffix(part)
        default: try Regex(part).firstMatch(in: text) != nil
        }
      let negated: [BinaryOperator] = [.notContains, .notStartsWith, .notEndsWith, .notMatches]
      return .boolean(holds != negated.contains(operation))
    }
  }

  // MARK: + and -

  private func sum(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) throws -> Typed {
    if left.type == .null || right.type == .null { return Typed(constant: .null, .null) }
    let sign: Int128 = operation == .add ? 1 : -1
    if left.type.isNumeric || right.type.isNumeric || left.type == .null && right.type == .null {
      if let result = numericSum(sign, left, right) { return result }
    }
    switch (left.type, right.type) {
    case (.date, .date) where operation == .subtract:
      return Typed(.integer) {
        guard case .date(let one) = try left.value($0), case .date(let two) = try right.value($0) else {
          return .null
        }
        return .integer(Int64(one.ordinal - two.ordinal))
      }
    case (.date, .integer), (.date, .duration), (.date, .null):
      return Typed(.date) { try Self.shifted(try left.value($0), by: try right.value($0), sign) }
    case (.integer, .date) where operation == .add, (.duration, .date) where operation == .add:
      return Typed(.date) { try Self.shifted(try right.value($0), by: try left.value($0), 1) }
    default: break
    }
    guard operation == .add, left.type.isTextual || left.type == .null,
      right.type.isTextual || right.type == .null
    else { throw Failure.refused("\(operation) of \(left.type) and \(right.type)") }
    return Typed(.text) {
      guard case .text(let one) = try left.value($0), case .text(let two) = try right.value($0) else {
        return .null
      }
      return .text(one + two)
    }
  }

  private func numericSum(_ sign: Int128, _ left: Typed, _ right: Typed) -> Typed? {
    guard left.type.isNumeric || left.type == .null, right.type.isNumeric || right.type == .null else {
      return nil
    }
    let one = left.type == .null ? right.type : left.type
    let type = Types.number(one, right.type == .null ? one : right.type)
    return Typed(type) { context in
      let (one, two) = (try left.value(context), try right.value(context))
      if one.isNull || two.isNull { return .null }
      if let first = Exact(one), let second = Exact(two) {
        let (a, b) = try Exact.aligned(first, second)
        return try Exact(a.units + sign * b.units, scale: a.scale).value(as: type)
      }
      guard let first = ValueOrder.real(one), let second = ValueOrder.real(two) else { return .null }
      return Self.real(sign > 0 ? first + second : first - second)
    }
  }

  /// A date some days or months away; beyond the years 1 to 9999 there is none.
  private static func shifted(_ value: Value, by distance: Value, _ sign: Int128) throws -> Value {
    guard case .date(let date) = value else { return .null }
    let moved: CalendarDate?
    switch distance {
    case .integer(let days): moved = date.adding(days: Int(clamping: Int128(days) * sign))
    case .duration(let duration):
      let count = duration.count * Int(sign)
      moved = duration.unit == .days ? date.adding(days: count) : date.adding(months: count)
    default: return .null
    }
    guard let moved else { throw Failure.running("no such date") }
    return .date(moved)
  }

  // MARK: * / // %

  private func product(_ operation: BinaryOperator, _ left: Typed, _ right: Typed) throws -> Typed {
    if left.type == .null || right.type == .null { return Typed(constant: .null, .null) }
    let left = try left.expecting("a number", \.isNumeric)
    let right = try right.expecting("a number", \.isNumeric)
    let type = Self.productType(operation, left.type, right.type)
    return Typed(type) { context in
      let (one, two) = (try left.value(context), try right.value(context))
      if one.isNull || two.isNull { return .null }
      if operation != .divide, let first = Exact(one), let second = Exact(two) {
        return try Self.exactProduct(operation, first, second, type)
      }
      guard let first = ValueOrder.real(one), let second = ValueOrder.real(two) else { return .null }
      switch operation {
      case .multiply: return Self.real(first * second)
      case .divide: return second == 0 ? .null : Self.real(first / second)
      case .divideWhole: return second == 0 ? .null : Self.real((first / second).rounded(.towardZero))
      default: return second == 0 ? .null : Self.real(first.truncatingRemainder(dividingBy: second))
      }
    }
  }

  private static func productType(_ operation: BinaryOperator, _ left: DataType, _ right: DataType)
    -> DataType
  {
    guard operation != .divide else { return .real }
    guard let one = left == .null ? 0 : left.scale, let two = right == .null ? 0 : right.scale else {
      return .real
    }
    let isWhole = (left == .integer || left == .null) && (right == .integer || right == .null)
    if isWhole || operation == .divideWhole { return .integer }
    return .decimal(precision: 18, scale: operation == .multiply ? one + two : max(one, two))
  }

  private static func exactProduct(
    _ operation: BinaryOperator, _ left: Exact, _ right: Exact, _ type: DataType
  ) throws -> Value {
    if operation == .multiply {
      return try Exact(left.units * right.units, scale: left.scale + right.scale).value(as: type)
    }
    let (one, two) = try Exact.aligned(left, right)
    guard two.units != 0 else { return .null }
    let (quotient, rest) = one.units.quotientAndRemainder(dividingBy: two.units)
    return operation == .divideWhole
      ? try Exact(quotient, scale: 0).value(as: type) : try Exact(rest, scale: one.scale).value(as: type)
  }

  /// A double that is no number, or beyond all numbers, is an overflow.
  static func real(_ number: Double) -> Value { number.isNaN ? .null : .real(number) }
}

import KitModel

/// What types go together: section 7 of the language.
enum Types {
  /// The one type of several values, after widening.
  static func merged(_ types: [DataType], world: World) throws -> DataType {
    try types.reduce(.null) { try merged($0, $1, world: world) }
  }

  static func merged(_ one: DataType, _ two: DataType, world: World) throws -> DataType {
    if one == two || two == .null { return one }
    if one == .null { return two }
    if one.isTextual && two.isTextual { return .text }
    if one.isNumeric && two.isNumeric { return number(one, two) }
    switch (one, two) {
    case (.period, .period): return .period(nil)
    case (.reference(let left), .reference(let right)):
      let above = world.lineage(of: right)
      if let common = world.lineage(of: left).first(where: above.contains) { return .reference(common) }
      throw Failure.refused("references to \(left) and \(right)")
    default: throw Failure.refused("\(one) and \(two) are no one type")
    }
  }

  static func number(_ one: DataType, _ two: DataType) -> DataType {
    let bothPercent = isPercent(one) && isPercent(two)
    guard let left = one.scale, let right = two.scale else { return bothPercent ? .realPercent : .real }
    let scale = max(left, right)
    if bothPercent { return .percent(scale: scale) }
    return one == .integer && two == .integer ? .integer : .decimal(precision: 18, scale: scale)
  }

  static func isPercent(_ type: DataType) -> Bool {
    switch type {
    case .percent, .realPercent: true
    default: false
    }
  }

  /// A value of one type as the wider type holds it.
  static func convert(_ value: Value, to type: DataType) throws -> Value {
    if value.isNull { return .null }
    switch (type, value) {
    case (.real, _), (.realPercent, _): return ValueOrder.real(value).map { .real($0) } ?? .null
    case (.decimal, _), (.percent, _), (.integer, _): return try Exact(value)?.value(as: type) ?? value
    default: return value
    }
  }

  /// Refused unless the two can be compared.
  static func checkComparable(_ one: Typed, _ two: Typed, world: World) throws {
    if one.type == .null || two.type == .null { return }
    if one.type.isNumeric && two.type.isNumeric {
      try checkPercent(one, two)
      return try checkPercent(two, one)
    }
    if one.type.isTextual && two.type.isTextual {
      try checkChoice(one, two)
      return try checkChoice(two, one)
    }
    switch (one.type, two.type) {
    case (.date, .date), (.boolean, .boolean), (.time, .time), (.time, .date), (.date, .time): return
    case (.period(let left), .period(let right)) where left == right || left == nil || right == nil: return
    case (.period(.year), .integer), (.integer, .period(.year)): return
    case (.duration(.days), .integer), (.integer, .duration(.days)): return
    case (.duration(let left), .duration(let right)) where left == right: return
    case (.reference, let other) where other.isTextual: return
    case (let other, .reference) where other.isTextual: return
    case (.reference, .reference):
      _ = try merged(one.type, two.type, world: world)
    default: throw Failure.refused("cannot compare \(one.type) with \(two.type)")
    }
  }

  private static func checkPercent(_ one: Typed, _ two: Typed) throws {
    guard isPercent(one.type), !isPercent(two.type), let literal = two.literal,
      let number = ValueOrder.real(literal), number > 1
    else { return }
    throw Failure.refused("a percent against \(number)")
  }

  private static func checkChoice(_ one: Typed, _ two: Typed) throws {
    guard case .choice(let values) = one.type, case .text(let text)? = two.literal else { return }
    if !values.contains(text) { throw Failure.refused("\(text) is no choice") }
  }
}

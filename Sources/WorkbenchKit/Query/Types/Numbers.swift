import KitModel

/// Exact numbers in SQL: whole numbers of units. Where the size is not known to fit, the result is checked once
/// at the end (`sealed`): a sum or product that overflows becomes a real, and stays one.
extension Typed {
  static let limit = Int128(Int64.max)

  static func power(_ exponent: Int) -> Int64 {
    (0..<max(0, min(exponent, 18))).reduce(Int64(1)) { power, _ in power * 10 }
  }

  var isExact: Bool { type.scale != nil }
  var isReal: Bool { type == .real || type == .realPercent }
  var isPercent: Bool {
    switch type {
    case .percent, .realPercent: true
    default: false
    }
  }

  /// The units at a larger scale.
  func units(scale: Int) -> Typed {
    guard let own = type.scale, scale > own else { return self }
    let factor = Self.power(scale - own)
    var result = self
    result.type = isPercent ? .percent(scale: scale) : .decimal(precision: 18, scale: scale)
    switch constant {
    case .integer(let number):
      if let widened = ExactDecimal(units: number, scale: 0).rescaled(to: scale) {
        return Typed(.decimal(widened), result.type, span: span)
      }
    case .decimal(let number):
      if let widened = number.rescaled(to: scale) { return Typed(.decimal(widened), result.type, span: span) }
    default: break
    }
    let product = Self.product(self, Typed(.number(factor), .integer, magnitude: Int128(factor)))
    result.sql = product.sql
    result.magnitude = product.magnitude
    result.needsCheck = product.needsCheck
    result.constant = nil
    return result
  }

  /// The same value as a double.
  var real: SQLExpression {
    let sql = sealed().sql
    switch (type.scale, constant) {
    case (nil, _): return sql
    case (_, .integer(let number)): return .bound(.real(Double(number)))
    case (_, .decimal(let number)): return .bound(.real(number.real))
    case (0, _): return .cast(sql, .real)
    case (let scale?, _): return .binary(.divide, sql, .realNumber(Self.power(scale)))
    }
  }

  static func sum(_ left: Typed, _ right: Typed, subtract: Bool) -> Typed {
    let bound = left.magnitude.flatMap { one in right.magnitude.map { one + $0 } }
    return exact(.binary(subtract ? .subtract : .add, left.sql, right.sql), bound, of: [left, right])
  }

  static func product(_ left: Typed, _ right: Typed) -> Typed {
    let bound = left.magnitude.flatMap { one in
      right.magnitude.flatMap { two -> Int128? in
        let (product, overflow) = one.multipliedReportingOverflow(by: two)
        return overflow ? nil : product
      }
    }
    return exact(.binary(.multiply, left.sql, right.sql), bound, of: [left, right])
  }

  private static func exact(_ sql: SQLExpression, _ bound: Int128?, of parts: [Typed]) -> Typed {
    let fits = bound.map { $0 <= limit } ?? false
    var result = Typed(sql, .integer, magnitude: fits ? bound : nil)
    result.needsCheck = !fits || parts.contains(where: \.needsCheck)
    return result
  }

  /// Both as numbers of one type: the larger scale, or reals.
  static func unified(_ left: Typed, _ right: Typed) -> (Typed, Typed, DataType)? {
    guard left.type.isNumeric, right.type.isNumeric else { return nil }
    let bothPercent = left.isPercent && right.isPercent
    if let one = left.type.scale, let two = right.type.scale {
      let scale = max(one, two)
      let (a, b) = (left.units(scale: scale), right.units(scale: scale))
      if bothPercent { return (a, b, .percent(scale: scale)) }
      if left.type == .integer && right.type == .integer { return (a, b, .integer) }
      return (a, b, .decimal(precision: 18, scale: scale))
    }
    let type: DataType = bothPercent ? .realPercent : .real
    return (left.with(left.real, type), right.with(right.real, type), type)
  }

  func of(_ type: DataType) -> Typed {
    var result = self
    result.type = type
    return result
  }

  func with(_ sql: SQLExpression, _ type: DataType) -> Typed {
    var result = self
    if sql != self.sql {
      result.constant = nil
      result.magnitude = nil
    }
    result.sql = sql
    result.type = type
    if sql != self.sql { result.needsCheck = false }
    return result
  }

  /// The value as `target`, where that loses nothing; nil where the types do not go together.
  func converted(to target: DataType) -> Typed? {
    if type == target || type == .null { return with(sql, target) }
    switch (type, target) {
    case (_, .real) where type.isNumeric, (_, .realPercent) where type.isNumeric: return with(real, target)
    case (.integer, .decimal(_, let scale)), (.decimal, .decimal(_, let scale)),
      (.percent, .decimal(_, let scale)), (.integer, .percent(let scale)), (.decimal, .percent(let scale)),
      (.percent, .percent(let scale)):
      guard let own = type.scale else { return nil }
      if own <= scale {
        let widened = units(scale: scale).sealed()
        return widened.with(widened.sql, target)
      }
      if case .decimal(let number)? = constant, let fitting = number.rescaled(to: scale) {
        return Typed(.decimal(fitting), target, span: span)
      }
      return nil
    case (_, .text) where type.isTextual, (_, .choice) where type.isTextual, (_, .file) where type.isTextual:
      return with(sql, target)
    case (.reference, .reference), (.reference, .text),
      (_, .reference) where type.isTextual || type == target:
      return with(sql, target)
    case (.period, .period(nil)), (.period(nil), .period): return with(sql, target)
    default: return nil
    }
  }
}

import KitModel

/// Means of marks, as tables show them.
enum Mean {
  static let places = 2
  static let type = DataType.decimal(precision: 18, scale: places)
  static let rateType = DataType.percent(scale: 4)

  /// sum ÷ count, exact, then rounded 四舍五入 to `places`; null where there is nothing to be averaged.
  static func value(sum: Value, count: Value) -> Value {
    guard let sum = InputGatherer.number(sum), let count = InputGatherer.number(count) else { return .null }
    return sum.divided(by: count).flatMap { $0.decimal(places: places) }.map(Value.decimal) ?? .null
  }

  /// A share as a percent with two places.
  static func rate(_ share: Fraction) -> Value { share.decimal(places: 4).map(Value.decimal) ?? .null }
}

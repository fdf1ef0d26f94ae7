/// One mark or figure that an evaluator entered on a sheet.
public struct Entry: Hashable, Sendable {
  /// Who entered it: the key of the evaluator, or the number of an anonymous sheet.
  public var by: String
  public var value: Fraction
  /// The denominator, where the indicator asks for one.
  public var base: Fraction?
  public var reason: String?

  public init(by: String, value: Fraction, base: Fraction? = nil, reason: String? = nil) {
    self.by = by
    self.value = value
    self.base = base
    self.reason = reason
  }
}

/// A whole length of time: days (a week is seven) or months (a year is twelve). The two never mix, since a
/// month has no fixed number of days.
public struct Duration: Hashable, Sendable {
  public enum Unit: Sendable { case days, months }

  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }
}

/// Numbers to be drawn.
public struct Chart: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable { case bar, line, dot, histogram }

  public var kind: Kind
  public var title: String?
  /// What the numbers are, such as `得分`; beside the axis.
  public var unit: String?
  /// What each place of the axis is called, from left to right. For a histogram there are none.
  public var categories: [String]
  /// One or several rows of numbers over the same places.
  public var series: [Series]
  /// Of points between two axes: where each lies along the lower one; nil: missing. Nil for all other charts, whose
  /// places stand side by side.
  public var positions: [Double?]?
  /// What the positions are; below the axis.
  public var axis: String?

  public init(
    _ kind: Kind, title: String? = nil, unit: String? = nil, categories: [String], series: [Series],
    positions: [Double?]? = nil, axis: String? = nil
  ) {
    self.positions = positions
    self.axis = axis
    self.kind = kind
    self.title = title
    self.unit = unit
    self.categories = categories
    self.series = series
  }

  public struct Series: Hashable, Sendable {
    public var name: String
    /// A number for each category; nil: missing, never zero. For a histogram, the numbers to be counted.
    public var values: [Double?]

    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }
}

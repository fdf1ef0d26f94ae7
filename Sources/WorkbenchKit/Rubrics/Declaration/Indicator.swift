import KitModel

/// An indicator (指标): a node with children, or a leaf that is measured and marked.
public struct Indicator: Hashable, Sendable {
  /// As the office writes it: `A1.2`.
  public var id: String
  public var label: Label
  public var meaning: Label?
  /// What its marks go up to. 0: it adds or takes marks beyond the full ones.
  public var full: Fraction
  /// Its share of its parent where the siblings are weighted; nil: its marks are added as they are.
  public var weight: Fraction?
  public var children: [Indicator]
  public var leaf: Leaf?
  /// The line of its file, for messages.
  public var line: Int

  /// What makes an indicator without children a mark.
  public struct Leaf: Hashable, Sendable {
    public var measure: Measure
    public var rule: Rule
    /// An expression over the columns of the subjects; where it is not true the indicator does not apply.
    public var applies: String?
    /// Nil: as the rubric says.
    public var missing: MissingPolicy?
    /// A real number may be used, although it is not exact.
    public var isApproximate: Bool
    /// What the evaluators are told: 评分标准.
    public var standard: String?
  }

  public var leaves: [Indicator] { leaf != nil ? [self] : children.flatMap(\.leaves) }
  public var subtree: [Indicator] { [self] + children.flatMap(\.subtree) }

  /// Adds or takes marks beyond the full ones: it is not scaled when other indicators do not apply.
  public var isExtra: Bool { full.isZero }
}

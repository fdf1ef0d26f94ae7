/// How totals become grades: lines, quotas, or both. The first grade that a subject meets is its own.
public struct Grading: Hashable, Sendable {
  /// From the best to the last; the last has neither line nor share.
  public var grades: [Grade]
  /// What happens to equal totals on both sides of a quota's end.
  public var tie: Tie?

  public struct Grade: Hashable, Sendable {
    public var name: String
    /// The least total.
    public var line: Fraction?
    public var quota: Quota?
  }

  /// At most this share of the subjects with a total in their group.
  public struct Quota: Hashable, Sendable {
    public var share: Fraction
    public var roundsUp: Bool
    public var withinCategory: Bool

    /// How many of `count` subjects: 30% of 27 is 8.
    public func places(of count: Int) -> Int {
      let exact = share * Fraction(count)
      return max(0, min(count, (roundsUp ? exact.ceiling : exact.floor) ?? 0))
    }
  }

  public enum Tie: Hashable, Sendable {
    /// All of them are within the quota.
    case `in`
    /// None of them is.
    case out
    /// Those with more marks in these indicators, in their order, go first; who is equal there too is treated as
    /// `otherwise` says.
    case by([String], otherwise: Final)
  }

  public enum Final: String, Hashable, Sendable, CaseIterable { case `in`, out }

  public func index(of name: String) -> Int? { grades.firstIndex { $0.name == name } }
}

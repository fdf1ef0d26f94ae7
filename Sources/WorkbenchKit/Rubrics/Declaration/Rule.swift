/// How the figure of a leaf becomes a mark.
public enum Rule: Hashable, Sendable {
  /// Marks as entered, between 0 and full; `steps` are the only ones allowed, if any.
  case points(steps: [Fraction])
  /// figure ÷ target × full, at most full; the other way round where less is better.
  case ratio(target: Fraction, direction: Direction)
  /// The marks of the first band that the figure reaches.
  case bands([Band], otherwise: Fraction, direction: Direction)
  /// Full where the target is reached, else `otherwise`.
  case threshold(target: Fraction, direction: Direction, otherwise: Fraction)
  /// Full where the target is reached; the others by their rank among those that did not reach it.
  case thresholdElseRank(target: Fraction, direction: Direction, ladder: Ladder)
  /// Full less what events or units of the figure take, not below the floor.
  case deduction(each: Fraction, floor: Fraction)
  /// What events or units of the figure bring, at most the cap.
  case bonus(each: Fraction, cap: Fraction)
  /// No marks, but an effect on the result, once it was decided.
  case veto(VetoEffect)
  /// Marks of several kinds of evaluators, weighted.
  case evaluators([EvaluatorShare])
  /// By rank among all subjects of the group.
  case rank(Ladder, direction: Direction)
  /// First = full, the others in proportion to the first.
  case proportion(direction: Direction, withinCategory: Bool)
  /// The mark that the subject gave itself and the one that was verified, in shares.
  case shares(SelfShares)

  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case higher, lower

    /// Whether the figure is as good as the line or better.
    func reaches(_ value: Fraction, _ line: Fraction) -> Bool {
      self == .higher ? value >= line : value <= line
    }
    func isBetter(_ value: Fraction, than other: Fraction) -> Bool {
      self == .higher ? value > other : value < other
    }
  }

  public struct Band: Hashable, Sendable {
    public var line: Fraction
    public var marks: Fraction
  }

  /// Marks by rank: the first, the second, … and the rest. Equal figures share the better rank.
  public struct Ladder: Hashable, Sendable {
    public var marks: [Fraction]
    public var rest: Fraction
    public var withinCategory: Bool
  }

  public enum VetoEffect: Hashable, Sendable {
    /// The grade is this one, whatever the marks.
    case grade(String)
    /// The grade is this one or a lower one.
    case gradeAtMost(String)
    /// The total is this many marks.
    case score(Fraction)
  }

  public struct SelfShares: Hashable, Sendable {
    public var ownEvaluator: String
    public var verifiedEvaluator: String
    public var ownShare: Fraction
    public var verifiedShare: Fraction
    /// The verifier gives a reason where the two differ by more.
    public var reasonAbove: Fraction?
  }

  public struct EvaluatorShare: Hashable, Sendable {
    public var evaluator: String
    public var weight: Fraction
    /// What happens when this kind has too few marks.
    public var otherwise: Otherwise

    public enum Otherwise: String, Hashable, Sendable, CaseIterable {
      /// The mark is missing.
      case missing
      /// The other kinds share its weight in their proportion.
      case share
    }
  }

  /// The id under which a file names it.
  public var name: String {
    switch self {
    case .points: "points"
    case .ratio: "ratio"
    case .bands: "bands"
    case .threshold: "threshold"
    case .thresholdElseRank: "threshold_rank"
    case .deduction: "deduction"
    case .bonus: "bonus"
    case .veto: "veto"
    case .evaluators: "evaluators"
    case .rank: "rank"
    case .proportion: "proportion"
    case .shares: "shares"
    }
  }

  /// The kinds of evaluators whose marks it uses.
  public var evaluatorIds: [String] {
    switch self {
    case .evaluators(let shares): shares.map(\.evaluator)
    case .shares(let shares): [shares.ownEvaluator, shares.verifiedEvaluator]
    default: []
    }
  }
}

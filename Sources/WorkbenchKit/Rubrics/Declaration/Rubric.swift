import KitModel

/// An indicator system (指标体系) of one year: who is assessed, by which indicators, and how marks become a grade.
///
/// Read from YAML by `RubricFile.read`, which reports every fault of the file at once. See `docs/rubrics.md`.
public struct Rubric: Hashable, Sendable {
  /// The plugin in whose name it assesses: `duty`. Its results are `duty.result`.
  public var plugin: String
  public var year: Period
  public var label: Label
  public var meaning: Label?
  /// Shipped to be edited, not to be used as it is.
  public var isExample: Bool
  public var subjects: Subjects
  /// What the whole is worth.
  public var full: Fraction
  public var rounding: RubricRounding
  /// What grades, lines and ranks look at.
  public var compares: Comparison
  /// What a missing or refused value does where a leaf says nothing else.
  public var missing: MissingPolicy
  public var notApplicable: ScalingPlace
  public var evaluators: [Evaluator]
  /// The aspects: the first level of the tree.
  public var indicators: [Indicator]
  public var grading: Grading?
  public var life: RubricLife
  public var crosswalk: Crosswalk?
  /// SHA-256 of the file, in hexadecimal digits: what tells one state of a rubric from another.
  public var digest: String
  /// The file it was read from, as the user knows it.
  public var file: String
  /// What stood in the file when it was read.
  var text: [UInt8] = []

  /// Who is assessed: a pipeline whose first column is the subject.
  public struct Subjects: Hashable, Sendable {
    public var pipeline: String
    /// The column that says in which group a subject is ranked; nil: all are one group.
    public var category: String?
    /// The line of its file, for messages.
    public var line: Int?
  }

  /// The number that decides: as calculated, or as rounded where the rubric rounds.
  public enum Comparison: String, Hashable, Sendable, CaseIterable { case full, rounded }

  /// Where marks are scaled up when something does not apply: once, at the total, or at each node.
  public enum ScalingPlace: String, Hashable, Sendable, CaseIterable { case total, node }

  /// All leaves, in their order.
  public var leaves: [Indicator] { indicators.flatMap(\.leaves) }

  /// All indicators, parents before their children.
  public var all: [Indicator] { indicators.flatMap(\.subtree) }

  public func indicator(_ id: String) -> Indicator? {
    let key = NameKey(id)
    return all.first { NameKey($0.id) == key } ?? all.first { NameKey($0.label.zh) == key }
      ?? all.first { NameKey($0.label.en) == key }
  }

  public func evaluator(_ id: String) -> Evaluator? { evaluators.first { $0.id == id } }

  /// The first eight digits of the digest, for people.
  public var code: String { String(digest.prefix(8)) }
}

/// The one place at which marks are rounded.
public struct RubricRounding: Hashable, Sendable {
  public enum Place: String, Hashable, Sendable, CaseIterable { case leaf, node, total }

  public var place: Place
  /// Decimal places, 0 to 6.
  public var places: Int
  public var rule: Fraction.Rounding

  public init(place: Place, places: Int, rule: Fraction.Rounding) {
    self.place = place
    self.places = places
    self.rule = rule
  }
}

/// What becomes of a leaf without a value.
public enum MissingPolicy: String, Hashable, Sendable, CaseIterable {
  /// The subject has no total until the value is there.
  case refuse
  /// It counts as no marks, and that is said.
  case zero
  /// The leaf is left out as if it did not apply, and that is said.
  case exclude
}

/// The days between the stations of a result.
public struct RubricLife: Hashable, Sendable {
  /// Days after feedback within which a subject may object.
  public var reviewDays: Int
  /// Days for which the result is announced before it may be sealed.
  public var noticeDays: Int
  /// The days are working days.
  public var countsWorkdays: Bool

  public init(reviewDays: Int, noticeDays: Int, countsWorkdays: Bool) {
    self.reviewDays = reviewDays
    self.noticeDays = noticeDays
    self.countsWorkdays = countsWorkdays
  }
}

/// Which indicators of this rubric stand for which of an earlier one.
public struct Crosswalk: Hashable, Sendable {
  public var from: Period
  /// Indicators of this rubric with those of the earlier one whose marks together they are compared with.
  public var pairs: [Pair]

  public struct Pair: Hashable, Sendable {
    public var now: String
    public var before: [String]
    /// The line of its file, for messages.
    public var line: Int?
  }
}

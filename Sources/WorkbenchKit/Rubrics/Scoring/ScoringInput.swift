/// All that a rubric's marks follow from, gathered before anything is calculated.
public struct ScoringInput: Sendable {
  public var subjects: [Subject]
  /// By leaf, for each subject: whether it applies; nil where the condition has no answer. A leaf without
  /// condition has no entry.
  public var applies: [String: [Bool?]] = [:]
  /// By leaf, for each subject, where the measure is no mark.
  public var figures: [String: [Figure]] = [:]
  /// By leaf and kind of evaluator, for each subject.
  public var entries: [String: [String: [EntryList]]] = [:]
  /// 合理缺项 that the office decided: the reason by leaf and subject.
  public var exemptions: [Cell: String] = [:]
  /// Vetoes that were decided and not lifted: the decision by leaf and subject.
  public var vetoes: [Cell: String] = [:]
  /// Marks that an objection changed.
  public var adjustments: [Cell: Adjustment] = [:]

  public init(subjects: [Subject]) { self.subjects = subjects }

  public struct Subject: Hashable, Sendable {
    public var key: String
    public var category: String

    public init(key: String, category: String) {
      self.key = key
      self.category = category
    }
  }

  /// One leaf of one subject.
  public struct Cell: Hashable, Sendable {
    public var indicator: String
    /// The place of the subject among `subjects`.
    public var subject: Int

    public init(_ indicator: String, _ subject: Int) {
      self.indicator = indicator
      self.subject = subject
    }
  }

  /// What an upheld objection made of a mark.
  public struct Adjustment: Hashable, Sendable {
    public var mark: Fraction
    /// The number of the objection.
    public var objection: String

    public init(mark: Fraction, objection: String) {
      self.mark = mark
      self.objection = objection
    }
  }
}

/// What a rubric made of its input.
public struct ScoringResult: Sendable {
  public let rubric: Rubric
  public let leaves: [Indicator]
  /// By leaf, for each subject.
  public let outcomes: [[LeafOutcome]]
  /// In the order of the input.
  public let subjects: [ScoredSubject]
}

/// The result of one subject.
public struct ScoredSubject: Hashable, Sendable {
  public var subject: ScoringInput.Subject
  public var total: SubjectTotal
  var nodes: [Totals.NodeMark]
  /// Vetoes in effect, by leaf.
  public var vetoes: [String] = []
  var effects: [Rule.VetoEffect] = []
  public var grade: String?
  /// Among all, and within the category; nil without a total. Equal totals share the better rank.
  public var rank: Int?
  public var categoryRank: Int?
  /// Exact and rounded total lead to different grades.
  public var isOnLine = false
  public var remarks: [Remark] = []

  init(subject: ScoringInput.Subject, total: SubjectTotal, nodes: [Totals.NodeMark]) {
    self.subject = subject
    self.total = total
    self.nodes = nodes
  }
}

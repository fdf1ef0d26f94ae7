import KitModel

/// A kind of evaluator (评价主体): who fills score sheets, for whom, and how several of one kind become one mark.
public struct Evaluator: Hashable, Sendable {
  public var id: String
  public var label: Label
  /// A pipeline whose first column is who fills the sheet and whose second is the subject; nil: each subject
  /// fills one for itself.
  public var pairs: String?
  /// The entity of those who fill it; nil: that of the subjects.
  public var entity: String?
  /// Columns of the evaluator shown when chasing sheets: contact and telephone.
  public var contact: [String]
  /// Nothing that is kept or shown tells who gave which mark.
  public var isAnonymous: Bool
  /// Each row names the person who gave the mark: a first assessor, who decides no objection to it.
  public var isSigned: Bool
  /// The least number of marks; with fewer, marks of this kind are not used.
  public var least: Int
  /// From this many marks on the highest and the lowest are left out.
  public var dropsFrom: Int?
  /// The kind whose marks are shown on its sheets, such as the self score to the verifier.
  public var shows: String?
  /// Days after sending out.
  public var deadlineDays: Int?
  /// The line of its file, for messages.
  public var line: Int?
}

import KitModel

/// What became of a column of a file.
public struct ColumnMapping: Hashable, Sendable {
  /// Column of the file, from 0.
  public var column: Int
  /// The heading as shown; rows of a heading are set apart by `·`.
  public var heading: String
  public var outcome: Outcome

  public enum Outcome: Hashable, Sendable {
    /// Taken into this field; `how` says by what.
    case taken(field: String, label: Label, how: How)
    /// Names nothing.
    case unmatched
    /// Numbers the rows, and means no field.
    case rowNumber
    /// Left out because the user said so.
    case leftOut
    /// Names a field less well than another column does.
    case second(field: String, label: Label, other: String)
    /// Looks like these fields; has to be confirmed.
    case unsure([Candidate])
  }

  /// A field that a heading looks like.
  public struct Candidate: Hashable, Sendable {
    public var field: String
    public var label: Label
    /// The name of the field that the heading is near to.
    public var name: String
  }

  public enum How: Hashable, Sendable {
    /// By id, label, alias or former label.
    case name
    /// By `--map` or the answer at the prompt.
    case said
    /// By what was confirmed earlier for the same headings.
    case remembered
  }
}

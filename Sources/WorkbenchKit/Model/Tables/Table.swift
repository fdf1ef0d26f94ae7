/// Columns and rows, with what has to be said about them. What a query or a command returns.
public struct Table: Sendable {
  public var columns: [Column]
  public var rows: [Row]
  /// What the footer says: rows passed over, cuts through ties, defaults taken.
  public var remarks: [Diagnostic]
  /// Sensitive values stand in it in plain, to be seen once: nothing keeps a copy.
  public var isRevealed = false

  public init(columns: [Column], rows: [Row] = [], remarks: [Diagnostic] = []) {
    self.columns = columns
    self.rows = rows
    self.remarks = remarks
  }

  /// One row; `values` has one value for each column.
  public struct Row: Hashable, Sendable {
    public var values: [Value]
    public var mark: Mark

    public init(_ values: [Value], mark: Mark = .plain) {
      self.values = values
      self.mark = mark
    }
  }

  /// Whether a row is data or was added by the stage `total`.
  public enum Mark: Hashable, Sendable { case plain, subtotal, total }
}

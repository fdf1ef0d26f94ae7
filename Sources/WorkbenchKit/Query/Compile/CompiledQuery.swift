import KitModel

/// One SELECT, ready to run: its text, its parameters, what its columns mean and what is to be said about it.
///
/// Run `sql` with `parameters` bound in their order, hand each row to a `RowReader` and say, when the rows
/// are read, what `footnotes` and the reader's `tie` find.
public struct CompiledQuery: Hashable, Sendable {
  public var sql: String
  public var parameters: [SQLValue]
  /// The visible columns, in order.
  public var columns: [ResultColumn]
  /// Index of the result column that says what the row is: 0 data, 1 subtotal, 2 total. Nil: all are data.
  public var markIndex: Int?
  /// Known before anything runs: a column renamed, columns added by union, a path through the unit.
  public var remarks: [Diagnostic]
  /// To be measured after the rows were read.
  public var footnotes: [Footnote]
  /// Set when the rows were cut after a sort: one row more is asked for, to see whether the cut goes through
  /// rows that are equal.
  public var lookahead: Lookahead?

  public init(
    sql: String, parameters: [SQLValue], columns: [ResultColumn], markIndex: Int? = nil,
    remarks: [Diagnostic] = [], footnotes: [Footnote] = [], lookahead: Lookahead? = nil
  ) {
    self.sql = sql
    self.parameters = parameters
    self.columns = columns
    self.markIndex = markIndex
    self.remarks = remarks
    self.footnotes = footnotes
    self.lookahead = lookahead
  }

  /// The row behind the last one that is shown, and how to count its equals.
  public struct Lookahead: Hashable, Sendable {
    /// Rows that belong to the result; one more is fetched.
    public var rows: Int
    /// Indices of the result columns by which the rows are sorted.
    public var keyIndices: [Int]
    /// Said when the row behind the last has the keys of the last.
    public var footnote: Footnote

    public init(rows: Int, keyIndices: [Int], footnote: Footnote) {
      self.rows = rows
      self.keyIndices = keyIndices
      self.footnote = footnote
    }
  }
}

/// A visible column of a result and where its values are found.
public struct ResultColumn: Hashable, Sendable {
  public var column: Column
  /// Index among the columns that the engine returns.
  public var index: Int
  /// For a reference: the index of the name of the row it points to.
  public var nameIndex: Int?

  public init(column: Column, index: Int, nameIndex: Int? = nil) {
    self.column = column
    self.index = index
    self.nameIndex = nameIndex
  }
}

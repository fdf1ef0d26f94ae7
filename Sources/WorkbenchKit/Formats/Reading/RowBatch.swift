/// Some rows of a file as they were read: UTF-8 bytes and, for each cell, where it lies in them.
///
/// One shape for csv, xlsx and json, so that everything above reads cells in one way and without making a
/// `String` for each. Batches are made by readers and reused by them; a consumer keeps nothing of one.
public struct RowBatch: Sendable {
  /// The text of all cells, UTF-8, checked. Cells point into it; bytes between them mean nothing.
  public var bytes: [UInt8] = []
  /// Cells of all rows, row by row, in the order of their columns; empty cells of a sparse sheet are absent.
  public var cells: [Cell] = []
  /// For each row the index of its first cell, and one more for the end.
  public var rowStarts: [Int] = [0]
  /// For each row its number in the file: the line (csv), the row of the sheet (xlsx), from 1.
  public var rowNumbers: [Int] = []

  public init() {}

  public var rowCount: Int { rowNumbers.count }

  /// A cell: its place in `bytes`, its column and what the file says it is.
  public struct Cell: Sendable {
    public var offset: Int
    public var length: Int
    /// Column of the file, from 0.
    public var column: Int
    public var kind: Kind

    public init(offset: Int, length: Int, column: Int, kind: Kind) {
      self.offset = offset
      self.length = length
      self.column = column
      self.kind = kind
    }
  }

  /// What the file itself says of a cell. A csv knows only text.
  public enum Kind: UInt8, Sendable {
    /// Text, as written.
    case text
    /// A number; the text is its shortest exact form, or the form of a format such as 0000 (leading zeros).
    case number
    /// A date kept as a serial number with a date format; the text is `2024-09-01` (or with a time behind).
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error value, `#N/A` and its like; the text is its name.
    case error
    /// A formula without a cached value; the text is the formula.
    case uncalculated
  }
}

import KitModel

/// A sheet of a workbook, before its rows are read. A csv or json file counts as one sheet without a name.
public struct SheetInfo: Hashable, Sendable {
  /// Its name as on the tab; nil outside workbooks.
  public var name: String?
  public var isHidden: Bool
  /// The range that the sheet says it fills. Programs write it wrong: a hint, never to be relied upon.
  public var declaredRange: CellRange?

  public init(name: String?, isHidden: Bool = false, declaredRange: CellRange? = nil) {
    self.name = name
    self.isHidden = isHidden
    self.declaredRange = declaredRange
  }
}

/// What a sheet says about its layout apart from its cells.
public struct SheetFacts: Hashable, Sendable {
  /// Cells that are merged to one; the text stands in the first cell of each range.
  public var mergedRanges: [CellRange] = []
  /// Columns that are hidden, from 0.
  public var hiddenColumns: [ClosedRange<Int>] = []
  /// What may be typed where, as far as its maker has laid it down.
  public var entryRules: [EntryRule] = []

  public init() {}
}

/// What the cells of a block take.
public struct EntryRule: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// One of these, which a drop-down offers.
    case list([String])
    case whole, decimal, date
  }

  public var ranges: [CellRange]
  public var kind: Kind
  /// The least and the greatest number that it takes, where these stand there as numbers.
  public var minimum: ExactDecimal?
  public var maximum: ExactDecimal?
}

/// A block of cells; rows from 1 as `RowBatch.rowNumbers`, columns from 0 as `RowBatch.Cell.column`.
public struct CellRange: Hashable, Sendable {
  public var rows: ClosedRange<Int>
  public var columns: ClosedRange<Int>

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

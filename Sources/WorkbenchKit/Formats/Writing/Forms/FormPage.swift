import KitModel

/// A sheet to be filled in by somebody else: what stands in it, what may be typed where.
public struct FormPage: Sendable {
  /// The name of the tab, as Excel takes it.
  public var name: String
  public var title: String
  /// 填报说明, line by line.
  public var guide: [String]
  /// 填报单位, period and deadline in one line.
  public var facts: String
  public var columns: [FormColumn]
  /// Values by row and column; null is an empty cell.
  public var rows: [[Value]]
  /// The row from which on rows are free: cells of columns with `opensBelow` are open there.
  public var firstFree: Int?
  /// One record, its fields below each other.
  public var isVertical: Bool
  public var language: UILanguage

  public init(
    name: String, title: String, guide: [String], facts: String, columns: [FormColumn], rows: [[Value]],
    isVertical: Bool, language: UILanguage
  ) {
    self.name = name
    self.title = title
    self.guide = guide
    self.facts = facts
    self.columns = columns
    self.rows = rows
    self.isVertical = isVertical
    self.language = language
  }

  public var grid: FormGrid {
    FormGrid(guideLines: guide.count, columns: columns.count, rows: rows.count, isVertical: isVertical)
  }
}

/// A column of a sheet to be filled in.
public struct FormColumn: Sendable {
  public var label: String
  public var type: DataType
  /// Filled in beforehand.
  public var isLocked: Bool
  /// Locked in the rows that are there, and open in the free rows below them.
  public var opensBelow = false
  public var isRequired: Bool
  public var minimum: Value?
  public var maximum: Value?
  /// The column whose value in the same row is the upper limit.
  public var limit: Int?

  public init(
    label: String, type: DataType, isLocked: Bool, isRequired: Bool = false, minimum: Value? = nil,
    maximum: Value? = nil, limit: Int? = nil
  ) {
    self.label = label
    self.type = type
    self.isLocked = isLocked
    self.isRequired = isRequired
    self.minimum = minimum
    self.maximum = maximum
    self.limit = limit
  }
}

/// Where the cells of a form stand: the same for who writes it and who reads it back.
public struct FormGrid: Hashable, Sendable {
  public var guideLines: Int
  public var columns: Int
  public var rows: Int
  public var isVertical: Bool

  public init(guideLines: Int, columns: Int, rows: Int, isVertical: Bool) {
    self.guideLines = guideLines
    self.columns = columns
    self.rows = rows
    self.isVertical = isVertical
  }

  /// Rows of the sheet from 0: title, guide, facts, heading.
  public var factsRow: Int { guideLines + 1 }
  public var headingRow: Int { guideLines + 2 }
  public var width: Int { isVertical ? 2 : columns }
  /// The first row below the form.
  public var end: Int { headingRow + 1 + (isVertical ? columns : rows) }

  /// Row and column of the sheet, both from 0.
  public func place(row: Int, column: Int) -> (row: Int, column: Int) {
    isVertical ? (headingRow + 1 + column, 1) : (headingRow + 1 + row, column)
  }
}

import KitModel

/// What is to be put into one sheet of a received workbook. Places are those of the sheet as it was received.
package struct SheetFilling: Sendable {
  /// Index among the sheets that hold cells.
  package var sheet: Int
  package var block: FillingBlock?
  /// For each row of the block, from the first, what comes into which column (from 0).
  package var rows: [[Int: FilledValue]] = []
  /// Single cells.
  package var cells: [FilledCell] = []

  package init(sheet: Int) { self.sheet = sheet }

  /// Rows that have to be inserted.
  package var inserted: Int { block.map { max(0, rows.count - $0.height) } ?? 0 }

  /// What inserting them does to places of the sheet.
  var shift: RowShift {
    guard let block, inserted > 0 else { return .none }
    let count = inserted
    switch block.blank {
    case 0: return RowShift(at: block.first, count: count, edge: block.hasRowsAbove ? block.first - 1 : nil)
    case 1: return RowShift(at: block.first + 1, count: count, edge: block.first)
    default: return RowShift(at: block.first + block.blank - 1, count: count)
    }
  }
}

/// The blank rows below a heading that take the rows of a table.
package struct FillingBlock: Hashable, Sendable {
  package var first: Int
  /// How many there are.
  package var blank: Int
  /// Whether nothing stands below that more rows could run into, and no line is drawn around them.
  package var isOpen: Bool
  /// Whether rows of the table stand between the heading and the block.
  package var hasRowsAbove: Bool

  package init(first: Int, blank: Int, isOpen: Bool, hasRowsAbove: Bool = false) {
    self.first = first
    self.blank = blank
    self.isOpen = isOpen
    self.hasRowsAbove = hasRowsAbove
  }

  fileprivate var height: Int { isOpen ? Int.max : blank }
}

/// A cell by itself and what comes into it.
package struct FilledCell: Sendable {
  package var row: Int
  /// From 0.
  package var column: Int
  package var value: FilledValue

  package init(row: Int, column: Int, value: FilledValue) {
    self.row = row
    self.column = column
    self.value = value
  }
}

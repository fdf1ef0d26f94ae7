import KitFormats

/// A row near the top of a sheet, kept as text while the heading is looked for.
struct HeadRow {
  /// Its number in the file.
  let number: Int
  /// What stands in each column that holds something.
  let cells: [Int: Cell]

  struct Cell {
    let text: String
    let kind: RowBatch.Kind
  }

  /// The rows of a batch that hold something.
  static func rows(of batch: RowBatch, limit: Int = .max) -> [HeadRow] {
    (0..<min(limit, batch.rowCount)).compactMap { row in
      var cells: [Int: Cell] = [:]
      for index in batch.cells(ofRow: row) {
        let cell = batch.cells[index]
        let text = batch.text(cell)
        if !text.allSatisfy(\.isWhitespace) { cells[cell.column] = Cell(text: text, kind: cell.kind) }
      }
      return cells.isEmpty ? nil : HeadRow(number: batch.rowNumbers[row], cells: cells)
    }
  }

  /// Column by column from the left.
  var inOrder: [(column: Int, cell: Cell)] { cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// All that it says, for a person.
  var text: String { inOrder.map(\.cell.text).joined(separator: " ") }
}

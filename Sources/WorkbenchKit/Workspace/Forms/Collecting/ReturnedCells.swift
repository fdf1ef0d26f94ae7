import KitFormats
import KitModel

/// The cells of a sheet by their places.
struct ReturnedCells {
  struct Cell {
    var text: String
    var kind: RowBatch.Kind
  }

  private(set) var cells: [String: Cell] = [:]
  /// The texts of each row of the sheet, from 1.
  private(set) var rows: [Int: [String]] = [:]

  init(_ file: InputFile, sheet: Int) throws {
    let reader = try file.rows(ofSheet: sheet)
    var batch = RowBatch()
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount {
        let number = batch.rowNumbers[row]
        var texts: [String] = []
        for index in batch.cells(ofRow: row) {
          let cell = batch.cells[index]
          let text = batch.text(cell)
          while texts.count < min(cell.column, 4096) { texts.append("") }
          texts.append(text)
          cells[Location.columnLetters(cell.column + 1) + String(number)] = Cell(text: text, kind: cell.kind)
        }
        rows[number] = texts
      }
    }
  }

  var isEmpty: Bool { !cells.values.contains { !$0.text.isEmpty } }

  func text(_ cell: String) -> String { cells[cell]?.text ?? "" }

  /// All rows in order, gaps as empty rows.
  var table: [[String]] {
    guard let last = rows.keys.max() else { return [] }
    return (1...last).map { rows[$0] ?? [] }
  }

  /// Whether a text stands in a cell: numbers by their value.
  static func same(_ found: String, _ wanted: String) -> Bool {
    if found == wanted { return true }
    if let left = ExactDecimal(found), let right = ExactDecimal(wanted) { return left == right }
    return plain(found) == plain(wanted)
  }

  private static let spaceLeads: [UInt8] = [0xC2, 0xE1, 0xE2, 0xE3]

  /// A text without white space.
  static func plain(_ text: String) -> String {
    // All characters that count as white space are below 0x21 or begin with one of four bytes.
    let mayHaveSpace = text.utf8.contains { $0 < 0x21 || spaceLeads.contains($0) }
    return mayHaveSpace ? text.filter { !$0.isWhitespace } : text
  }
}

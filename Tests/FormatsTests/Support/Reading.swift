import KitFormats
import KitModel
import Testing

/// What reading a file gave, in a form that tests can compare.
struct ReadRows: Equatable, CustomStringConvertible {
  /// Row number and cells (by column from 0) of each row.
  var rows: [(number: Int, cells: [Int: String])] = []
  /// The kind of each cell that is not text, as `row:column kind`.
  var kinds: [String] = []
  var hidden: [Int] = []
  var remarks: [Diagnostic] = []
  var columnNames: [String]?

  init(_ file: InputFile, sheet: Int = 0) throws {
    let reader = try file.rows(ofSheet: sheet)
    var batch = RowBatch()
    while try reader.next(into: &batch) {
      for row in 0..<batch.rowCount {
        var cells: [Int: String] = [:]
        for cell in batch.cells[batch.cells(ofRow: row)] {
          cells[cell.column] = batch.text(cell)
          if cell.kind != .text { kinds.append("\(batch.rowNumbers[row]):\(cell.column) \(cell.kind)") }
        }
        rows.append((batch.rowNumbers[row], cells))
      }
      hidden += batch.hiddenRows.map { batch.rowNumbers[$0] }
    }
    #expect(try !reader.next(into: &batch))
    remarks = reader.remarks
    columnNames = reader.columnNames
  }

  init(path: String, limits: ReadingLimits = ReadingLimits(), sheet: Int = 0) throws {
    try self.init(InputFile.open(path, name: "f", limits: limits), sheet: sheet)
  }

  /// One line for each row: `1: a | b | c`, columns without a cell as `∅`.
  var description: String {
    rows.map { row in
      let last = row.cells.keys.max() ?? -1
      let cells = (0...max(0, last)).map { row.cells[$0] ?? "∅" }
      return "\(row.number): " + cells.joined(separator: " | ")
    }.joined(separator: "\n")
  }

  static func == (left: ReadRows, right: ReadRows) -> Bool { left.description == right.description }
}

/// The diagnostic that reading the whole of a file ends in; records an issue if it ends in none.
func fault(reading path: String, limits: ReadingLimits = ReadingLimits()) throws -> Diagnostic? {
  do {
    let file = try InputFile.open(path, name: "f", limits: limits)
    for sheet in file.sheets.indices { _ = try ReadRows(file, sheet: sheet) }
  } catch let diagnostic as Diagnostic {
    return diagnostic
  }
  Issue.record("nothing was refused")
  return nil
}

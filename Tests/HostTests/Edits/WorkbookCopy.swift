import FoundationEssentials
import KitFormats
import WorkbookMaker

/// A workbook that the workbench wrote, to be changed and spoilt as people do.
struct WorkbookCopy {
  var name: String
  /// By row and column, both from 0.
  var cells: [[String]]
  var hidden: [[String]]
  /// Further sheets.
  var others: [String] = []

  init(_ path: String) throws {
    let input = try InputFile.open(path)
    var sheets: [[[String]]] = []
    for index in input.sheets.indices {
      var rows: [[String]] = []
      let reader = try input.rows(ofSheet: index)
      var batch = RowBatch()
      while try reader.next(into: &batch) {
        for row in 0..<batch.rowCount {
          while rows.count < batch.rowNumbers[row] { rows.append([]) }
          for place in batch.cells(ofRow: row) {
            let cell = batch.cells[place]
            while rows[batch.rowNumbers[row] - 1].count <= cell.column {
              rows[batch.rowNumbers[row] - 1].append("")
            }
            // Texts stay texts, zeros in front and all.
            let text = batch.text(cell)
            rows[batch.rowNumbers[row] - 1][cell.column] =
              cell.kind == .text && !text.isEmpty ? "'" + text : text
          }
        }
      }
      sheets.append(rows)
    }
    name = input.sheets[0].name ?? ""
    cells = sheets[0]
    hidden = sheets[1]
  }

  /// Writes into a cell (`B7`); a text of digits becomes a number, `'12` stays a text, `=1+1` a formula.
  mutating func set(_ place: String, _ text: String) {
    let column = Int((place.utf8.first ?? 65) - 65)
    let row = (Int(place.dropFirst()) ?? 1) - 1
    while cells.count <= row { cells.append([]) }
    while cells[row].count <= column { cells[row].append("") }
    cells[row][column] = text
  }

  mutating func fill(_ answers: KeyValuePairs<String, String>) {
    for (place, text) in answers { set(place, text) }
  }

  func write(to path: String) throws {
    var maker = WorkbookMaker()
    maker.sheets = []
    maker.add(name, rows: Self.xml(cells))
    if !hidden.isEmpty { maker.add("_dudao", rows: Self.xml(hidden), attributes: #"state="hidden""#) }
    for other in others { maker.add(other, rows: Self.xml([["备注"]])) }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(maker.bytes).write(to: URL(filePath: path))
  }

  private static func xml(_ rows: [[String]]) -> String {
    rows.enumerated().map { row, texts in
      let cells = texts.enumerated().map { column, text -> String in
        let place = String(UnicodeScalar(UInt8(65 + column))) + String(row + 1)
        if text.isEmpty { return "" }
        if text.hasPrefix("=") { return #"<c r="\#(place)"><f>\#(text.dropFirst())</f></c>"# }
        if text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }),
          Double(text) != nil
        {
          return #"<c r="\#(place)"><v>\#(text)</v></c>"#
        }
        let plain = text.hasPrefix("'") ? String(text.dropFirst()) : text
        return
          #"<c r="\#(place)" t="inlineStr"><is><t xml:space="preserve">\#(WorkbookMaker.escaped(plain))</t></is></c>"#
      }
      return #"<row r="\#(row + 1)">\#(cells.joined())</row>"#
    }.joined()
  }
}

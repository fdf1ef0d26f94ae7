import KitModel

/// csv by RFC 4180 but for its line ends, which are LF: Excel and WPS read them, and so does everything else.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a return, and
/// is neither a number nor that character alone) gets `'` in front; how many is said. Numbers, dates and other
/// typed values never need it.
///
/// Rows that `total` added are told from the others: for programs by a last column `_mark` (`total`, `subtotal`),
/// which is there only when there are such rows; with labels by the words 合计 and 小计, as in every table for people.
struct CSVWriter: RowWriter {
  private let columns: [Column]
  private let options: WritingOptions
  private let hasMarkColumn: Bool
  private let formatter: ValueFormatter
  private var formulas = 0

  init(columns: [Column], options: WritingOptions, hasMarks: Bool) {
    self.columns = columns
    self.options = options
    hasMarkColumn = hasMarks && !options.usesLabels
    formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
  }

  var remarks: [Diagnostic] {
    formulas == 0
      ? [] : [Diagnostic(WritingMessages.formulas, ["count": String(formulas)], severity: .note)]
  }

  mutating func begin(_ output: Output) {
    if options.byteOrderMark ?? options.usesLabels { output.append("\u{FEFF}") }
    let keys = ProgramValue.keys(columns, options: options)
    for (index, key) in keys.enumerated() {
      if index > 0 { output.append(",") }
      append(key, isText: true, output)
    }
    if hasMarkColumn { output.append((columns.isEmpty ? "" : ",") + ProgramValue.markKey(besides: keys)) }
    output.append("\n")
  }

  mutating func row(_ row: Table.Row, _ output: Output) {
    let row = options.usesLabels ? formatter.named(row, columns) : row
    for (index, (value, column)) in zip(row.values, columns).enumerated() {
      if index > 0 { output.append(",") }
      if let value = ProgramValue(value, of: column, options: options) {
        append(value.text, isText: !value.isBare, output)
      } else if columns.count == 1 && !hasMarkColumn {
        // A line with nothing at all would be no record.
        output.append("\"\"")
      }
    }
    if hasMarkColumn { output.append("," + row.mark.word) }
    output.append("\n")
  }

  func end(_ output: Output) {}

  private mutating func append(_ text: String, isText: Bool, _ output: Output) {
    var text = text
    if isText && Self.looksLikeFormula(text) {
      text = "'" + text
      formulas += 1
    }
    guard isText, Self.needsQuotes(text) else { return output.append(text) }
    output.buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { output.buffer.append(byte) }
      output.buffer.append(byte)
    }
    output.buffer.append(UInt8(ascii: "\""))
  }

  private static func looksLikeFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count > 1 else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return ExactDecimal(text) == nil
    default: return false
    }
  }

  /// Blanks at the ends are quoted too: many readers drop them otherwise. An empty text is told from null.
  private static func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    if first == 32 || last == 32 { return true }
    return text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
    }
  }
}

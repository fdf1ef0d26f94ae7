import KitModel

/// Writes a table in one of the text formats, row by row.
protocol RowWriter {
  /// What has to be said, after the last row.
  var remarks: [Diagnostic] { get }
  mutating func begin(_ output: Output)
  mutating func row(_ row: Table.Row, _ output: Output)
  mutating func end(_ output: Output)
}

extension RowWriter {
  var remarks: [Diagnostic] { [] }
}

/// Chooses the writer of a text format.
struct TextTableWriter {
  private var writer: any RowWriter

  init(format: TableFormat, options: WritingOptions, columns: [Column], hasMarks: Bool) {
    func make(_ columns: [Column]) -> any RowWriter {
      switch format {
      case .csv: CSVWriter(columns: columns, options: options, hasMarks: hasMarks)
      case .json, .jsonl: JSONWriter(columns: columns, options: options, isLines: format == .jsonl)
      case .md: MarkdownWriter(columns: columns, options: options)
      case .html: HTMLWriter(columns: columns, options: options)
      case .table, .xlsx: TerminalWriter(columns: columns, options: options)
      }
    }
    writer = options.layout.numbersRows ? NumberedWriter(columns, make: make) : make(columns)
  }

  var remarks: [Diagnostic] { writer.remarks }

  mutating func begin(_ output: Output) throws {
    writer.begin(output)
    try output.flushIfLarge()
  }

  mutating func row(_ row: Table.Row, _ output: Output) throws {
    writer.row(row, output)
    try output.flushIfLarge()
  }

  mutating func end(_ output: Output) throws { writer.end(output) }
}

/// The terminal's table needs all rows before the first line: widths come from all of them.
private struct TerminalWriter: RowWriter {
  private var table: Table
  private let text: TableText

  init(columns: [Column], options: WritingOptions) {
    table = Table(columns: columns)
    let formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
    var text = TableText(formatter: formatter, width: options.terminalWidth, footer: options.footer)
    if let paint = options.paint { text.paint = paint }
    self.text = text
  }

  mutating func begin(_ output: Output) {}
  mutating func row(_ row: Table.Row, _ output: Output) { table.rows.append(row) }
  mutating func end(_ output: Output) { output.append(text.text(table)) }
}

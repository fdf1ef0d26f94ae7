import KitModel

/// json (an array, one record on each line) and jsonl (one record on each line, nothing else). Rows that
/// `total` added carry `"_mark": "total"` or `"subtotal"`.
struct JSONWriter: RowWriter {
  private let columns: [Column]
  private let options: WritingOptions
  private let isLines: Bool
  /// `"key":` of each column.
  private let keys: [[UInt8]]
  private let markKey: String
  private var isFirst = true

  init(columns: [Column], options: WritingOptions, isLines: Bool) {
    self.columns = columns
    self.options = options
    self.isLines = isLines
    let names = ProgramValue.keys(columns, options: options)
    markKey = ProgramValue.markKey(besides: names)
    keys = names.map { key in
      var bytes: [UInt8] = []
      JSONText.append(key.utf8, to: &bytes)
      return bytes + [UInt8(ascii: ":")]
    }
  }

  func begin(_ output: Output) {
    if !isLines { output.append("[") }
  }

  mutating func row(_ row: Table.Row, _ output: Output) {
    if !isLines { output.append(isFirst ? "\n" : ",\n") }
    isFirst = false
    output.append("{")
    for index in columns.indices where index < row.values.count {
      if index > 0 { output.append(",") }
      output.buffer.append(contentsOf: keys[index])
      append(row.values[index], columns[index], output)
    }
    if row.mark != .plain { output.append(#","\#(markKey)":"\#(row.mark.word)""#) }
    output.append(isLines ? "}\n" : "}")
  }

  func end(_ output: Output) {
    if !isLines { output.append(isFirst ? "]\n" : "\n]\n") }
  }

  private func append(_ value: Value, _ column: Column, _ output: Output) {
    guard let value = ProgramValue(value, of: column, options: options) else { return output.append("null") }
    if value.isBare {
      output.append(value.text)
    } else {
      JSONText.append(value.text.utf8, to: &output.buffer)
    }
  }
}

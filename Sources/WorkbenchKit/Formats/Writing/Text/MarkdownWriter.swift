import KitModel

/// A table of GitHub's Markdown, with everything escaped that Markdown or html would read as markup.
struct MarkdownWriter: RowWriter {
  private let columns: [Column]
  private let options: WritingOptions
  private let formatter: ValueFormatter

  init(columns: [Column], options: WritingOptions) {
    self.columns = columns
    self.options = options
    formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
  }

  func begin(_ output: Output) {
    if let title = options.layout.title { output.append("# \(Self.escaped(title))\n\n") }
    let heads = [options.layout.unit, options.layout.date].compactMap { $0 }.map(Self.escaped)
    if !heads.isEmpty { output.append(heads.joined(separator: " · ") + "\n\n") }
    line(columns.map { Self.escaped($0.label.text(options.language)) }, output)
    line(columns.map { $0.type.isNumeric ? "---:" : "---" }, output)
  }

  func row(_ row: Table.Row, _ output: Output) {
    line(
      zip(formatter.named(row, columns).values, columns).map { value, column in
        let text = Self.escaped(formatter.text(value, of: column))
        return row.mark == .plain || text.isEmpty ? text : "**\(text)**"
      }, output)
  }

  func end(_ output: Output) {
    for line in options.footer { output.append("\n\(Self.escaped(line))\n") }
  }

  private func line(_ cells: [String], _ output: Output) {
    output.append("| " + cells.joined(separator: " | ") + " |\n")
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{2028}", "\u{2029}": result += "<br>"
      case "\\", "|", "`", "*", "_", "[", "]", "~":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return result
  }
}

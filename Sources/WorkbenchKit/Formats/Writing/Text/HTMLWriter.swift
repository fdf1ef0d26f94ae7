import KitModel

/// A page of its own with one table: caption, headers with their scope, nothing loaded from anywhere, fit for
/// a screen reader and for print.
struct HTMLWriter: RowWriter {
  private let columns: [Column]
  private let options: WritingOptions
  private let formatter: ValueFormatter

  init(columns: [Column], options: WritingOptions) {
    self.columns = columns
    self.options = options
    formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
  }

  private static let style = """
    body{margin:2rem;font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1a1a1a;background:#fff}
    table{border-collapse:collapse}
    caption{font-size:1.25rem;font-weight:bold;text-align:left;padding-bottom:.5rem}
    caption span{display:block;font-size:.9rem;font-weight:normal}
    th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left;vertical-align:top}
    thead th{background:#eee}
    tbody th{font-weight:normal}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    .total>*{font-weight:bold;border-top-width:2px}
    @media print{body{margin:0}thead{display:table-header-group}tr{break-inside:avoid}}
    """

  func begin(_ output: Output) {
    let title = options.layout.title ?? options.layout.sheetName ?? WritingWords.table.text(options.language)
    let language = options.language == .zh ? "zh-CN" : "en"
    output.append(
      """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <table>

      """)
    let heads = [options.layout.unit, options.layout.date].compactMap { $0 }
    if options.layout.title != nil || !heads.isEmpty {
      let details = heads.map { "<span>\(Self.escaped($0))</span>" }.joined()
      output.append("<caption>\(Self.escaped(options.layout.title ?? ""))\(details)</caption>\n")
    }
    let headers = columns.map { column in
      "<th scope=\"col\"\(Self.numeric(column))>\(Self.escaped(column.label.text(options.language)))</th>"
    }
    output.append("<thead><tr>\(headers.joined())</tr></thead>\n<tbody>\n")
  }

  func row(_ row: Table.Row, _ output: Output) {
    output.append(row.mark == .plain ? "<tr>" : "<tr class=\"total\">")
    for (index, (value, column)) in zip(formatter.named(row, columns).values, columns).enumerated() {
      let text = Self.escaped(formatter.text(value, of: column))
      // The first column names the row, unless it is a number.
      let isHeader = index == 0 && !column.type.isNumeric
      let tag = isHeader ? "th" : "td"
      output.append("<\(tag)\(isHeader ? " scope=\"row\"" : "")\(Self.numeric(column))>\(text)</\(tag)>")
    }
    output.append("</tr>\n")
  }

  func end(_ output: Output) {
    output.append("</tbody>\n</table>\n")
    for line in options.footer { output.append("<p>\(Self.escaped(line))</p>\n") }
    output.append("</body>\n</html>\n")
  }

  private static func numeric(_ column: Column) -> String { column.type.isNumeric ? " class=\"n\"" : "" }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "<br>"
      case "\r": break
      default: result.unicodeScalars.append(scalar.value < 0x20 && scalar != "\t" ? "\u{FFFD}" : scalar)
      }
    }
    return result
  }
}

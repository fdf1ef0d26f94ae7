import KitModel

/// A page of its own with one table: caption, headers with their scope, nothing loaded from anywhere, fit for
/// a screen reader and for print.
struct HTMLWriter: RowWriter {
  private let columns: [Column]
  private let options: WritingOptions
  private let formatter: ValueFormatter
  /// The table alone, for a page that has more than it.
  private let isFragment: Bool
  private let print: HTMLPrint?
  private var isFirst = true

  init(
    columns: [Column], options: WritingOptions, isFragment: Bool = false, print: HTMLPrint? = nil
  ) {
    self.print = print
    self.columns = columns
    self.options = options
    self.isFragment = isFragment
    formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
  }

  func begin(_ output: Output) {
    let title = options.layout.title ?? options.layout.sheetName ?? WritingWords.table.text(options.language)
    if !isFragment {
      let style = columns.count > 10 ? HTMLPage.wideStyle : HTMLPage.style
      output.append(HTMLPage.head(title: title, language: options.language, style: style))
    }
    output.append(print?.start ?? "<table>\n")
    let heads = [options.layout.unit, options.layout.date].compactMap { $0 }
    if options.layout.title != nil || !heads.isEmpty {
      let details = heads.map { "<span>\(HTMLPage.escaped($0))</span>" }.joined()
      output.append("<caption>\(HTMLPage.escaped(options.layout.title ?? ""))\(details)</caption>\n")
    }
    if let print { output.append(print.columns) }
    let headers = columns.map { column in
      "<th scope=\"col\"\(Self.numeric(column))>\(HTMLPage.escaped(column.label.text(options.language)))</th>"
    }
    output.append("<thead><tr>\(headers.joined())</tr></thead>\n<tbody>\n")
  }

  mutating func row(_ row: Table.Row, _ output: Output) {
    let texts = zip(formatter.named(row, columns).values, columns).map { formatter.text($0, of: $1) }
    let isLong = row.mark == .plain && print?.mayPart(texts, isFirst) == true
    isFirst = false
    output.append(row.mark == .plain ? HTMLPrint.row(isLong: isLong) : "<tr class=\"total\">")
    for (index, (text, column)) in zip(texts, columns).enumerated() {
      let text = HTMLPage.escaped(text)
      // The first column names the row, unless it is a number.
      let isHeader = index == 0 && !column.type.isNumeric
      let tag = isHeader ? "th" : "td"
      output.append("<\(tag)\(isHeader ? " scope=\"row\"" : "")\(Self.numeric(column))>\(text)</\(tag)>")
    }
    output.append("</tr>\n")
  }

  func end(_ output: Output) {
    output.append("</tbody>\n</table>\n")
    for line in options.footer { output.append("<p>\(HTMLPage.escaped(line))</p>\n") }
    if !isFragment { output.append(HTMLPage.tail) }
  }

  private static func numeric(_ column: Column) -> String { column.type.isNumeric ? " class=\"n\"" : "" }
}

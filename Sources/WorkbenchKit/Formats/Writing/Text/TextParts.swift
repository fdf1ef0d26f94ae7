import KitModel

/// Tables as parts of a longer text: the same writers as for a file of their own, without what stands around it.
public enum TextParts {
  /// A `<table>` with its caption and footer.
  /// - Parameter print: How it stands on paper.
  public static func html(_ table: Table, options: WritingOptions, print: HTMLPrint? = nil) throws -> String {
    try text(table, HTMLWriter(columns: table.columns, options: options, isFragment: true, print: print))
  }

  /// A table of Markdown.
  public static func markdown(_ table: Table, options: WritingOptions) throws -> String {
    try text(table, MarkdownWriter(columns: table.columns, options: options))
  }

  /// Running text in Markdown: nothing in it is read as markup.
  public static func markdown(_ text: String) -> String {
    let escaped = MarkdownWriter.escaped(text)
    // At the beginning of a line these would open a heading, a quotation or a list.
    return escaped.first.map { "#>-+".contains($0) } == true ? "\\" + escaped : escaped
  }

  private static func text(_ table: Table, _ writer: any RowWriter) throws -> String {
    var writer = writer
    let output = try Output(.memory)
    writer.begin(output)
    for row in table.rows { writer.row(row, output) }
    writer.end(output)
    return String(decoding: output.buffer, as: UTF8.self)
  }
}

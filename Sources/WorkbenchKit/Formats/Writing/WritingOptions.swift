import KitModel

/// How a table is written. One set of options and one table give the same bytes, wherever they go.
public struct WritingOptions: Sendable {
  public var language: UILanguage
  /// Shows sensitive columns instead of `***`.
  public var revealsSensitive = false
  /// csv, json, jsonl: labels as keys and names of references, for people, instead of ids and keys.
  public var usesLabels = false
  /// csv: whether the file begins with a byte order mark, without which Excel garbles Chinese. By default with
  /// labels (for people, in Excel) and not without (for programs).
  public var byteOrderMark: Bool?
  /// The workbench's clock: dates of document properties come from it, never from the machine.
  public var time: Timestamp
  /// Author in the properties of a workbook.
  public var author = ""
  /// docx, html, pdf: the title in the properties of a document that has none itself.
  public var name: String?
  /// Lines below the table in table, md, html and xlsx: the table's remarks, already in words.
  public var footer: [String] = []
  /// table: columns of the terminal.
  public var terminalWidth: Int?
  /// table: paints parts of it.
  public var paint: (@Sendable (TableText.Part, String) -> String)?
  /// xlsx, md, html: title and more.
  public var layout = SheetLayout()

  public init(language: UILanguage, time: Timestamp) {
    self.language = language
    self.time = time
  }
}

/// What stands around a table that is to be printed or sent.
public struct SheetLayout: Hashable, Sendable {
  /// Heading, merged over the columns.
  public var title: String?
  /// Left below the title, such as 填表单位：青石镇.
  public var unit: String?
  /// Right below the title.
  public var date: String?
  /// A first column 序号 that counts the rows.
  public var numbersRows = false
  /// Borders around every cell, A4, one page wide, header on every page, page numbers.
  public var isForPrint = false
  /// Name of the sheet; by default the title, else 表1.
  public var sheetName: String?

  public init() {}
}

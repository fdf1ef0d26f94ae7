import KitDocuments
import KitFormats
import KitModel

/// Values, tables and documents in the format that was asked for, as text for the standard output.
struct ValueText {
  var language: UILanguage
  var format: TableFormat
  var usesLabels: Bool

  /// A table; what has to be said about it comes with it.
  func text(_ table: Table, title: String? = nil) throws -> (text: String, remarks: [Diagnostic]) {
    // What is written for others to read is a document, wherever it goes.
    if format == .html || format == .md { try table.refuseRestricted() }
    var options = WritingOptions(language: language, time: Timestamp(seconds: 0))
    options.usesLabels = usesLabels
    options.layout.title = title
    let written = try TableWriter.write(table, format: format, options: options, to: .memory)
    return (String(decoding: written.bytes, as: UTF8.self), written.remarks)
  }

  /// A single value: a line for people, a table of one cell for programs.
  func text(_ value: Value, _ type: DataType) throws -> String {
    guard format.isForPrograms else { return ValueFormatter(language: language).text(value, type: type) }
    return try text(
      Table(columns: [Column("value", ValueWords.valueColumn, type)], rows: [Table.Row([value])])
    ).text
  }

  func text(_ document: Document) throws -> String {
    if let format = DocumentFormat(rawValue: format.rawValue), format != .xlsx {
      let options = WritingOptions(language: language, time: Timestamp(seconds: 0))
      let written = try DocumentWriter.write(document, format: format, options: options)
      return String(decoding: written.bytes, as: UTF8.self)
    }
    return try text(DocumentTable.table(document, language: language), title: document.title).text
  }
}

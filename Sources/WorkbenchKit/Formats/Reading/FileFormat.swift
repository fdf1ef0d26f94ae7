/// The formats of files that are received, told by their content first and by their name second.
public enum FileFormat: String, Sendable, CaseIterable {
  /// Text with a delimiter between cells: csv, tsv, txt.
  case delimited
  /// An xlsx workbook.
  case workbook
  case json
  /// One json record on each line.
  case jsonLines
  /// A zip of files.
  case archive
  /// A workbook that LibreOffice can turn into xlsx: .xls, .et, .ods, and web pages named .xls.
  case convertible
  /// A workbook that asks for a password.
  case encrypted
  /// Nothing that holds rows: a document, a picture, a program.
  case other
}

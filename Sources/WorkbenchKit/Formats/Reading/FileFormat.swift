/// The formats of files that are received, told by their content first and by their name second.
public enum FileFormat: String, Sendable, CaseIterable {
  case delimited, workbook, json, jsonLines, archive
  /// An Excel 97–2003 or WPS workbook (.xls, .et): has to be converted before it can be read.
  case oldWorkbook
  /// A workbook that asks for a password.
  case encryptedWorkbook
  /// A document (.docx, .odt, .doc, .wps, .pdf) or a picture: nothing that holds rows.
  case other
}

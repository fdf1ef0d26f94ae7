import KitModel

/// A received file, opened: what it is, its sheets, and a reader for the rows of each.
///
/// ```swift
/// let file = try InputFile.open("收件/青石镇.xlsx")
/// let reader = try file.rows(ofSheet: 0)
/// var batch = RowBatch()
/// while try reader.next(into: &batch) { … }
/// ```
/// Faults are thrown as a `Diagnostic` that names the file, its part or line, and what to do.
public struct InputFile: Sendable {
  public let path: String
  /// The file as the user knows it; used in every diagnostic.
  public let name: String
  public let format: FileFormat
  public let sheets: [SheetInfo]
  /// What was found out and has to be said: encoding, delimiter, sheets that hold no cells.
  public let remarks: [Diagnostic]
  /// The number formats of a workbook's cells, as `RowBatch.Cell.format` counts them: `General`, `0000`.
  public let numberFormats: [String]
}

import KitModel

/// A received file, opened: what it is, its sheets, and a reader for the rows of each.
///
/// ```swift
/// let file = try InputFile.open("收件/青石镇.xlsx")
/// let reader = try file.rows(ofSheet: 0)
/// var batch = RowBatch()
/// while try reader.next(into: &batch) { … }
/// ```
/// Faults are thrown as a `Diagnostic` that names the file, its part or line, and what to do. The value may be
/// passed to other threads; a reader belongs to one.
public struct InputFile: Sendable {
  public private(set) var path: String
  /// The file as the user knows it; used in every diagnostic.
  public let name: String
  public let format: FileFormat
  /// The sheets that hold cells, in the order of their tabs; one without name outside workbooks.
  public let sheets: [SheetInfo]
  /// What was found out and has to be said: encoding, delimiter, sheets that hold no cells.
  public let remarks: [Diagnostic]

  private let content: Content
  private let limits: ReadingLimits

  private enum Content: Sendable {
    case delimited(DelimitedLayout)
    case workbook(Workbook)
    case json(JSONLayout)
  }

  /// Opens a csv, tsv, xlsx, json or jsonl file and finds out what has to be known before its rows are read.
  /// A file of another kind is refused with what to do about it; ask `FileFormat.detect` first where an
  /// archive or a workbook to be converted may come.
  ///
  /// - Parameter name: how diagnostics call it; the path by default.
  public static func open(_ path: String, name: String? = nil, limits: ReadingLimits = ReadingLimits()) throws
    -> InputFile
  {
    let name = name ?? path
    let detected = try FileFormat.detection(path, name: name)
    let content: Content
    switch detected.format {
    case .delimited: content = .delimited(try DelimitedLayout(of: ReadableFile(path: path, name: name)))
    case .workbook: content = .workbook(try Workbook(path: path, name: name, limits: limits))
    case .json, .jsonLines:
      let file = try ReadableFile(path: path, name: name)
      content = .json(try JSONLayout(of: file, limits: limits))
    case .archive: throw Diagnostic(FileMessages.isArchive, ["file": name], in: Location(file: name))
    case .encrypted: throw Diagnostic(FileMessages.encrypted, ["file": name], in: Location(file: name))
    case .convertible, .other:
      let message = detected.format == .other ? FileMessages.notTable : FileMessages.convertible
      throw Diagnostic(message, ["file": name, "kind": detected.kind], in: Location(file: name))
    }
    return InputFile(path: path, name: name, format: detected.format, content: content, limits: limits)
  }

  private init(path: String, name: String, format: FileFormat, content: Content, limits: ReadingLimits) {
    self.path = path
    self.name = name
    self.format = format
    self.content = content
    self.limits = limits
    switch content {
    case .delimited(let layout):
      sheets = [SheetInfo(name: nil)]
      remarks = layout.remarks(file: name)
    case .workbook(let workbook):
      sheets = workbook.sheets
      remarks = workbook.remarks
    case .json:
      sheets = [SheetInfo(name: nil)]
      remarks = []
    }
  }

  /// The same content, read from where a copy of it lies.
  public func moved(to path: String) -> InputFile {
    var copy = self
    copy.path = path
    return copy
  }

  /// The number formats of a workbook's cells, as `RowBatch.Cell.format` counts them: `General`, `0000`.
  public var numberFormats: [String] {
    if case .workbook(let workbook) = content { workbook.styles.codes } else { ["General"] }
  }

  /// A reader at the first row of that sheet; an index that is none reads as a sheet without rows.
  public func rows(ofSheet index: Int = 0) throws -> any RowReader {
    guard sheets.indices.contains(index) else { return NoRows() }
    switch content {
    case .workbook(let workbook): return try workbook.rows(ofSheet: index, path: path)
    case .delimited(let layout):
      return try DelimitedReader(ReadableFile(path: path, name: name), layout: layout, limits: limits)
    case .json(let layout):
      return try JSONReader(ReadableFile(path: path, name: name), layout: layout, limits: limits)
    }
  }

  /// Merged cells and hidden columns of a sheet. In a workbook this unpacks the sheet once more, since merged
  /// cells stand behind the rows; it costs about a tenth of reading it.
  public func facts(ofSheet index: Int = 0) throws -> SheetFacts {
    guard case .workbook(let workbook) = content, sheets.indices.contains(index) else { return SheetFacts() }
    return try workbook.facts(ofSheet: index, path: path)
  }

  private final class NoRows: RowReader {
    let columnNames: [String]? = nil
    let remarks: [Diagnostic] = []

    func next(into batch: inout RowBatch) throws -> Bool {
      batch.removeRows()
      return false
    }
  }
}

import KitModel

/// The one entry by which tables become bytes: `to`, `--format` and `export` all come here.
///
/// ```swift
/// let written = try TableWriter.write(table, format: .xlsx, options: options, to: .file("exports/名单.xlsx"))
/// ```
/// How values are written: for people (table, md, html, xlsx) see `ValueFormatter`, and xlsx keeps numbers and
/// dates as such; for programs (csv, json, jsonl) see `ProgramValue`.
public enum TableWriter {
  /// Where the bytes go.
  public enum Destination: Sendable {
    /// A file, written whole or not at all; replaced if it is there.
    case file(String)
    /// An open descriptor, such as standard output.
    case descriptor(Int32)
    /// `Written.bytes`.
    case memory
  }

  /// What was written.
  public struct Written: Sendable {
    /// The file as it is now called: beside the wanted one if that is open in another program.
    public internal(set) var path: String?
    public internal(set) var bytes: [UInt8] = []
    /// Data rows, without those that `total` added.
    public internal(set) var rowCount = 0
    /// Whether a file of that name was there before.
    public internal(set) var replacedFile = false
    /// What has to be said: another name, texts cut, formulas made harmless, columns masked.
    public internal(set) var remarks: [Diagnostic] = []
  }

  /// A sheet of a workbook.
  public struct Sheet {
    public var rows: any TableRows
    public var layout: SheetLayout
    public var footer: [String]
    /// Cells that stand out, each with a note that says why.
    public var marks: [Mark] = []

    public init(_ rows: any TableRows, layout: SheetLayout, footer: [String] = []) {
      self.rows = rows
      self.layout = layout
      self.footer = footer
    }
  }

  /// A cell of a workbook that stands out.
  public struct Mark: Hashable, Sendable {
    /// Row of the table, and its column, from 0.
    public var row: Int
    public var column: Int
    public var note: String

    public init(row: Int, column: Int, note: String) {
      self.row = row
      self.column = column
      self.note = note
    }
  }

  /// Writes one table. Throws a `Diagnostic`, and then nothing is left behind.
  public static func write(
    _ rows: some TableRows, format: TableFormat, options: WritingOptions, to destination: Destination
  ) throws -> Written {
    if format == .xlsx {
      let sheet = Sheet(rows, layout: options.layout, footer: options.footer)
      return try writeWorkbook([sheet], options: options, to: destination)
    }
    let output = try Output(destination)
    var written = Written()
    var writer = TextTableWriter(
      format: format, options: options, columns: rows.columns, hasMarks: rows.hasMarks)
    try writer.begin(output)
    try rows.forEachRow { row in
      if row.mark == .plain { written.rowCount += 1 }
      try writer.row(row, output)
    }
    try writer.end(output)
    written.remarks = writer.remarks + masked(rows.columns, options)
    try output.finish(&written)
    return written
  }

  /// Writes bytes that were made elsewhere as a file, whole or not at all.
  package static func write(_ bytes: [UInt8], to path: String) throws -> Written {
    var written = Written()
    let file = try AtomicFile(in: FilePath.folder(path))
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.finish(as: path, &written)
    return written
  }

  /// Writes several tables into one workbook, a sheet for each.
  public static func writeWorkbook(
    _ sheets: [Sheet], options: WritingOptions, to destination: Destination
  ) throws -> Written {
    var written = Written()
    let folder = if case .file(let path) = destination { FilePath.folder(path) } else { FilePath.temporary }
    let file = try AtomicFile(in: folder)
    let writer = try WorkbookWriter(path: file.temporaryPath, options: options)
    for sheet in sheets {
      try writer.add(sheet)
      written.remarks += masked(sheet.rows.columns, options)
    }
    try writer.finish()
    written.rowCount = writer.rowCount
    written.remarks += writer.remarks
    switch destination {
    case .file(let path): try file.finish(as: path, &written)
    case .descriptor, .memory:
      let output = try Output(destination)
      try output.copy(fileAt: file.temporaryPath)
      try output.finish(&written)
    }
    return written
  }

  /// A masked column is said, so that nobody takes `***` for what is in the file.
  package static func masked(_ columns: [Column], _ options: WritingOptions) -> [Diagnostic] {
    let names = columns.filter { $0.isSensitive && !options.revealsSensitive }.map {
      $0.label.text(options.language)
    }
    guard !names.isEmpty else { return [] }
    let list = names.joined(separator: options.language == .zh ? "、" : ", ")
    return [Diagnostic(WritingMessages.masked, ["columns": list], severity: .note)]
  }
}

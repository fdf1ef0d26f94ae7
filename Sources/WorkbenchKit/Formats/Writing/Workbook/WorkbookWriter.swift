import CXlsxWriter
import Glibc
import KitModel

/// A workbook being written, sheet by sheet and row by row; only the row at hand is in memory. Texts stand in
/// their cells (inline), never in a table that would have to be kept.
final class WorkbookWriter {
  private(set) var rowCount = 0
  private var texts = WorkbookTexts()
  private let path: String
  private let options: WritingOptions
  private let styles: WorkbookStyles
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var sheetNames: Set<NameKey> = []

  init(path: String, options: WritingOptions) throws {
    self.path = path
    self.options = options
    var settings = lxw_workbook_options()
    settings.constant_memory = 1
    settings.use_zip64 = 1
    guard let workbook = workbook_new_opt(path, &settings) else {
      throw WritingMessages.cannotWrite(path, code: ENOMEM)
    }
    self.workbook = workbook
    styles = WorkbookStyles(workbook)
    setProperties()
  }

  deinit { if let workbook { lxw_workbook_free(workbook) } }

  /// What has to be said, after the last sheet.
  var remarks: [Diagnostic] { texts.remarks }

  /// Adds a sheet with all rows of a table.
  func add(_ sheet: TableWriter.Sheet) throws {
    let columns = sheet.rows.columns
    let width = columns.count + (sheet.layout.numbersRows ? 1 : 0)
    guard width <= CellPlace.lastColumn + 1 else {
      throw Diagnostic(
        WritingMessages.tooManyColumns,
        ["count": String(width), "limit": String(CellPlace.lastColumn + 1)])
    }
    let name = sheetName(sheet.layout)
    guard let worksheet = workbook_add_worksheet(workbook, name) else {
      throw WritingMessages.cannotWrite(path, code: ENOMEM)
    }
    var writer = SheetWriter(
      worksheet, name: name, columns: columns, layout: sheet.layout, marks: sheet.marks, options: options,
      styles: styles)
    writer.begin()
    try sheet.rows.forEachRow { row in
      try writer.row(row, &texts)
      if row.mark == .plain { rowCount += 1 }
    }
    writer.end(footer: sheet.footer, &texts)
  }

  /// Writes the file.
  func finish() throws {
    let closing = workbook
    workbook = nil
    errno = 0
    let code = workbook_close(closing)
    guard code == LXW_NO_ERROR else {
      throw WritingMessages.cannotWrite(path, code: errno == 0 ? EIO : errno)
    }
  }

  private func setProperties() {
    var properties = lxw_doc_properties()
    properties.created = time_t(options.time.seconds)
    withMutableCopy(of: options.author) { author in
      withMutableCopy(of: options.layout.title ?? "") { title in
        // Empty texts are left out; libxlsxwriter copies the others.
        if !options.author.isEmpty { properties.author = author }
        if options.layout.title != nil { properties.title = title }
        workbook_set_properties(workbook, &properties)
      }
    }
  }

  private func withMutableCopy(of text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Void) {
    var bytes = WorkbookTexts.clean(text).utf8.map { CChar(bitPattern: $0) } + [0]
    bytes.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  /// A name that Excel takes: up to 31 characters, without `[ ] : * ? / \`, not there yet.
  private func sheetName(_ layout: SheetLayout) -> String {
    let number = String(sheetNames.count + 1)
    let wanted = layout.sheetName ?? layout.title ?? ""
    var name = String(WorkbookTexts.clean(wanted).filter { !"[]:*?/\\'\n\r\t".contains($0) }.prefix(31))
    if name.utf16.count > 31 || name.isEmpty {
      name = WritingWords.sheet.text(options.language, ["number": number])
    }
    if !sheetNames.insert(NameKey(name)).inserted {
      name = String(name.prefix(25)) + "-" + number
      sheetNames.insert(NameKey(name))
    }
    return name
  }
}

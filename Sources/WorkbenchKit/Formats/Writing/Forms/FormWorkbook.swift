import CXlsxWriter
import Glibc
import KitModel
import Synchronization

/// Writes a form: one sheet to be filled in, locked but for the cells that are, and a hidden one with what tells the
/// sheet from others when it comes back.
public struct FormWorkbook {
  public let page: FormPage
  /// Rows of the hidden sheet; none: there is no such sheet.
  public let identity: [[String]]
  public let options: WritingOptions

  /// Closing asks `gmtime`, which answers all threads in one place.
  private static let closing = Mutex(())

  /// The name of the hidden sheet.
  public static let identityName = "_dudao"

  public init(page: FormPage, identity: [[String]], options: WritingOptions) {
    self.page = page
    self.identity = identity
    self.options = options
  }

  /// Writes the file, whole or not at all.
  public func write(to path: String) throws -> TableWriter.Written {
    var written = TableWriter.Written()
    let file = try AtomicFile(in: FilePath.folder(path))
    var settings = lxw_workbook_options()
    settings.constant_memory = 1
    guard let workbook = workbook_new_opt(file.temporaryPath, &settings),
      let sheet = workbook_add_worksheet(workbook, page.name)
    else { throw WritingMessages.cannotWrite(path, code: ENOMEM) }
    var properties = lxw_doc_properties()
    properties.created = time_t(options.time.seconds)
    workbook_set_properties(workbook, &properties)
    var writer = FormSheetWriter(sheet, page: page, styles: FormStyles(workbook))
    writer.write()
    if !identity.isEmpty {
      guard let hidden = workbook_add_worksheet(workbook, Self.identityName) else {
        throw WritingMessages.cannotWrite(path, code: ENOMEM)
      }
      for (row, texts) in identity.enumerated() {
        for (column, text) in texts.enumerated() {
          worksheet_write_string(hidden, UInt32(row), UInt16(column), WorkbookTexts.clean(text), nil)
        }
      }
      worksheet_protect(hidden, nil, nil)
      worksheet_hide(hidden)
    }
    let (code, reason) = Self.closing.withLock { _ in
      errno = 0
      return (workbook_close(workbook), errno)
    }
    guard code == LXW_NO_ERROR else {
      throw WritingMessages.cannotWrite(path, code: reason == 0 ? EIO : reason)
    }
    try file.finish(as: path, &written)
    return written
  }
}

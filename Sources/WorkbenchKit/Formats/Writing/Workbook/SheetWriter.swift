import CXlsxWriter
import KitModel

/// Writes one sheet: what stands above the table, its header and rows, what stands below.
///
/// Numbers are numbers with the format of their type, dates are dates, everything else is text with the
/// format `@`, so that codes keep their zeros also when they are edited and nothing is taken for a formula.
struct SheetWriter {
  /// Columns of text are no wider than this, in characters of a terminal; longer text is wrapped.
  private static let widest = 50
  private static let lineHeight = 15.0

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  private let columns: [Column]
  private let layout: SheetLayout
  private let options: WritingOptions
  private let styles: WorkbookStyles
  private let formatter: ValueFormatter
  /// Columns before the first of the table: 序号.
  private let shift: Int
  private let sides: [WorkbookStyles.Side]
  private var widths: [Int]
  /// The format last used in each column: nearly always the one that is needed next.
  private var recent: [(format: SheetNumberFormat, isTotal: Bool, made: UnsafeMutablePointer<lxw_format>)?]
  /// Lines of the highest cell of the row.
  private var lines = 1
  private var next: UInt32 = 0
  private var headerRow: UInt32 = 0
  private var lastPlainRow: UInt32 = 0
  /// The last row of the filter, once it is set.
  private var filteredRow: UInt32?
  private var number = 0
  private var rowIndex = 0
  /// Notes of the cells that stand out, by row of the table and column.
  private var marks: [Int: [Int: String]] = [:]

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, columns: [Column], layout: SheetLayout,
    marks: [TableWriter.Mark] = [], options: WritingOptions, styles: WorkbookStyles
  ) {
    self.sheet = sheet
    self.name = name
    self.columns = columns
    self.layout = layout
    self.options = options
    self.styles = styles
    formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
    shift = layout.numbersRows ? 1 : 0
    let reveals = options.revealsSensitive
    sides =
      [WorkbookStyles.Side](repeating: .middle, count: shift)
      + columns.map { $0.isSensitive && !reveals ? .left : Self.side($0.type) }
    widths = [Int](repeating: 0, count: columns.count + shift)
    recent = Array(repeating: nil, count: columns.count + shift)
    for mark in marks { self.marks[mark.row, default: [:]][mark.column] = mark.note }
  }

  // MARK: Above

  mutating func begin() {
    if layout.isForPrint { worksheet_set_default_row(sheet, 18, 0) }
    if let title = layout.title {
      worksheet_set_row(sheet, next, 28, nil)
      merged(title, .title, from: 0, to: widths.count - 1)
      next += 1
    }
    if layout.unit != nil || layout.date != nil {
      let middle = widths.count / 2
      if widths.count < 2 || layout.date == nil {
        merged(
          [layout.unit, layout.date].compactMap { $0 }.joined(separator: " "), .detailLeft, from: 0,
          to: widths.count - 1)
      } else {
        if let unit = layout.unit { merged(unit, .detailLeft, from: 0, to: middle - 1) }
        if let date = layout.date { merged(date, .detailRight, from: middle, to: widths.count - 1) }
      }
      next += 1
    }
    headerRow = next
    lastPlainRow = next
    let format = styles.format(.header, hasBorder: layout.isForPrint)
    var labels = columns.map { $0.label.text(options.language) }
    if shift > 0 { labels.insert(WritingWords.number.text(options.language), at: 0) }
    for (index, label) in labels.enumerated() {
      let label = WorkbookTexts.clean(label)
      widths[index] = DisplayWidth.of(label)
      worksheet_write_string(sheet, next, UInt16(index), label, format)
    }
    next += 1
  }

  private func merged(_ text: String, _ role: WorkbookStyles.Role, from first: Int, to last: Int) {
    let format = styles.format(role, hasBorder: false)
    let text = WorkbookTexts.clean(text)
    if first < last {
      worksheet_merge_range(sheet, next, UInt16(first), next, UInt16(last), text, format)
    } else {
      worksheet_write_string(sheet, next, UInt16(max(0, first)), text, format)
    }
  }

  // MARK: Rows

  mutating func row(_ row: Table.Row, _ texts: inout WorkbookTexts) throws {
    guard next < UInt32(CellPlace.lastRow) else {
      throw Diagnostic(WritingMessages.tooManyRows, ["limit": String(CellPlace.lastRow)])
    }
    let isTotal = row.mark != .plain
    if isTotal {
      if filteredRow == nil { filter() }
    } else {
      number += 1
      lastPlainRow = next
    }
    if shift > 0 {
      if isTotal { blank(at: 0, isTotal: true) } else { put(SheetNumber(number), at: 0, isTotal: false) }
    }
    lines = 1
    let marked = marks.isEmpty ? nil : marks[rowIndex]
    rowIndex += 1
    for (index, (value, column)) in zip(formatter.named(row, columns).values, columns).enumerated() {
      if let note = marked?[index] {
        mark(value, column, note, at: index + shift, &texts)
        continue
      }
      write(value, column, at: index + shift, isTotal: isTotal, &texts)
    }
    // Not every program makes a row as high as its wrapped text when it opens the file.
    if lines > 1 { worksheet_set_row(sheet, next, min(Double(lines) * Self.lineHeight, 409), nil) }
    next += 1
  }

  private mutating func mark(
    _ value: Value, _ column: Column, _ note: String, at index: Int, _ texts: inout WorkbookTexts
  ) {
    let format = styles.format(.marked, hasBorder: layout.isForPrint)
    let text = value.isNull ? "" : formatter.text(value, of: column)
    let fitted = texts.fitted(text, TextShape(text), sheet: name, row: Int(next) + 1, column: index + 1)
    widths[index] = max(widths[index], Self.width(fitted))
    if fitted.isEmpty {
      worksheet_write_blank(sheet, next, UInt16(index), format)
    } else {
      worksheet_write_string(sheet, next, UInt16(index), fitted, format)
    }
    worksheet_write_comment(sheet, next, UInt16(index), WorkbookTexts.clean(note))
  }

  private mutating func write(
    _ value: Value, _ column: Column, at index: Int, isTotal: Bool, _ texts: inout WorkbookTexts
  ) {
    if value.isNull { return blank(at: index, isTotal: isTotal) }
    let isMasked = column.isSensitive && !options.revealsSensitive
    if !isMasked, let number = SheetNumber(value, type: column.type) {
      return put(number, at: index, isTotal: isTotal)
    }
    let text = formatter.text(value, of: column)
    let shape = TextShape(text)
    if shape.width > widths[index] { widths[index] = max(widths[index], Self.width(text)) }
    if shape.width > Self.widest || shape.hasLineBreak { lines = max(lines, Self.lines(text)) }
    let fitted = texts.fitted(text, shape, sheet: name, row: Int(next) + 1, column: index + 1)
    worksheet_write_string(sheet, next, UInt16(index), fitted, format(.text, at: index, isTotal: isTotal))
  }

  private mutating func put(_ number: SheetNumber, at index: Int, isTotal: Bool) {
    widths[index] = max(widths[index], number.width)
    worksheet_write_number(
      sheet, next, UInt16(index), number.value, format(number.format, at: index, isTotal: isTotal))
  }

  private mutating func blank(at index: Int, isTotal: Bool) {
    guard layout.isForPrint || isTotal else { return }
    worksheet_write_blank(sheet, next, UInt16(index), format(.text, at: index, isTotal: isTotal))
  }

  private mutating func format(_ format: SheetNumberFormat, at index: Int, isTotal: Bool)
    -> UnsafeMutablePointer<lxw_format>?
  {
    if let last = recent[index], last.format == format, last.isTotal == isTotal { return last.made }
    let role = WorkbookStyles.Role.cell(number: format, side: sides[index], isTotal: isTotal)
    let made = styles.format(role, hasBorder: layout.isForPrint)
    recent[index] = made.map { (format, isTotal, $0) }
    return made
  }

  /// The width of the longest line.
  private static func width(_ text: String) -> Int {
    text.split(separator: "\n").map { DisplayWidth.of($0.prefix(100)) }.max() ?? 0
  }

  /// How many lines the text takes in the widest column that there is.
  private static func lines(_ text: String) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, (DisplayWidth.of($1.prefix(4000)) + widest - 1) / widest)
    }
  }

  private static func side(_ type: DataType) -> WorkbookStyles.Side {
    if type.isNumeric { return .right }
    return switch type {
    case .date, .time, .boolean, .period: .middle
    default: .left
    }
  }

  // MARK: Below

  mutating func end(footer: [String], _ texts: inout WorkbookTexts) {
    if filteredRow != lastPlainRow { filter() }
    let format = styles.format(.footer, hasBorder: false)
    for (index, line) in footer.enumerated() where Int(next) + index + 1 < CellPlace.lastRow {
      let row = next + UInt32(index) + 1
      let text = texts.fitted(line, TextShape(line), sheet: name, row: Int(row) + 1, column: 1)
      worksheet_write_string(sheet, row, 0, text, format)
    }
    for (index, width) in widths.enumerated() {
      worksheet_set_column(
        sheet, UInt16(index), UInt16(index), Double(min(max(width, 4), Self.widest) + 2), nil)
    }
    guard !widths.isEmpty else { return }
    worksheet_freeze_panes(sheet, headerRow + 1, 0)
    ignoreNumbersAsText()
    if layout.isForPrint { setUpPrint() }
  }

  /// Filters the rows so far but totals. libxlsxwriter takes no range that ends above the row it is writing, so
  /// this comes before the first total, and at the end if rows have followed it.
  private mutating func filter() {
    guard number > 0, !widths.isEmpty else { return }
    filteredRow = lastPlainRow
    worksheet_autofilter(sheet, headerRow, 0, lastPlainRow, UInt16(widths.count - 1))
  }

  /// Codes are text on purpose: no green corners.
  private func ignoreNumbersAsText() {
    guard next > headerRow + 1 else { return }
    let last = Location.columnLetters(widths.count)
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A\(headerRow + 2):\(last)\(next)")
  }

  private func setUpPrint() {
    worksheet_set_paper(sheet, 9)
    if widths.reduce(0, { $0 + min($1, Self.widest) + 2 }) > 92 { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, headerRow, headerRow)
    worksheet_center_horizontally(sheet)
    worksheet_set_margins(sheet, 0.6, 0.6, 0.75, 0.75)
    worksheet_set_footer(sheet, "&C" + WritingWords.page.text(options.language))
  }
}

import CXlsxWriter
import Glibc
import KitModel

/// Writes the sheet of a form that people see.
struct FormSheetWriter {
  private static let widest = 40
  private static let lineHeight = 16.0

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let page: FormPage
  private let grid: FormGrid
  private let styles: FormStyles
  private let formatter: ValueFormatter
  private var widths: [Int]

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, page: FormPage, styles: FormStyles) {
    self.sheet = sheet
    self.page = page
    self.styles = styles
    grid = page.grid
    formatter = ValueFormatter(language: page.language)
    widths = [Int](repeating: 8, count: max(1, grid.width))
  }

  mutating func write() {
    measure()
    worksheet_set_default_row(sheet, Self.lineHeight + 2, 0)
    worksheet_set_row(sheet, 0, 30, nil)
    line(page.title, .title, at: 0)
    let total = widths.reduce(0) { $0 + $1 + 2 }
    for (index, text) in page.guide.enumerated() {
      let lines = max(1, (DisplayWidth.of(text) + total - 1) / max(1, total))
      worksheet_set_row(sheet, UInt32(index + 1), Double(lines) * 16, nil)
      line(text, .guide, at: index + 1)
    }
    worksheet_set_row(sheet, UInt32(grid.factsRow), 20, nil)
    line(page.facts, .facts, at: grid.factsRow)
    if page.isVertical { writeRecord() } else { writeRows() }
    for (index, width) in widths.enumerated() {
      worksheet_set_column(sheet, UInt16(index), UInt16(index), Double(width + 2), nil)
    }
    for (index, column) in page.columns.enumerated() where !column.isLocked { validate(column, index) }
    finish()
  }

  private mutating func measure() {
    func fit(_ text: String, _ index: Int) {
      guard widths.indices.contains(index) else { return }
      widths[index] = max(widths[index], min(DisplayWidth.of(text), Self.widest))
    }
    for (index, column) in page.columns.enumerated() {
      fit(column.label, page.isVertical ? 0 : index)
      for row in page.rows where row.indices.contains(index) && !row[index].isNull {
        fit(formatter.text(row[index], type: column.type), page.isVertical ? 1 : index)
      }
      if !column.isLocked, column.type == .text {
        fit(String(repeating: "宽", count: 8), page.isVertical ? 1 : index)
      }
    }
  }

  private func line(_ text: String, _ role: FormStyles.Role, at row: Int) {
    let text = WorkbookTexts.clean(text)
    let format = styles.format(role)
    if grid.width > 1 {
      worksheet_merge_range(sheet, UInt32(row), 0, UInt32(row), UInt16(grid.width - 1), text, format)
    } else {
      worksheet_write_string(sheet, UInt32(row), 0, text, format)
    }
  }

  private func string(_ text: String, _ row: Int, _ column: Int, _ role: FormStyles.Role) {
    worksheet_write_string(
      sheet, UInt32(row), UInt16(column), WorkbookTexts.clean(text), styles.format(role))
  }

  private func writeRows() {
    for (index, column) in page.columns.enumerated() {
      string(column.label, grid.headingRow, index, .heading)
    }
    for (number, row) in page.rows.enumerated() {
      let lines = lines(of: row)
      if lines > 1 {
        worksheet_set_row(
          sheet, UInt32(grid.place(row: number, column: 0).row), Double(lines) * Self.lineHeight + 2, nil)
      }
      for (index, column) in page.columns.enumerated() {
        var column = column
        if column.opensBelow, let first = page.firstFree, number >= first { column.isLocked = false }
        cell(
          row.indices.contains(index) ? row[index] : .null, column, grid.place(row: number, column: index))
      }
    }
  }

  /// Lines of the highest text of a row. Programs that only show a sheet do not work heights out themselves.
  private func lines(of row: [Value]) -> Int {
    var most = 1
    for (index, column) in page.columns.enumerated()
    where row.indices.contains(index) && !row[index].isNull && !column.type.isNumeric {
      let width = DisplayWidth.of(formatter.text(row[index], type: column.type))
      most = max(most, (width + widths[index] - 1) / max(1, widths[index]))
    }
    return most
  }

  private func writeRecord() {
    string(WritingWords.item.text(page.language), grid.headingRow, 0, .heading)
    string(WritingWords.entry.text(page.language), grid.headingRow, 1, .heading)
    let values = page.rows.first ?? []
    for (index, column) in page.columns.enumerated() {
      let place = grid.place(row: 0, column: index)
      string(column.label, place.row, 0, .heading)
      cell(values.indices.contains(index) ? values[index] : .null, column, place)
    }
  }

  private func cell(_ value: Value, _ column: FormColumn, _ place: (row: Int, column: Int)) {
    let (row, index) = (UInt32(place.row), UInt16(place.column))
    if value.isNull {
      worksheet_write_blank(
        sheet, row, index, styles.format(.cell(Self.format(column.type), isLocked: column.isLocked)))
    } else if column.type.isNumeric || column.type == .date && !column.isLocked,
      let number = SheetNumber(value, type: column.type)
    {
      // A mark of 5 is read as 5, however many decimal places marks may have.
      let format = if case .decimal = column.type { SheetNumberFormat.general } else { number.format }
      worksheet_write_number(
        sheet, row, index, number.value, styles.format(.cell(format, isLocked: column.isLocked)))
    } else {
      string(
        formatter.text(value, type: column.type), place.row, place.column,
        .cell(.text, isLocked: column.isLocked))
    }
  }

  /// The format of an empty cell: that of the numbers which are expected. Dates are typed as text or date.
  private static func format(_ type: DataType) -> SheetNumberFormat {
    switch type {
    case .integer: .whole
    case .decimal, .real: .general
    case .percent, .realPercent: .hundredths
    case .date: .date
    default: .text
    }
  }

  // MARK: what may be typed

  private func validate(_ column: FormColumn, _ index: Int) {
    let first = grid.place(row: 0, column: index)
    let last = grid.place(row: max(0, page.rows.count - 1), column: index)
    guard page.isVertical || !page.rows.isEmpty else { return }
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    let texts = CTexts()
    switch column.type {
    case .choice(let choices) where Self.fits(choices):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = texts.list(choices)
    case .boolean:
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      rule.value_list = texts.list(["是", "否"])
    case .integer, .decimal, .percent, .real: bound(&rule, column, first, texts)
    default: return
    }
    rule.error_message = texts.text(message(column))
    withExtendedLifetime(texts) {
      _ = worksheet_data_validation_range(
        sheet, UInt32(first.row), UInt16(first.column), UInt32(last.row), UInt16(last.column), &rule)
    }
  }

  private func bound(
    _ rule: inout lxw_data_validation, _ column: FormColumn, _ first: (row: Int, column: Int), _ texts: CTexts
  ) {
    let isWhole = column.type == .integer
    rule.validate = UInt8(
      isWhole ? LXW_VALIDATION_TYPE_INTEGER_FORMULA.rawValue : LXW_VALIDATION_TYPE_DECIMAL_FORMULA.rawValue)
    let lowest = Self.plain(column.minimum) ?? "-999999999999"
    var highest = Self.plain(column.maximum) ?? "999999999999"
    if let limit = column.limit {
      let place = grid.place(row: 0, column: limit)
      // The place moves with the row where records stand below each other.
      let letters = Location.columnLetters(place.column + 1)
      highest = page.isVertical ? "$\(letters)$\(place.row + 1)" : "$\(letters)\(first.row + 1)"
    }
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    rule.minimum_formula = texts.text("=" + lowest)
    rule.maximum_formula = texts.text("=" + highest)
  }

  private func range(_ least: String?, _ most: String?) -> String {
    let words =
      switch (least, most) {
      case (nil, nil): WritingWords.numberAny
      case (_, nil): WritingWords.numberFrom
      case (nil, _): WritingWords.numberTo
      default: WritingWords.numberWanted
      }
    return words.text(page.language, ["min": least ?? "", "max": most ?? ""])
  }

  private func message(_ column: FormColumn) -> String {
    switch column.type {
    case .choice, .boolean: WritingWords.pickOne.text(page.language)
    default:
      column.limit == nil
        ? range(Self.plain(column.minimum), Self.plain(column.maximum))
        : WritingWords.numberBelow.text(
          page.language,
          ["label": page.columns[column.limit ?? 0].label, "min": Self.plain(column.minimum) ?? ""])
    }
  }

  /// Excel takes lists of up to 255 characters, and commas part them.
  private static func fits(_ choices: [String]) -> Bool {
    choices.reduce(0) { $0 + $1.utf16.count + 1 } <= 255 && !choices.contains { $0.contains(",") }
  }

  static func plain(_ value: Value?) -> String? {
    switch value {
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number): String(number)
    default: nil
    }
  }

  // MARK: print and protection

  private func finish() {
    worksheet_freeze_panes(sheet, UInt32(grid.headingRow + 1), 0)
    worksheet_set_paper(sheet, 9)
    if widths.reduce(0, { $0 + $1 + 2 }) > 92 { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, UInt32(grid.headingRow), UInt32(grid.headingRow))
    worksheet_center_horizontally(sheet)
    worksheet_set_margins(sheet, 0.6, 0.6, 0.75, 0.75)
    worksheet_set_footer(sheet, "&C" + WritingWords.page.text(page.language))
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue),
      "A\(grid.headingRow + 2):\(Location.columnLetters(max(1, grid.width)))\(max(grid.end, grid.headingRow + 2))"
    )
    var protection = lxw_protection()
    protection.format_columns = 1
    protection.format_rows = 1
    worksheet_protect(sheet, nil, &protection)
  }
}

/// Texts lent to C for as long as this lives.
private final class CTexts {
  private var kept: [UnsafeMutablePointer<CChar>] = []
  private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = []

  deinit {
    for text in kept { free(text) }
    for list in lists { list.deallocate() }
  }

  func text(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    kept.append(copy)
    return copy
  }

  func list(_ texts: [String]) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { list[index] = self.text(text) }
    list[texts.count] = nil
    lists.append(list)
    return list
  }
}

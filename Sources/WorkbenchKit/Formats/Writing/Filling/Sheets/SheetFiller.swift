import KitModel

/// Puts values into a sheet, and the rows that they need.
struct SheetFiller {
  let filling: SheetFilling
  /// The sheet's name.
  let name: String
  let startsIn1904: Bool

  func fill(_ sheet: inout SheetMarkup, _ styles: inout StyleSheetMarkup) {
    let shift = filling.shift
    if shift.count > 0 { insert(&sheet, shift) }
    if let block = filling.block, !filling.rows.isEmpty {
      goOn(below: block, &sheet)
      for (offset, values) in filling.rows.enumerated() {
        put(values, row: block.first + offset, &sheet, &styles)
      }
      widen(&sheet, to: block.first + filling.rows.count - 1)
    }
    for cell in filling.cells {
      put([cell.column: cell.value], row: shift.row(cell.row), &sheet, &styles)
    }
    sheet.forgetResults()
  }

  private func insert(_ sheet: inout SheetMarkup, _ shift: RowShift) {
    sheet.unshareFormulas()
    sheet.shiftFormulas(shift, of: name, name: name)
    sheet.shiftRows(shift)
    guard let block = filling.block else { return }
    let added = shift.at..<shift.at + shift.count
    // Like the row before the last one, whose lines are those inside the block; where there are no rows, like what
    // stands below, without its formulas.
    let hasModel = block.blank > 0 || block.hasRowsAbove
    guard
      let row = sheet.row(
        hasModel ? (block.blank == 0 ? shift.at - 1 : max(block.first, shift.at - 1)) : added.upperBound)
    else { return }
    for number in added {
      var copy = row.copied(to: number)
      if !hasModel { for index in copy.cells.indices { copy.cells[index].clear() } }
      sheet.put(copy)
    }
    if hasModel { sheet.copyMerges(of: row.number, to: added) }
  }

  /// Rows behind the last blank one, where nothing stands in their way, look and calculate like it.
  private func goOn(below block: FillingBlock, _ sheet: inout SheetMarkup) {
    let last = block.first + block.blank - 1
    guard block.isOpen, block.blank > 0, filling.rows.count > block.blank, let model = sheet.row(last) else {
      return
    }
    sheet.unshareFormulas()
    for number in last + 1..<block.first + filling.rows.count where sheet.row(number) == nil {
      sheet.put((sheet.row(last) ?? model).copied(to: number))
    }
  }

  private func put(
    _ values: [Int: FilledValue], row number: Int, _ sheet: inout SheetMarkup,
    _ styles: inout StyleSheetMarkup
  ) {
    let prefix = sheet.prefix
    var row = sheet.row(number) ?? RowMarkup(number: number, prefix: prefix)
    for (column, value) in values.sorted(by: { $0.key < $1.key }) {
      var cell =
        row.cell(column)
        ?? CellMarkup(
          column: column, style: row.style ?? sheet.columnStyle(column), prefix: prefix)
      cell.clear()
      cell.style = styles.fitting(value.kind, in: cell.style)
      set(value, in: &cell, prefix)
      row.put(cell)
    }
    sheet.put(row)
  }

  private func set(_ value: FilledValue, in cell: inout CellMarkup, _ prefix: String) {
    switch value.kind {
    case .number(let number, let format):
      let isDay = format == .date || format == .time
      // Workbooks from old Macs count days from 1904 on.
      let shown = isDay && startsIn1904 ? number - 1462 : number
      cell.content = Array("<\(prefix)v>\(Self.text(shown))</\(prefix)v>".utf8)
    case .text(let text):
      cell.tag["t"] = "inlineStr"
      let text = MarkupText.escaped(text)
      cell.content = Array(
        "<\(prefix)is><\(prefix)t xml:space=\"preserve\">\(text)</\(prefix)t></\(prefix)is>".utf8)
    }
  }

  private static func text(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return String(number)
  }

  /// The range that the sheet says it fills reaches down to the last row written.
  private func widen(_ sheet: inout SheetMarkup, to last: Int) {
    let rewriter = MarkupRewriter(tag: { tag, _ in
      guard tag.local == "dimension", let range = tag["ref"].flatMap(CellPlace.range),
        range.rows.upperBound < last
      else { return false }
      tag["ref"] = CellRange(rows: range.rows.lowerBound...last, columns: range.columns).text
      return true
    })
    sheet.head = rewriter.rewrite(sheet.head)
  }
}

extension SheetMarkup {
  /// Results as last calculated would be read as if they were true still.
  mutating func forgetResults() {
    for row in rows.indices {
      for cell in rows[row].cells.indices { rows[row].cells[cell].forgetResult() }
    }
  }
}

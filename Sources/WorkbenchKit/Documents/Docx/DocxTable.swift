import KitFormats
import KitModel

/// A table of a docx: borders, headings on every page, rows that are not parted between pages. Its rows are written one
/// by one; the time taken grows with their number and nothing else.
struct DocxTable {
  let runs: DocxRuns
  /// Of the type area.
  let width: Int
  let options: WritingOptions
  var isCompact = false

  func write(_ table: Table, to buffer: inout XMLBuffer) {
    let formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
    let labels = table.columns.map { $0.label.text(options.language) }
    var columns = labels.map { (most: DisplayWidth.of($0), least: min(DisplayWidth.of($0), 8)) }
    for row in table.rows.prefix(ColumnWidths.measured) {
      for (index, (value, column)) in zip(row.values, table.columns).enumerated() {
        ColumnWidths.measure(formatter.text(value, of: column), into: &columns[index])
      }
    }
    guard !columns.isEmpty else { return }
    let widths = ColumnWidths(columns, width: width, largest: isCompact ? 18 : 24)
    let cells = widths.widths.map { #"<w:tc><w:tcPr><w:tcW w:w="\#($0)" w:type="dxa"/></w:tcPr>"# }
    let plain = paragraph(.left)
    let number = paragraph(.right)
    let heads = table.columns.map { _ in paragraph(.middle) }
    let sides = table.columns.map { $0.type.isNumeric ? number : plain }
    let size = properties(widths.size)
    let strong = properties(widths.size, isBold: true)
    begin(widths.widths, to: &buffer)
    row(labels, cells, heads, properties(widths.size), isHeading: true, to: &buffer)
    for row in table.rows {
      let texts = zip(formatter.named(row, table.columns).values, table.columns).map {
        formatter.text($0, of: $1)
      }
      self.row(texts, cells, sides, row.mark == .plain ? size : strong, isHeading: false, to: &buffer)
    }
    buffer.raw("</w:tbl>")
  }

  func write(_ grid: Grid, to buffer: inout XMLBuffer) {
    let rows = grid.placed
    let count = rows.first.map { $0.reduce(0) { $0 + $1.cell.columns } } ?? 0
    guard count > 0 else { return }
    let widths = widths(of: rows, count, grid.widths)
    begin(widths.widths, to: &buffer)
    for (index, row) in rows.enumerated() {
      let isHeading = index < grid.headingRows
      buffer.raw("<w:tr><w:trPr><w:cantSplit/>" + (isHeading ? "<w:tblHeader/>" : "") + "</w:trPr>")
      for place in row {
        let cell = place.cell
        let width = widths.widths[place.column..<(place.column + cell.columns)].reduce(0, +)
        buffer.raw(#"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/>"#)
        if cell.columns > 1 { buffer.raw(#"<w:gridSpan w:val="\#(cell.columns)"/>"#) }
        if place.isCovered {
          buffer.raw("<w:vMerge/>")
        } else if cell.rows > 1 {
          buffer.raw(#"<w:vMerge w:val="restart"/>"#)
        }
        buffer.raw(#"<w:vAlign w:val="center"/></w:tcPr>"#)
        buffer.raw(paragraph(isHeading ? .middle : cell.side))
        if !place.isCovered {
          let font: PaperFonts? = isHeading || cell.isHeading ? .heading : nil
          runs.write(cell.text, font: font, properties: properties(widths.size), to: &buffer)
        }
        buffer.raw("</w:p></w:tc>")
      }
      buffer.raw("</w:tr>")
    }
    buffer.raw("</w:tbl>")
  }

  private func widths(of rows: [[Grid.Placed]], _ count: Int, _ shares: [Double]) -> ColumnWidths {
    if shares.count == count { return ColumnWidths(shares: shares, width: width) }
    var columns = [(most: Int, least: Int)](repeating: (4, 4), count: count)
    for row in rows.prefix(ColumnWidths.measured) {
      for place in row where place.cell.columns == 1 {
        ColumnWidths.measure(place.cell.text, into: &columns[place.column])
      }
    }
    return ColumnWidths(columns, width: width)
  }

  private func begin(_ widths: [Int], to buffer: inout XMLBuffer) {
    buffer.raw(
      #"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="\#(widths.reduce(0, +))" w:type="dxa"/>"#
        + #"<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" "#
        + #"w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>"#)
    for width in widths { buffer.raw(#"<w:gridCol w:w="\#(width)"/>"#) }
    buffer.raw("</w:tblGrid>")
  }

  private func row(
    _ texts: [String], _ cells: [String], _ paragraphs: [String], _ properties: String, isHeading: Bool,
    to buffer: inout XMLBuffer
  ) {
    buffer.raw(
      isHeading
        ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    for (index, cell) in cells.enumerated() {
      buffer.raw(cell)
      buffer.raw(paragraphs[index])
      if index < texts.count {
        runs.write(texts[index], font: isHeading ? .heading : nil, properties: properties, to: &buffer)
      }
      buffer.raw("</w:p></w:tc>")
    }
    buffer.raw("</w:tr>")
  }

  /// Up to its runs.
  private func paragraph(_ side: Grid.Side) -> String {
    let jc =
      switch side {
      case .left: ""
      case .middle: #"<w:jc w:val="center"/>"#
      case .right: #"<w:jc w:val="right"/>"#
      }
    return #"<w:p><w:pPr><w:pStyle w:val="TableText"/>\#(jc)</w:pPr>"#
  }

  private func properties(_ size: Int, isBold: Bool = false) -> String {
    (isBold ? "<w:b/>" : "") + #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/>"#
  }
}

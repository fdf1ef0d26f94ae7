import KitFormats
import KitModel

/// A table of a docx: borders, headings on every page, rows that are not parted between pages. Its rows are written one
/// by one; the time taken grows with their number and nothing else.
struct DocxTable {
  let runs: DocxRuns
  let options: WritingOptions
  /// The height of the type area.
  let height: Int

  /// - Parameters:
  ///   - table: With the columns of this part alone.
  ///   - size: Of the type, in half points.
  ///   - staysWithNext: Whether the last row goes to the next page with what follows the table.
  func write(
    _ table: Table, _ part: TableFit.Part, size: Int, staysWithNext: Bool, to buffer: inout XMLBuffer
  ) {
    guard !table.columns.isEmpty else { return }
    let formatter = ValueFormatter(language: options.language, revealsSensitive: options.revealsSensitive)
    let labels = table.columns.map { $0.label.text(options.language) }
    let cells = part.widths.map { #"<w:tc><w:tcPr><w:tcW w:w="\#($0)" w:type="dxa"/></w:tcPr>"# }
    let plain = paragraph(.left)
    let number = paragraph(.right)
    let heads = table.columns.map { _ in paragraph(.middle) }
    let sides = table.columns.map { $0.type.isNumeric ? number : plain }
    let lastSides = table.columns.map {
      paragraph($0.type.isNumeric ? .right : .left, staysWithNext: staysWithNext)
    }
    let light = properties(size)
    let strong = properties(size, isBold: true)
    let room = RowRoom(height: height, size: size, leading: .docx, headings: [(labels, part.widths)])
    begin(part.widths, to: &buffer)
    row(labels, cells, heads, light, isHeading: true, to: &buffer)
    for (index, row) in table.rows.enumerated() {
      let texts = zip(formatter.named(row, table.columns).values, table.columns).map {
        formatter.text($0, of: $1)
      }
      let isTall = room.isTall(texts, part.widths, isFirst: index == 0)
      let isKept = index == table.rows.count - 1 && !isTall
      self.row(
        texts, cells, isKept ? lastSides : sides, row.mark == .plain ? light : strong, isHeading: false,
        isTall: isTall, to: &buffer)
    }
    buffer.raw("</w:tbl>")
  }

  func write(_ grid: Grid, _ part: TableFit.Part, size: Int, staysWithNext: Bool, to buffer: inout XMLBuffer)
  {
    let rows = grid.placed
    guard !part.widths.isEmpty else { return }
    let room = RowRoom(grid, part, height: height, size: size, leading: .docx)
    begin(part.widths, to: &buffer)
    for (index, (row, isTall)) in zip(rows, room.tallRows(grid, part)).enumerated() {
      let isHeading = index < grid.headingRows
      let isKept = staysWithNext && index == rows.count - 1 && !isTall
      buffer.raw(begin(isHeading: isHeading, isTall: isTall))
      for place in row {
        let cell = place.cell
        buffer.raw(#"<w:tc><w:tcPr><w:tcW w:w="\#(part.width(place))" w:type="dxa"/>"#)
        if cell.columns > 1 { buffer.raw(#"<w:gridSpan w:val="\#(cell.columns)"/>"#) }
        if place.isCovered {
          buffer.raw("<w:vMerge/>")
        } else if cell.rows > 1 {
          buffer.raw(#"<w:vMerge w:val="restart"/>"#)
        }
        buffer.raw(#"<w:vAlign w:val="center"/></w:tcPr>"#)
        buffer.raw(paragraph(isHeading ? .middle : cell.side, staysWithNext: isKept))
        if !place.isCovered {
          let font: PaperFonts? = isHeading || cell.isHeading ? .heading : nil
          runs.write(cell.text, font: font, properties: properties(size), to: &buffer)
        }
        buffer.raw("</w:p></w:tc>")
      }
      buffer.raw("</w:tr>")
    }
    buffer.raw("</w:tbl>")
  }

  private func begin(_ widths: [Int], to buffer: inout XMLBuffer) {
    buffer.raw(
      #"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="\#(widths.reduce(0, +))" w:type="dxa"/>"#
        + #"<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" "#
        + #"w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>"#)
    for width in widths { buffer.raw(#"<w:gridCol w:w="\#(width)"/>"#) }
    buffer.raw("</w:tblGrid>")
  }

  /// Rows are not parted between pages, unless they are so high that a page may not hold them.
  private func begin(isHeading: Bool, isTall: Bool) -> String {
    let properties = (isTall ? "" : "<w:cantSplit/>") + (isHeading ? "<w:tblHeader/>" : "")
    return properties.isEmpty ? "<w:tr>" : "<w:tr><w:trPr>\(properties)</w:trPr>"
  }

  private func row(
    _ texts: [String], _ cells: [String], _ paragraphs: [String], _ properties: String, isHeading: Bool,
    isTall: Bool = false, to buffer: inout XMLBuffer
  ) {
    buffer.raw(begin(isHeading: isHeading, isTall: isTall))
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
  private func paragraph(_ side: Grid.Side, staysWithNext: Bool = false) -> String {
    let jc =
      switch side {
      case .left: ""
      case .middle: #"<w:jc w:val="center"/>"#
      case .right: #"<w:jc w:val="right"/>"#
      }
    let keep = staysWithNext ? "<w:keepNext/>" : ""
    return #"<w:p><w:pPr><w:pStyle w:val="TableText"/>\#(keep)\#(jc)</w:pPr>"#
  }

  private func properties(_ size: Int, isBold: Bool = false) -> String {
    (isBold ? "<w:b/>" : "") + #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/>"#
  }
}

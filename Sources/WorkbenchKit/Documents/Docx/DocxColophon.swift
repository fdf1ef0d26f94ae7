import KitModel

/// 版记 of a docx: a table that lies on the bottom edge of the type area of the last page.
struct DocxColophon {
  private let colophon: Colophon
  private let runs: DocxRuns
  private let width: Int

  init(_ colophon: Colophon, runs: DocxRuns, width: Int) {
    self.colophon = colophon
    self.runs = runs
    self.width = width
  }

  /// A character of 14 pt.
  private static let character = 280
  /// 0.35 mm and 0.25 mm, in eighths of a point.
  private static let thick = 8
  private static let thin = 6

  func write(to buffer: inout XMLBuffer) {
    // By the page and not by the margin: LibreOffice lets no table float that fills the type area from edge to edge.
    let left = PaperMeasures.officialMargins.left
    buffer.raw(
      #"<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page" "#
        + #"w:tblpX="\#(left)" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>"#
        + #"<w:tblW w:w="\#(width)" w:type="dxa"/><w:tblBorders>"#
        + line("top", Self.thick) + line("bottom", Self.thick) + line("insideH", Self.thin)
        + "</w:tblBorders>"
        + #"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>"#
        + "</w:tblCellMar></w:tblPr>"
        + #"<w:tblGrid><w:gridCol w:w="\#(width)"/></w:tblGrid>"#)
    if let code = colophon.code {
      // Above the first line of 版记, which is the lower border of this row.
      row(
        OfficialText.annotation(code),
        #"<w:spacing w:line="280" w:lineRule="exact"/><w:ind w:left="\#(Self.character)" w:right="\#(Self.character)"/>"#,
        cell: #"<w:tcBorders><w:top w:val="nil"/>\#(line("bottom", Self.thick))</w:tcBorders>"#,
        run: #"<w:sz w:val="21"/><w:szCs w:val="21"/>"#, to: &buffer)
    }
    if let copyTo = colophon.copyTo {
      // Further lines begin below the first name.
      let hanging = 3 * Self.character
      let left = hanging + Self.character
      row(
        OfficialText.copyTo(copyTo),
        #"<w:ind w:left="\#(left)" w:right="\#(Self.character)" w:hanging="\#(hanging)"/>"#, to: &buffer)
    }
    let right = width - Self.character
    row(
      colophon.printedBy + "\t" + OfficialText.printedOn(colophon),
      #"<w:tabs><w:tab w:val="right" w:pos="\#(right)"/></w:tabs>"#
        + #"<w:ind w:left="\#(Self.character)" w:right="\#(Self.character)"/>"#, to: &buffer)
    // The table floats by the paragraph behind it, which needs no room of its own.
    buffer.raw(#"</w:tbl><w:p><w:pPr><w:pStyle w:val="PaperEnd"/></w:pPr></w:p>"#)
  }

  private func line(_ side: String, _ size: Int) -> String {
    #"<w:\#(side) w:val="single" w:sz="\#(size)" w:space="0" w:color="auto"/>"#
  }

  private func row(
    _ text: String, _ properties: String, cell: String = "", run: String = "", to buffer: inout XMLBuffer
  ) {
    buffer.raw(
      #"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/>\#(cell)</w:tcPr><w:p><w:pPr>"#
        + #"<w:pStyle w:val="PaperColophon"/>\#(properties)</w:pPr>"#)
    runs.write(text, properties: run, to: &buffer)
    buffer.raw("</w:p></w:tc></w:tr>")
  }
}

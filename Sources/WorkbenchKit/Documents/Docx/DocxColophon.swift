import KitModel

/// 版记 of a docx: a table in a text box that lies on the bottom edge of the type area of the last page.
///
/// Nothing flows around the box. The room for it is kept by the paragraph that it belongs to, which is as high as the
/// box: where that finds no room, it goes to the next page, and the box with it. A table that floats would look the
/// same, but the text before it would have to make room for what comes after: LibreOffice then loses the headings of a
/// table that ends the paper.
struct DocxColophon {
  private let colophon: Colophon
  private let runs: DocxRuns
  private let left: Int
  private let area: PaperMeasures.Area
  private let measure: ColophonMeasure

  /// - Parameters:
  ///   - left: Where the type area of the last page begins.
  ///   - area: The type area of the last page.
  init(_ colophon: Colophon, runs: DocxRuns, left: Int, area: PaperMeasures.Area) {
    self.colophon = colophon
    self.runs = runs
    self.left = left
    self.area = area
    measure = ColophonMeasure(colophon, width: area.width)
  }

  private var width: Int { area.width }

  private static let character = ColophonMeasure.character
  /// 0.35 mm and 0.25 mm, in eighths of a point.
  private static let thick = 8
  private static let thin = 6

  func write(to buffer: inout XMLBuffer) {
    buffer.raw(
      #"<w:p><w:pPr><w:pStyle w:val="PaperEnd"/><w:spacing w:line="\#(min(measure.room, area.height))" w:lineRule="exact"/></w:pPr>"#
        + #"<w:r><w:pict><v:rect id="colophon" alt="版记" style="\#(place)" filled="f" stroked="f">"#
        + #"<v:textbox inset="0,0,0,0" style="mso-fit-shape-to-text:t"><w:txbxContent>"#)
    table(to: &buffer)
    // Below a table in a box stands a paragraph; this one needs no room of its own.
    buffer.raw(
      #"<w:p><w:pPr><w:pStyle w:val="PaperEnd"/></w:pPr></w:p>"#
        + "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>")
  }

  /// Programs that fit the box to its text let it grow and not shrink: it begins as high as it must be.
  private var place: String {
    "position:absolute;margin-left:\(points(left));margin-top:0;width:\(points(width));"
      + "height:\(points(measure.height));z-index:1;mso-position-horizontal-relative:page;"
      + "mso-position-vertical:bottom;mso-position-vertical-relative:margin;v-text-anchor:bottom"
  }

  private func points(_ twips: Int) -> String {
    ExactDecimal(units: Int64(twips) * 5, scale: 2).description + "pt"
  }

  private func table(to buffer: inout XMLBuffer) {
    buffer.raw(
      #"<w:tbl><w:tblPr><w:tblW w:w="\#(width)" w:type="dxa"/><w:tblBorders>"#
        + line("top", Self.thick) + line("bottom", Self.thick) + line("insideH", Self.thin)
        + "</w:tblBorders>"
        + #"<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>"#
        + "</w:tblCellMar></w:tblPr>"
        + #"<w:tblGrid><w:gridCol w:w="\#(width)"/></w:tblGrid>"#)
    if let code = colophon.code {
      // Above the first line of 版记, which is the lower border of this row.
      row(
        OfficialText.annotation(code),
        #"<w:spacing w:line="\#(ColophonMeasure.codeLine)" w:lineRule="exact"/>"#
          + #"<w:ind w:left="\#(Self.character)" w:right="\#(Self.character)"/>"#,
        cell: #"<w:tcBorders><w:top w:val="nil"/>\#(line("bottom", Self.thick))</w:tcBorders>"#,
        run: #"<w:sz w:val="21"/><w:szCs w:val="21"/>"#, to: &buffer)
    }
    if let copyTo = colophon.copyTo {
      // Further lines begin below the first name.
      let hanging = ColophonMeasure.hanging
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
    buffer.raw("</w:tbl>")
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

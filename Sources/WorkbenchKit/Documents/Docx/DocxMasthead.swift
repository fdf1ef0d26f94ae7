import KitModel

/// 版头 of a docx: marks at the top left, who issues the paper, its number, the red line.
struct DocxMasthead {
  private let masthead: Masthead
  private let runs: DocxRuns

  init(_ masthead: Masthead, runs: DocxRuns) {
    self.masthead = masthead
    self.runs = runs
  }

  func write(to buffer: inout XMLBuffer) {
    for (index, mark) in masthead.marks.enumerated() {
      buffer.raw(#"<w:p><w:pPr><w:pStyle w:val="PaperMark"/></w:pPr>"#)
      // 份号 is digits in the typeface of the text.
      runs.write(mark, font: index == 0 && masthead.copy != nil ? .text : nil, to: &buffer)
      buffer.raw("</w:p>")
    }
    organs(to: &buffer)
    number(to: &buffer)
    buffer.raw(#"<w:p><w:pPr><w:pStyle w:val="PaperRedLine"/></w:pPr></w:p>"#)
  }

  private func organs(to buffer: inout XMLBuffer) {
    let width = PaperMeasures.officialMargins.width(isLandscape: false)
    let size = PaperMeasures.organSize(masthead.organ, width: width)
    // A line a sixth higher than its type, which stands in the middle of it.
    let line = size * 10 * 7 / 6
    let top = PaperMeasures.organTop - masthead.marks.count * PaperMeasures.line - (line - size * 10) / 2
    for (index, organ) in masthead.organ.enumerated() {
      buffer.raw(
        #"<w:p><w:pPr><w:pStyle w:val="PaperOrgan"/><w:spacing w:before="\#(index == 0 ? max(0, top) : 0)" "#
          + #"w:line="\#(line)" w:lineRule="exact"/></w:pPr>"#)
      runs.write(organ, properties: #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/>"#, to: &buffer)
      buffer.raw("</w:p>")
    }
  }

  /// The number in the middle; where a signer is named, the number left and the signer right, a character from the edge.
  private func number(to buffer: inout XMLBuffer) {
    let (line, character) = (PaperMeasures.line, PaperMeasures.character)
    let spacing = #"<w:spacing w:before="\#(2 * line)" w:line="\#(line)" w:lineRule="exact"/>"#
    buffer.raw(#"<w:p><w:pPr><w:pStyle w:val="PaperNumber"/>"#)
    guard !masthead.signers.isEmpty else {
      buffer.raw(spacing + "</w:pPr>")
      runs.write(masthead.number ?? "", to: &buffer)
      return buffer.raw("</w:p>")
    }
    let right = PaperMeasures.officialMargins.width(isLandscape: false) - character
    buffer.raw(
      #"<w:tabs><w:tab w:val="right" w:pos="\#(right)"/></w:tabs>\#(spacing)<w:ind w:left="\#(character)" w:right="\#(character)"/>"#
        + #"<w:jc w:val="left"/></w:pPr>"#)
    runs.write((masthead.number ?? "") + "\t" + DocumentWords.signer + "：", to: &buffer)
    runs.write(masthead.signers.joined(separator: "　"), font: .second, to: &buffer)
    buffer.raw("</w:p>")
  }
}

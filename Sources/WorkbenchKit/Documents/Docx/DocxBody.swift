import KitFormats
import KitModel

/// The text of a docx: every block of the document, and the sections that say how the pages look.
struct DocxBody {
  let document: Document
  let options: WritingOptions
  let runs: DocxRuns
  private(set) var buffer = XMLBuffer(
    part: #"<w:document xmlns:w="\#(DocxParts.wordNamespace)" xmlns:r="\#(DocxParts.relationsNamespace)" "#
      + #"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#
      + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
      + #"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#
      + #"xmlns:v="urn:schemas-microsoft-com:vml"><w:body>"#)
  private(set) var pictures = DocxPictures()
  private(set) var remarks: [Diagnostic] = []
  /// Whether the pages being written lie on their side.
  private var isLandscape = false

  init(_ document: Document, options: WritingOptions) {
    self.document = document
    self.options = options
    // Official papers are Chinese whatever the language of the workbench.
    runs = DocxRuns(isChinese: options.language == .zh || document.layout == .official)
  }

  private var isOfficial: Bool { document.layout == .official }
  private var margins: PaperMeasures.Margins {
    let margins =
      isOfficial
      ? PaperMeasures.officialMargins
      : document.isCompact ? PaperMeasures.compactMargins : PaperMeasures.reportMargins
    return isLandscape ? margins.turned : margins
  }
  /// The width of the type area.
  private var width: Int { margins.width(isLandscape: isLandscape) }
  private var tables: DocxTable {
    DocxTable(runs: runs, options: options, height: margins.area(isLandscape: isLandscape).height)
  }

  /// Writes the whole part.
  mutating func write() {
    if let masthead = document.masthead { DocxMasthead(masthead, runs: runs).write(to: &buffer) }
    for (index, block) in document.blocks.enumerated() {
      // The date never stands alone on a page, nor with the list of attachments alone, nor 附注, nor 版记.
      let next = document.blocks[(index + 1)...].first
      let staysWithNext =
        next?.isSignature == true || next?.listsAttachments == true || next?.isAnnotation == true
        || (next == nil && document.colophon != nil)
      write(
        block, staysWithNext: staysWithNext, isFirst: index == 0 && document.masthead == nil,
        isBeforeAddressee: next?.isAddressee == true)
    }
    if let colophon = document.colophon {
      DocxColophon(colophon, runs: runs, left: margins.left, area: margins.area(isLandscape: isLandscape))
        .write(to: &buffer)
    }
    buffer.raw(section + "</w:body></w:document>")
  }

  private mutating func write(
    _ block: Document.Block, staysWithNext: Bool, isFirst: Bool, isBeforeAddressee: Bool
  ) {
    switch block {
    case .heading(let text, 1): title(text, isFirst: isFirst, isBeforeAddressee: isBeforeAddressee)
    case .heading(let text, let level): paragraph(text, style: "Heading\(max(1, min(4, level - 1)))")
    case .paragraph(let text):
      // A long paragraph would be taken to the next page whole by some programs.
      paragraph(text, style: "BodyText", properties: staysWithNext && text.count <= 84 ? "<w:keepNext/>" : "")
    case .list(let items): for item in items { paragraph(item, style: "ListBullet") }
    case .facts(let facts): for fact in facts { self.fact(fact) }
    case .table(let table, let title):
      let fit = TableFit(table, width: width, largest: document.isCompact ? 18 : 24, options: options)
      for (index, part) in fit.parts.enumerated() {
        let staysWithNext = staysWithNext && index == fit.parts.count - 1
        caption(TableFit.title(title, part: index, language: runs.isChinese ? .zh : .en))
        tables.write(
          table.with(columns: part.columns), part, size: fit.size, staysWithNext: staysWithNext, to: &buffer)
        afterTable(staysWithNext: staysWithNext)
      }
    case .grid(let grid):
      let fit = TableFit(grid, width: width)
      for (index, part) in fit.parts.enumerated() {
        let staysWithNext = staysWithNext && index == fit.parts.count - 1
        caption(TableFit.title(grid.title, part: index, language: runs.isChinese ? .zh : .en))
        tables.write(
          grid.with(columns: part.columns), part, size: fit.size, staysWithNext: staysWithNext, to: &buffer)
        afterTable(staysWithNext: staysWithNext)
      }
    case .code(let text): paragraph(text, style: "Code")
    case .figure(let figure): self.figure(figure)
    case .chart(let chart): paragraph(ChartBars(chart, language: options.language).text, style: "Code")
    case .official(let part): official(part, staysWithNext: staysWithNext)
    case .section(let section) where isFirst: isLandscape = section.isLandscape
    case .section(let section): startSection(isLandscape: section.isLandscape)
    }
  }

  /// - Parameter properties: More of `w:pPr`, in the order of the schema behind `w:pStyle`.
  private mutating func paragraph(_ text: String, style: String, properties: String = "") {
    buffer.raw(#"<w:p><w:pPr><w:pStyle w:val="\#(style)"/>\#(properties)</w:pPr>"#)
    runs.write(text, to: &buffer)
    buffer.raw("</w:p>")
  }

  private mutating func title(_ text: String, isFirst: Bool, isBeforeAddressee: Bool) {
    guard isOfficial else { return paragraph(text, style: "Title") }
    let lines = TitleLines.of(text, width: PaperMeasures.titleColumns)
    let line = PaperMeasures.line
    // Without a masthead nothing is above it that it would have to be parted from. Below it a line stays empty, which
    // 主送机关 brings along where there is one.
    let (before, after) = (isFirst ? 0 : 2 * line, isBeforeAddressee ? 0 : line)
    let spacing =
      isFirst || !isBeforeAddressee
      ? #"<w:spacing w:before="\#(before)" w:after="\#(after)" w:line="\#(line)" w:lineRule="exact"/>"# : ""
    paragraph(lines.joined(separator: "\n"), style: "Title", properties: spacing)
  }

  private mutating func fact(_ fact: Document.Fact) {
    buffer.raw(#"<w:p><w:pPr><w:pStyle w:val="Facts"/></w:pPr>"#)
    let colon = options.language == .zh || isOfficial ? "：" : ": "
    runs.write(
      fact.name + colon, font: isOfficial ? .heading : nil, properties: isOfficial ? "" : "<w:b/>",
      to: &buffer)
    runs.write(fact.value, to: &buffer)
    buffer.raw("</w:p>")
  }

  private mutating func caption(_ title: String?) {
    if let title { paragraph(title, style: "Caption") }
  }

  /// Two tables that follow each other would become one.
  private mutating func afterTable(staysWithNext: Bool) {
    let keep = staysWithNext ? "<w:keepNext/>" : ""
    buffer.raw(
      #"<w:p><w:pPr>\#(keep)<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>"#
    )
  }

  private mutating func figure(_ figure: Document.Figure) {
    let picture = figure.picture.kind == .svg ? figure.raster : figure.picture
    guard let picture else {
      remarks.append(
        Diagnostic(DocumentMessages.svgInDocx, ["picture": figure.alternative], severity: .warning))
      return paragraph("［\(figure.alternative)］", style: "BodyText")
    }
    buffer.raw(#"<w:p><w:pPr><w:pStyle w:val="Figure"/>"#)
    if figure.caption == nil { buffer.raw(#"<w:keepNext w:val="0"/>"#) }
    buffer.raw("</w:pPr><w:r>")
    pictures.write(figure, picture, width: width, to: &buffer)
    buffer.raw("</w:r></w:p>")
    if let caption = figure.caption {
      paragraph(caption, style: "Caption", properties: #"<w:keepNext w:val="0"/>"#)
    }
  }

  private mutating func official(_ part: OfficialPart, staysWithNext: Bool) {
    let (line, character) = (PaperMeasures.line, PaperMeasures.character)
    let exact = #"w:line="\#(line)" w:lineRule="exact"/>"#
    let gap = #"<w:spacing w:before="\#(line)" \#(exact)"#
    switch part {
    case .addressee(let text): paragraph(OfficialText.addressee(text), style: "PaperAddressee")
    case .attachments(let names):
      // 附件： and the number stand before the names, which are flush below each other.
      let number = names.count > 1 ? 1 : 0
      for (index, text) in OfficialText.attachments(names).enumerated() {
        let hanging = (index == 0 ? 3 + number : number) * character
        let left = (5 + number) * character
        paragraph(
          text, style: "PaperAttachments",
          properties: (staysWithNext ? "<w:keepNext/>" : "") + (index == 0 ? gap : "")
            + #"<w:ind w:left="\#(left)" w:hanging="\#(hanging)"/>"#)
      }
    case .signature(let signature): self.signature(signature, staysWithNext: staysWithNext)
    case .annotation(let text):
      paragraph(
        OfficialText.annotation(text), style: "BodyText", properties: staysWithNext ? "<w:keepNext/>" : "")
    case .attachment(let title, let number):
      paragraph(OfficialText.attachment(number), style: "PaperAttachment")
      let lines = TitleLines.of(title, width: PaperMeasures.titleColumns)
      paragraph(
        lines.joined(separator: "\n"), style: "Title",
        properties: #"<w:spacing w:before="\#(line)" w:after="\#(line)" \#(exact)"#)
    }
  }

  private mutating func signature(_ signature: Signature, staysWithNext: Bool) {
    let place = SignaturePlace(signature)
    for (index, organ) in signature.organs.enumerated() {
      let line = PaperMeasures.line
      let above = index == 0 ? (signature.hasSeal ? 2 : 1) * line : 0
      paragraph(
        organ, style: "PaperSignature",
        properties: #"<w:keepNext/><w:spacing w:before="\#(above)" w:line="\#(line)" w:lineRule="exact"/>"#
          + indent(halves: place.organs[index]))
    }
    paragraph(
      signature.date.officialText, style: "PaperSignature",
      properties: (staysWithNext ? "<w:keepNext/>" : "") + indent(halves: place.date))
  }

  private func indent(halves: Int) -> String {
    #"<w:ind w:right="\#(halves * PaperMeasures.character / 2)"/>"#
  }

  // MARK: sections

  private mutating func startSection(isLandscape: Bool) {
    // A section is described where it ends.
    buffer.raw(
      "<w:p><w:pPr>" + #"<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>"# + section)
    buffer.raw("</w:pPr></w:p>")
    self.isLandscape = isLandscape
  }

  private var section: String {
    let (width, height) = (PaperMeasures.pageWidth, PaperMeasures.pageHeight)
    let size = isLandscape ? (height, width) : (width, height)
    let orientation = isLandscape ? #" w:orient="landscape""# : ""
    let footers =
      #"<w:footerReference w:type="default" r:id="footer1"/>"#
      + (isOfficial ? #"<w:footerReference w:type="even" r:id="footer2"/>"# : "")
    let footer = isOfficial ? PaperMeasures.footer : 720
    return "<w:sectPr>\(footers)" + #"<w:type w:val="nextPage"/>"#
      + #"<w:pgSz w:w="\#(size.0)" w:h="\#(size.1)"\#(orientation)/>"#
      + #"<w:pgMar w:top="\#(margins.top)" w:right="\#(margins.right)" w:bottom="\#(margins.bottom)" "#
      + #"w:left="\#(margins.left)" w:header="851" w:footer="\#(min(footer, margins.bottom - 300))" w:gutter="0"/>"#
      + #"<w:cols w:space="425"/>"#
      + (isOfficial ? #"<w:docGrid w:type="lines" w:linePitch="\#(PaperMeasures.line)"/>"# : "")
      + "</w:sectPr>"
  }
}

extension Document.Block {
  fileprivate var isSignature: Bool {
    if case .official(.signature) = self { true } else { false }
  }

  fileprivate var isAddressee: Bool {
    if case .official(.addressee) = self { true } else { false }
  }

  fileprivate var isAnnotation: Bool {
    if case .official(.annotation) = self { true } else { false }
  }

  fileprivate var listsAttachments: Bool {
    if case .official(.attachments) = self { true } else { false }
  }
}

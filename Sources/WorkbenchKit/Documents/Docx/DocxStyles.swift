import KitModel

/// The styles of a docx. Whoever edits it finds every part of an official paper under its name.
struct DocxStyles {
  private var part = XMLBuffer(part: #"<w:styles xmlns:w="\#(DocxParts.wordNamespace)">"#)

  static func part(_ layout: Document.Layout, isCompact: Bool, language: UILanguage) -> [UInt8] {
    var styles = DocxStyles()
    switch layout {
    case .official: styles.official()
    case .report: styles.report(language, isCompact: isCompact)
    }
    styles.shared(layout)
    styles.part.raw("</w:styles>")
    return styles.part.bytes
  }

  private static func fonts(_ font: PaperFonts) -> String {
    #"<w:rFonts w:ascii="\#(font.name)" w:hAnsi="\#(font.name)" w:eastAsia="\#(font.name)"/>"#
  }

  private static func size(_ halfPoints: Int) -> String {
    #"<w:sz w:val="\#(halfPoints)"/><w:szCs w:val="\#(halfPoints)"/>"#
  }

  private mutating func defaults(_ run: String, _ paragraph: String) {
    part.raw("<w:docDefaults><w:rPrDefault><w:rPr>\(run)</w:rPr></w:rPrDefault>")
    part.raw("<w:pPrDefault><w:pPr>\(paragraph)</w:pPr></w:pPrDefault></w:docDefaults>")
  }

  /// - Parameters:
  ///   - name: As Word shows it; its own names for its own styles.
  ///   - paragraph: The inside of `w:pPr`, in the order of the schema.
  private mutating func add(
    _ id: String, _ name: String, on base: String? = "Normal", next: String? = nil, _ paragraph: String = "",
    _ run: String = ""
  ) {
    let isDefault = base == nil ? #" w:default="1""# : ""
    part.raw(#"<w:style w:type="paragraph"\#(isDefault) w:styleId="\#(id)"><w:name w:val="\#(name)"/>"#)
    if let base { part.raw(#"<w:basedOn w:val="\#(base)"/>"#) }
    if let next { part.raw(#"<w:next w:val="\#(next)"/>"#) }
    part.raw("<w:qFormat/>")
    if !paragraph.isEmpty { part.raw("<w:pPr>\(paragraph)</w:pPr>") }
    if !run.isEmpty { part.raw("<w:rPr>\(run)</w:rPr>") }
    part.raw("</w:style>")
  }

  private mutating func official() {
    let line = PaperMeasures.line
    let exact = #"w:line="\#(line)" w:lineRule="exact""#
    let indent = #"<w:ind w:firstLine="\#(2 * PaperMeasures.character)"/>"#
    defaults(
      Self.fonts(.text) + #"<w:spacing w:val="-5"/>"# + Self.size(32)
        + #"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#,
      #"<w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" \#(exact)/><w:jc w:val="both"/>"#)
    // Characters stand in their squares, whatever stands beside them.
    add("Normal", "Normal", on: nil, #"<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>"#)
    add("BodyText", "Body Text", indent)
    add(
      "Title", "Title", next: "BodyText",
      #"<w:keepNext/><w:keepLines/><w:snapToGrid w:val="0"/><w:spacing w:before="\#(2 * line)" \#(exact)/><w:jc w:val="center"/>"#,
      Self.fonts(.title) + #"<w:spacing w:val="0"/>"# + Self.size(44))
    let levels: [PaperFonts] = [.heading, .second, .text, .text]
    for (index, font) in levels.enumerated() {
      add(
        "Heading\(index + 1)", "heading \(index + 1)", next: "BodyText",
        #"<w:keepNext/><w:keepLines/>\#(indent)<w:outlineLvl w:val="\#(index)"/>"#, Self.fonts(font))
    }
    let flush = #"<w:jc w:val="left"/>"#
    add("PaperMark", "版头标注", flush, Self.fonts(.heading))
    add(
      "PaperOrgan", "发文机关标志", #"<w:snapToGrid w:val="0"/><w:jc w:val="center"/>"#,
      Self.fonts(.title) + #"<w:color w:val="FF0000"/><w:spacing w:val="0"/>"#)
    add("PaperNumber", "发文字号", #"<w:jc w:val="center"/>"#)
    add(
      "PaperRedLine", "红色分隔线",
      #"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:pBdr>"#
        + #"<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="97" w:lineRule="exact"/>"#,
      Self.size(2))
    add("PaperAddressee", "主送机关", #"<w:spacing w:before="\#(line)" \#(exact)/>"# + flush)
    add("PaperAttachments", "附件说明", flush)
    add("PaperSignature", "署名", #"<w:keepLines/><w:jc w:val="right"/>"#)
    add("PaperAttachment", "附件", #"<w:keepNext/><w:pageBreakBefore/>"# + flush, Self.fonts(.heading))
    add(
      "PaperColophon", "版记",
      #"<w:snapToGrid w:val="0"/><w:spacing w:line="480" w:lineRule="exact"/>"# + flush,
      #"<w:spacing w:val="0"/>"# + Self.size(28))
    add(
      "PaperEnd", "版记锚点", #"<w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>"#,
      Self.size(2))
    add("Facts", "项目", indent)
    add("ListBullet", "List Bullet", indent)
    add(
      "Footer", "footer", #"<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>"#,
      Self.fonts(.song) + #"<w:spacing w:val="0"/>"# + Self.size(28))
  }

  private mutating func report(_ language: UILanguage, isCompact: Bool) {
    let latin = "Times New Roman"
    let text = #"<w:rFonts w:ascii="\#(latin)" w:hAnsi="\#(latin)" w:eastAsia="\#(PaperFonts.song.name)"/>"#
    let bold =
      #"<w:rFonts w:ascii="\#(latin)" w:hAnsi="\#(latin)" w:eastAsia="\#(PaperFonts.heading.name)"/><w:b/>"#
    defaults(
      text + Self.size(isCompact ? 20 : 24) + #"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>"#,
      isCompact
        ? #"<w:spacing w:before="0" w:after="40" w:line="250" w:lineRule="auto"/>"#
        : #"<w:spacing w:before="0" w:after="120" w:line="300" w:lineRule="auto"/>"#)
    add("Normal", "Normal", on: nil)
    add("BodyText", "Body Text")
    add(
      "Title", "Title", next: "BodyText",
      #"<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="\#(isCompact ? 80 : 240)"/><w:jc w:val="center"/>"#,
      bold + Self.size(isCompact ? 32 : 36))
    let (before, after) = isCompact ? (100, 40) : (240, 120)
    let sizes = isCompact ? [24, 22, 21, 21] : [30, 26, 24, 24]
    for (index, size) in sizes.enumerated() {
      add(
        "Heading\(index + 1)", "heading \(index + 1)", next: "BodyText",
        #"<w:keepNext/><w:keepLines/><w:spacing w:before="\#(before)" w:after="\#(after)"/><w:outlineLvl w:val="\#(index)"/>"#,
        bold + Self.size(size))
    }
    let tight = isCompact ? 10 : 40
    add("Facts", "项目", #"<w:spacing w:after="\#(tight)"/>"#)
    add(
      "ListBullet", "List Bullet",
      #"<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="\#(tight)"/><w:ind w:left="420" w:hanging="420"/>"#
    )
    add(
      "Footer", "footer", #"<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>"#,
      text + Self.size(18))
  }

  private mutating func shared(_ layout: Document.Layout) {
    let tight =
      #"<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>"#
    let open = layout == .official ? #"<w:spacing w:val="0"/>"# : ""
    add(
      "Caption", "caption",
      #"<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>"#
        + #"<w:jc w:val="center"/>"#,
      Self.fonts(.heading) + open + Self.size(24))
    add("TableText", "表格文字", tight + #"<w:jc w:val="left"/>"#, open)
    add(
      "Figure", "图",
      #"<w:keepNext/><w:snapToGrid w:val="0"/>"#
        + #"<w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>"#
        + #"<w:jc w:val="center"/>"#)
    add(
      "Code", "代码", tight + #"<w:jc w:val="left"/>"#,
      #"<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>"# + open + Self.size(20))
    part.raw(
      #"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>"#
        + #"<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>"#
        + #"<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#
    )
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="auto"/>"#
    }
    part.raw(
      #"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>"#
        + "<w:tblPr><w:tblBorders>\(borders.joined())</w:tblBorders></w:tblPr></w:style>")
  }
}

import KitFormats
import KitModel

/// The parts of a docx besides text and styles.
enum DocxParts {
  static let wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  static func contentTypes(isOfficial: Bool, pictures: Set<Picture.Kind>) -> [UInt8] {
    var part = XMLBuffer(
      part: #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#)
    part.raw(
      #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#)
    part.raw(#"<Default Extension="xml" ContentType="application/xml"/>"#)
    for kind in pictures.map(\.rawValue).sorted() {
      part.raw(#"<Default Extension="\#(kind)" ContentType="image/\#(kind)"/>"#)
    }
    var names = [
      ("document", "document.main"), ("styles", "styles"), ("settings", "settings"),
      ("fontTable", "fontTable"),
      ("numbering", "numbering"), ("footer1", "footer"),
    ]
    if isOfficial { names.append(("footer2", "footer")) }
    for (name, type) in names {
      part.raw(#"<Override PartName="/word/\#(name).xml" ContentType="\#(contentType)\#(type)+xml"/>"#)
    }
    let properties = "application/vnd.openxmlformats-"
    part.raw(
      #"<Override PartName="/docProps/core.xml" ContentType="\#(properties)package.core-properties+xml"/>"#)
    part.raw(
      #"<Override PartName="/docProps/app.xml" ContentType="\#(properties)officedocument.extended-properties+xml"/>"#
    )
    part.raw("</Types>")
    return part.bytes
  }

  private static let relationsHead =
    #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#

  static var packageRelations: [UInt8] {
    var part = XMLBuffer(part: relationsHead)
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    for (id, type, target) in [
      ("rId1", relationsNamespace + "/officeDocument", "word/document.xml"),
      ("rId2", core, "docProps/core.xml"),
      ("rId3", relationsNamespace + "/extended-properties", "docProps/app.xml"),
    ] {
      part.raw(#"<Relationship Id="\#(id)" Type="\#(type)" Target="\#(target)"/>"#)
    }
    part.raw("</Relationships>")
    return part.bytes
  }

  static func documentRelations(isOfficial: Bool, _ pictures: DocxPictures) -> [UInt8] {
    var part = XMLBuffer(part: relationsHead)
    func add(_ id: String, _ type: String, _ target: String) {
      part.raw(#"<Relationship Id="\#(id)" Type="\#(relationsNamespace)/\#(type)" Target="\#(target)"/>"#)
    }
    for name in ["styles", "settings", "fontTable", "numbering"] { add(name, name, name + ".xml") }
    add("footer1", "footer", "footer1.xml")
    if isOfficial { add("footer2", "footer", "footer2.xml") }
    for (number, picture) in pictures.all.enumerated() {
      add(DocxPictures.relation(number), "image", DocxPictures.path(number, picture))
    }
    part.raw("</Relationships>")
    return part.bytes
  }

  /// Title, author and time.
  static func core(title: String, options: WritingOptions) -> [UInt8] {
    var part = XMLBuffer(
      part:
        #"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#
        + #"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#
        + #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#)
    part.raw("<dc:title>")
    part.text(title.split(whereSeparator: \.isNewline).joined())
    part.raw("</dc:title><dc:creator>")
    part.text(options.author)
    part.raw("</dc:creator><cp:lastModifiedBy>")
    part.text(options.author)
    part.raw("</cp:lastModifiedBy>")
    let time = Timestamp(seconds: options.time.seconds).text.replacing(" ", with: "T") + "Z"
    for name in ["created", "modified"] {
      part.raw(#"<dcterms:\#(name) xsi:type="dcterms:W3CDTF">\#(time)</dcterms:\#(name)>"#)
    }
    part.raw("</cp:coreProperties>")
    return part.bytes
  }

  static var app: [UInt8] {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return XMLBuffer(
      part: #"<Properties xmlns="\#(namespace)"><Application>Dudao</Application></Properties>"#
    )
    .bytes
  }

  static func settings(isOfficial: Bool) -> [UInt8] {
    var part = XMLBuffer(part: #"<w:settings xmlns:w="\#(wordNamespace)">"#)
    part.raw(#"<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>"#)
    if isOfficial { part.raw("<w:evenAndOddHeaders/>") }
    part.raw(
      #"<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:balanceSingleByteDoubleByteWidth/>"#
        + #"<w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" "#
        + #"w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#)
    return part.bytes
  }

  /// The typefaces that are named, each with the one to take in its place.
  static var fontTable: [UInt8] {
    var part = XMLBuffer(part: #"<w:fonts xmlns:w="\#(wordNamespace)">"#)
    for font in PaperFonts.allCases {
      part.raw(
        #"<w:font w:name="\#(font.name)"><w:altName w:val="\#(font.substitute)"/><w:panose1 w:val="\#(font.panose)"/>"#
          + #"<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>"#)
    }
    part.raw(
      #"<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/>"#
        + #"</w:font><w:font w:name="Consolas"><w:altName w:val="DejaVu Sans Mono"/><w:charset w:val="00"/>"#
        + #"<w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>"#)
    return part.bytes
  }

  /// One kind of list: a dot before each item.
  static var numbering: [UInt8] {
    var part = XMLBuffer(part: #"<w:numbering xmlns:w="\#(wordNamespace)">"#)
    part.raw(
      #"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>"#
        + #"<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>"#
        + #"<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>"#
        + #"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#)
    return part.bytes
  }

  /// The page number: `— 1 —` on the outer side of an official paper, `1 / 3` in the middle of a report.
  static func footer(isOfficial: Bool, isEven: Bool) -> [UInt8] {
    func field(_ name: String) -> String {
      #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> \#(name) </w:instrText></w:r>"#
        + #"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    }
    var part = XMLBuffer(part: #"<w:ftr xmlns:w="\#(wordNamespace)"><w:p><w:pPr><w:pStyle w:val="Footer"/>"#)
    if isOfficial {
      let side = isEven ? "left" : "right"
      // A character of 14 pt from the edge of the type area.
      part.raw(#"<w:ind w:\#(side)="280"/><w:jc w:val="\#(side)"/></w:pPr>"#)
      let dash = #"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">"#
      part.raw(dash + "— </w:t></w:r>" + field("PAGE") + dash + " —</w:t></w:r>")
    } else {
      part.raw(#"<w:jc w:val="center"/></w:pPr>"#)
      part.raw(field("PAGE") + #"<w:r><w:t xml:space="preserve"> / </w:t></w:r>"# + field("NUMPAGES"))
    }
    part.raw("</w:p></w:ftr>")
    return part.bytes
  }
}

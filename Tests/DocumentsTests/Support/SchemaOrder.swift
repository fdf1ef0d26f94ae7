import Foundation
import FoundationXML

/// In which order the transitional schema of ECMA-376 (part 4, annex A: wml.xsd) wants the children of the elements that
/// a docx of ours has, and which attributes they may bear. Whatever is not listed is a fault.
enum SchemaOrder {
  /// Children in their order; a name with `*` may come several times, any number of a choice between `|` too.
  private static let children: [String: [String]] = [
    "w:document": ["w:body"],
    "w:body": ["w:p|w:tbl*", "w:sectPr"],
    "w:p": ["w:pPr", "w:r*"],
    "w:pPr": [
      "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
      "w:pBdr",
      "w:shd", "w:tabs", "w:kinsoku", "w:overflowPunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:adjustRightInd",
      "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr",
    ],
    "w:numPr": ["w:ilvl", "w:numId"], "w:pBdr": ["w:top", "w:left", "w:bottom", "w:right", "w:between"],
    "w:tabs": ["w:tab*"],
    "w:r": ["w:rPr", "w:t|w:br|w:tab|w:drawing|w:pict|w:fldChar|w:instrText*"],
    "w:rPr": [
      "w:rFonts", "w:b", "w:i", "w:color", "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs",
      "w:u", "w:lang",
    ],
    "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr*"],
    "w:tblPr": [
      "w:tblStyle", "w:tblpPr", "w:tblOverlap", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout",
      "w:tblCellMar", "w:tblLook",
    ],
    "w:tblBorders": ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
    "w:tblCellMar": ["w:top", "w:left", "w:bottom", "w:right"], "w:tblGrid": ["w:gridCol*"],
    "w:tr": ["w:trPr", "w:tc*"], "w:trPr": ["w:cantSplit|w:tblHeader*"],
    "w:tc": ["w:tcPr", "w:p*"],
    "w:tcPr": ["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"],
    "w:tcBorders": ["w:top", "w:left", "w:bottom", "w:right"],
    "w:sectPr": [
      "w:headerReference|w:footerReference*", "w:type", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols",
      "w:docGrid",
    ],
    "w:pict": ["v:rect"], "v:rect": ["v:textbox"], "v:textbox": ["w:txbxContent"],
    "w:txbxContent": ["w:p|w:tbl*"],
    "w:drawing": ["wp:inline"], "wp:inline": ["wp:extent", "wp:effectExtent", "wp:docPr", "a:graphic"],
    "a:graphic": ["a:graphicData"], "a:graphicData": ["pic:pic"],
    "pic:pic": ["pic:nvPicPr", "pic:blipFill", "pic:spPr"], "pic:nvPicPr": ["pic:cNvPr", "pic:cNvPicPr"],
    "pic:blipFill": ["a:blip", "a:stretch"], "a:stretch": ["a:fillRect"],
    "pic:spPr": ["a:xfrm", "a:prstGeom"],
    "a:xfrm": ["a:off", "a:ext"], "a:prstGeom": ["a:avLst"],
    "w:styles": ["w:docDefaults", "w:style*"], "w:docDefaults": ["w:rPrDefault", "w:pPrDefault"],
    "w:rPrDefault": ["w:rPr"], "w:pPrDefault": ["w:pPr"],
    "w:style": ["w:name", "w:basedOn", "w:next", "w:qFormat", "w:pPr", "w:rPr", "w:tblPr"],
    "w:settings": [
      "w:zoom", "w:defaultTabStop", "w:evenAndOddHeaders", "w:characterSpacingControl", "w:compat",
      "w:themeFontLang",
    ],
    "w:compat": ["w:balanceSingleByteDoubleByteWidth", "w:useFELayout", "w:compatSetting*"],
    "w:fonts": ["w:font*"],
    "w:font": ["w:altName", "w:panose1", "w:charset", "w:family", "w:pitch"],
    "w:numbering": ["w:abstractNum*", "w:num*"], "w:abstractNum": ["w:multiLevelType", "w:lvl*"],
    "w:lvl": ["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr"], "w:num": ["w:abstractNumId"],
    "w:ftr": ["w:p*"],
  ]

  /// Elements that must have these children.
  private static let needed: [String: [String]] = [
    "w:tc": ["w:p"], "w:tbl": ["w:tblPr", "w:tblGrid"], "w:document": ["w:body"],
    "wp:inline": ["wp:extent", "wp:docPr", "a:graphic"], "w:abstractNum": ["w:lvl"],
  ]

  /// All that is out of order in a part; empty: nothing.
  static func faults(_ part: [UInt8]) -> [String] {
    let reader = Reader()
    let parser = XMLParser(data: Data(part))
    parser.delegate = reader
    if !parser.parse() { reader.faults.append("not well-formed: \(String(describing: parser.parserError))") }
    return reader.faults
  }

  private static func faults(of name: String, _ found: [String]) -> [String] {
    guard let order = children[name] else {
      return found.isEmpty ? [] : ["\(name) has children that nobody has looked up: \(found)"]
    }
    var faults: [String] = []
    var rest = found[...]
    for place in order {
      let isRepeated = place.hasSuffix("*")
      let names = place.replacing("*", with: "").split(separator: "|").map(String.init)
      if isRepeated {
        rest = rest.drop { names.contains($0) }
      } else if let first = rest.first, names.contains(first) {
        rest = rest.dropFirst()
      }
    }
    if let first = rest.first { faults.append("\(first) stands at a wrong place in \(name): \(found)") }
    for child in needed[name] ?? [] where !found.contains(child) { faults.append("\(name) lacks \(child)") }
    return faults
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var faults: [String] = []
    private var open: [(name: String, children: [String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      if !open.isEmpty { open[open.count - 1].children.append(name) }
      open.append((name, []))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      guard let element = open.popLast() else { return }
      for fault in SchemaOrder.faults(of: element.name, element.children) where faults.count < 10 {
        faults.append(fault)
      }
    }
  }
}

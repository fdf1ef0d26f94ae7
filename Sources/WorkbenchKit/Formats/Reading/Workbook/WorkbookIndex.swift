import KitModel

/// What xl/workbook.xml and its relationships say: the sheets in their order, the date system, where texts
/// and styles are. Namespaces do not matter, so strict and transitional files are read alike.
struct WorkbookIndex: Sendable {
  struct Sheet: Sendable {
    var name: String
    var isHidden: Bool
    /// The part that holds it; nil for charts and dialogs, which have no cells.
    var part: String?
  }

  private(set) var sheets: [Sheet] = []
  private(set) var startsIn1904 = false
  private(set) var sharedTextsPart: String?
  private(set) var stylesPart: String?
  /// The part of the workbook itself, and the part of its links.
  private(set) var workbookPart: String
  private(set) var linksPart: String

  init(of container: ZipContainer) throws {
    let file = container.name
    var workbook = "xl/workbook.xml"
    if let part = try container.part("_rels/.rels") {
      let links = try Relationships(of: part, file: file, folder: "")
      workbook = links.first(ofKind: "officeDocument") ?? workbook
    }
    let folder = Relationships.folder(of: workbook)
    workbookPart = workbook
    linksPart = Relationships.part(of: workbook)
    let reader = Reader()
    try XMLStream.parse(try container.requiredPart(workbook), file: file, handler: reader)
    let links = try Relationships(of: container.requiredPart(linksPart), file: file, folder: folder)
    startsIn1904 = reader.startsIn1904
    sharedTextsPart = links.first(ofKind: "sharedStrings")
    stylesPart = links.first(ofKind: "styles")
    sheets = reader.sheets.map { sheet in
      let link = links.links[sheet.link]
      return Sheet(
        name: sheet.name, isHidden: sheet.isHidden, part: link?.kind == "worksheet" ? link?.target : nil)
    }
    guard !sheets.isEmpty else {
      throw Diagnostic(WorkbookMessages.noSheets, ["file": file], in: Location(file: file))
    }
  }

  private final class Reader: XMLHandler {
    var sheets: [(name: String, isHidden: Bool, link: String)] = []
    var startsIn1904 = false

    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
      if XMLName.equals(name, "sheet") {
        let state = attributes["state"] ?? "visible"
        sheets.append((attributes["name"] ?? "", state != "visible", attributes["id"] ?? ""))
      } else if XMLName.equals(name, "workbookPr") {
        startsIn1904 = ["1", "true", "on"].contains(attributes["date1904"])
      }
    }

    func end(_ name: UnsafePointer<UInt8>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

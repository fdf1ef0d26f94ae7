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

  init(of container: ZipContainer) throws {
    let file = container.name
    var workbook = "xl/workbook.xml"
    if let part = try container.part("_rels/.rels") {
      let links = try Relationships(of: part, file: file, folder: "")
      workbook = links.first(ofKind: "officeDocument") ?? workbook
    }
    let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
    let leaf = workbook.split(separator: "/").last.map(String.init) ?? workbook
    let reader = Reader()
    try XMLStream.parse(try container.requiredPart(workbook), file: file, handler: reader)
    let linksName = (folder.isEmpty ? "" : folder + "/") + "_rels/" + leaf + ".rels"
    let links = try Relationships(of: container.requiredPart(linksName), file: file, folder: folder)
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

/// The links of a part to others.
private struct Relationships {
  /// Kind (the last word of the type's address) and target by identifier.
  private(set) var links: [String: (kind: String, target: String)] = [:]

  init(of part: ZipPart, file: String, folder: String) throws {
    let reader = Reader()
    try XMLStream.parse(part, file: file, handler: reader)
    for link in reader.links {
      links[link.identifier] = (link.kind, Self.resolved(link.target, in: folder))
    }
  }

  func first(ofKind kind: String) -> String? {
    links.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.target
  }

  /// `../media/a.png` in `xl/worksheets` → `xl/media/a.png`.
  private static func resolved(_ target: String, in folder: String) -> String {
    let isAbsolute = target.hasPrefix("/")
    var steps = isAbsolute ? [] : folder.split(separator: "/")[...]
    for step in target.replacing("\\", with: "/").split(separator: "/") where step != "." {
      if step == ".." { steps = steps.dropLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }

  private final class Reader: XMLHandler {
    var links: [(identifier: String, kind: String, target: String)] = []

    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
      guard XMLName.equals(name, "Relationship"), let identifier = attributes["Id"],
        let type = attributes["Type"], let target = attributes["Target"]
      else { return }
      links.append((identifier, type.split(separator: "/").last.map(String.init) ?? "", target))
    }

    func end(_ name: UnsafePointer<UInt8>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

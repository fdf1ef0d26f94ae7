/// The links of a part to others.
struct Relationships {
  /// Kind (the last word of the type's address) and target by identifier.
  private(set) var links: [String: (kind: String, target: String)] = [:]

  /// - Parameter folder: Where the part lies whose links they are.
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

  /// `xl/worksheets` of `xl/worksheets/sheet1.xml`.
  static func folder(of part: String) -> String {
    part.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Where the links of a part stand: `xl/_rels/workbook.xml.rels`.
  static func part(of part: String) -> String {
    let folder = folder(of: part)
    let leaf = part.split(separator: "/").last.map(String.init) ?? part
    return (folder.isEmpty ? "" : folder + "/") + "_rels/" + leaf + ".rels"
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

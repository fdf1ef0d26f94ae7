/// The start tag of an element, to be read and changed.
struct MarkupTag {
  /// With its prefix, as written.
  let name: String
  /// Names with their prefixes and values as written, escapes included.
  private(set) var attributes: [(name: String, value: String)] = []
  var isEmpty: Bool

  init(_ name: String, isEmpty: Bool = false) {
    self.name = name
    self.isEmpty = isEmpty
  }

  /// Reads a start tag.
  init(_ piece: MarkupPiece, in bytes: [UInt8]) {
    isEmpty = piece.kind == .empty
    let inner = bytes[piece.range].dropFirst().dropLast(isEmpty ? 2 : 1)
    let nameEnd = inner.firstIndex(where: Self.isBlank) ?? inner.endIndex
    name = String(decoding: inner[..<nameEnd], as: UTF8.self)
    var rest = inner[nameEnd...].drop(while: Self.isBlank)
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let end = rest[..<equals].lastIndex { !Self.isBlank($0) } ?? equals
      let attribute = String(decoding: rest[...end], as: UTF8.self)
      let behind = rest[(equals + 1)...].drop(while: Self.isBlank)
      guard let quote = behind.first,
        let close = behind.dropFirst().firstIndex(of: quote)
      else { break }
      attributes.append((attribute, String(decoding: behind[(behind.startIndex + 1)..<close], as: UTF8.self)))
      rest = behind[(close + 1)...].drop(while: Self.isBlank)
    }
  }

  /// The name without its prefix.
  var local: Substring { Self.local(name) }

  static func local(_ name: String) -> Substring {
    name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
  }

  /// The local name of the element that a start or an end tag belongs to.
  static func local(_ piece: MarkupPiece, in bytes: [UInt8]) -> Substring {
    let inner = bytes[piece.range].drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }
    let end = inner.firstIndex { isBlank($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    return local(String(decoding: inner[..<(end ?? inner.endIndex)], as: UTF8.self))
  }

  /// The value of an attribute as written; nil takes it away.
  subscript(_ wanted: String) -> String? {
    get { attributes.first { $0.name == wanted }?.value }
    set {
      let index = attributes.firstIndex { $0.name == wanted }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append((wanted, value))
      case (nil, nil): break
      }
    }
  }

  func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for (name, value) in attributes {
      // A value that holds " stood in the other quotes.
      let quote = value.utf8.contains(UInt8(ascii: "\"")) ? "'" : "\""
      bytes.append(contentsOf: " \(name)=\(quote)\(value)\(quote)".utf8)
    }
    bytes.append(contentsOf: (isEmpty ? "/>" : ">").utf8)
  }

  func writeEnd(to bytes: inout [UInt8]) { bytes.append(contentsOf: "</\(name)>".utf8) }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
}

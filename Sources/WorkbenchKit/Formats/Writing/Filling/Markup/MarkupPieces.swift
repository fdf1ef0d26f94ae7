/// One piece of an XML text as it stands: a tag, or what lies between two.
struct MarkupPiece {
  enum Kind {
    case start, end, empty, text
    /// Comments, instructions, character data in brackets.
    case other
  }

  let kind: Kind
  let range: Range<Int>
}

/// Cuts a well-formed XML text into pieces without changing a byte of it, so that what is not to be changed can be
/// copied as it stands.
///
/// Whoever uses it has let `XMLStream` read the text before: here nothing is checked.
struct MarkupPieces: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func next() -> MarkupPiece? {
    guard position < bytes.count else { return nil }
    let start = position
    if bytes[start] != UInt8(ascii: "<") {
      position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return MarkupPiece(kind: .text, range: start..<position)
    }
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "?"): return other(from: start, to: "?>")
    case UInt8(ascii: "!"):
      let isData = bytes[start...].starts(with: Array("<![CDATA[".utf8))
      return other(from: start, to: isData ? "]]>" : "-->")
    case UInt8(ascii: "/"):
      position = (bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      return MarkupPiece(kind: .end, range: start..<position)
    default:
      position = endOfTag(from: start)
      let isEmpty = position - start > 2 && bytes[position - 2] == UInt8(ascii: "/")
      return MarkupPiece(kind: isEmpty ? .empty : .start, range: start..<position)
    }
  }

  private mutating func other(from start: Int, to end: StaticString) -> MarkupPiece {
    let wanted = Array(end.description.utf8)
    var index = start
    while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
    position = Swift.min(bytes.count, index + wanted.count)
    return MarkupPiece(kind: .other, range: start..<position)
  }

  /// A `>` within quotes ends no tag.
  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return bytes.count
  }
}

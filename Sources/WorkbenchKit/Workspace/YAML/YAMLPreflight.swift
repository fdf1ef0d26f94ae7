/// What is looked for in the bytes of a YAML file before a tree is made of it.
enum YAMLPreflight {
  /// The place of the first alias (`*name`) whose anchor (`&name`) stands before it.
  ///
  /// Aliases are found before composing, because the composer hashes keys and so would follow them.
  static func alias(in bytes: [UInt8]) -> YAMLPlace? {
    var anchors: Set<[UInt8]> = []
    var place = YAMLPlace(line: 1, column: 1)
    var canBegin = true
    for (index, byte) in bytes.enumerated() {
      if canBegin && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) {
        let name = Array(bytes[(index + 1)...].prefix(64).prefix(while: isNameByte))
        if byte == UInt8(ascii: "&") {
          if !name.isEmpty { anchors.insert(name) }
        } else if anchors.contains(name) {
          return place
        }
      }
      canBegin = isBoundary(byte)
      if byte == 10 {
        place = YAMLPlace(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return nil
  }

  /// Where a key of a block mapping stands again below `first`, at the same column.
  static func repetition(of key: String, after first: YAMLPlace, in text: String) -> YAMLPlace? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard first.line < lines.count else { return nil }
    for (index, line) in lines.enumerated().dropFirst(first.line) {
      let rest = line.dropFirst(first.column - 1)
      guard line.prefix(first.column - 1).allSatisfy({ $0 == " " || $0 == "-" }) else { continue }
      for spelling in [key, "\"\(key)\"", "'\(key)'"] where rest.hasPrefix(spelling) {
        if rest.dropFirst(spelling.count).drop(while: { $0 == " " }).first == ":" {
          return YAMLPlace(line: index + 1, column: first.column)
        }
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...0xFF: true
    default: false
    }
  }

  /// Blanks, line ends and the indicators behind which a node may begin.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): true
    default: false
    }
  }
}

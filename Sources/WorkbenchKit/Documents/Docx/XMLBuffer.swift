/// XML as it is written: bytes at the end, nothing kept but them.
struct XMLBuffer {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// A part of its own, with the declaration of XML.
  init(part: String) {
    bytes = Array((#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n" + part).utf8)
  }

  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Text of an element or of an attribute. What no XML may hold becomes U+FFFD.
  mutating func text(_ text: some StringProtocol) {
    var text = String(text)
    text.withUTF8 { source in
      var start = 0
      for (place, byte) in source.enumerated() {
        guard let other = Self.replacement(byte, source, place) else { continue }
        bytes.append(contentsOf: source[start..<place])
        bytes.append(contentsOf: other.utf8)
        start = place + (byte == 0xEF ? 3 : 1)
      }
      bytes.append(contentsOf: source[start...])
    }
  }

  private static func replacement(_ byte: UInt8, _ source: UnsafeBufferPointer<UInt8>, _ place: Int)
    -> String?
  {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0x09, 0x0A: nil
    case 0..<0x20: "\u{FFFD}"
    // U+FFFE and U+FFFF.
    case 0xEF:
      place + 2 < source.count && source[place + 1] == 0xBF && source[place + 2] >= 0xBE ? "\u{FFFD}" : nil
    default: nil
    }
  }
}

/// Strings of json. Chinese stands as it is; only what RFC 8259 asks for is escaped.
enum JSONText {
  /// Appends `text`, which is UTF-8, in quotes.
  static func append(_ text: some Sequence<UInt8>, to target: inout [UInt8]) {
    target.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        target.append(UInt8(ascii: "\\"))
        target.append(byte)
      case 10: target.append(contentsOf: "\\n".utf8)
      case 13: target.append(contentsOf: "\\r".utf8)
      case 9: target.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        target.append(contentsOf: ("\\u00" + (hex.count < 2 ? "0" : "") + hex).utf8)
      default: target.append(byte)
      }
    }
    target.append(UInt8(ascii: "\""))
  }
}

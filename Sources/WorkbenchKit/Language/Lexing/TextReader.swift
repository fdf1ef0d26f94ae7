import KitModel

/// The text as bytes, read by scalars. Offsets are UTF-8 offsets into the text as typed.
struct TextReader {
  private let bytes: [UInt8]
  /// Where the text ends for the reader: the cursor, while completing.
  let end: Int

  init(_ text: String, upTo end: Int? = nil) {
    bytes = Array(text.utf8)
    self.end = min(end ?? bytes.count, bytes.count)
  }

  /// The scalar at an offset and the offset behind it; nil at the end.
  func raw(_ offset: Int) -> (scalar: Unicode.Scalar, next: Int)? {
    guard offset >= 0, offset < end else { return nil }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), offset + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= end else { return ("\u{FFFD}", end) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", offset + length)
  }

  /// The folded scalar at or behind an offset, characters without width passed over.
  func folded(_ offset: Int) -> (scalar: Unicode.Scalar, raw: Unicode.Scalar, start: Int, next: Int)? {
    var offset = offset
    while let (scalar, next) = raw(offset) {
      if Twins.isInvisible(scalar) {
        offset = next
        continue
      }
      return (Characters.folded(scalar), scalar, offset, next)
    }
    return nil
  }

  /// The text between two offsets as typed.
  func slice(_ start: Int, _ end: Int) -> String {
    let upper = min(max(end, 0), self.end)
    let lower = min(max(start, 0), upper)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The text between two offsets, twins folded and characters without width dropped.
  func foldedText(_ start: Int, _ end: Int) -> String {
    let upper = min(max(end, 0), self.end)
    let lower = min(max(start, 0), upper)
    if bytes[lower..<upper].allSatisfy({ $0 < 0x80 }) { return slice(lower, upper) }
    var result = String.UnicodeScalarView()
    var offset = lower
    while offset < upper, let (raw, next) = raw(offset) {
      offset = next
      if Twins.isInvisible(raw) { continue }
      if raw == "\u{2014}" {
        // Within a word dashes come in pairs: `——` is the `_` of the Chinese keyboard.
        if let (second, behind) = self.raw(offset), second == raw { offset = behind }
        result.append("_")
        continue
      }
      result.append(Characters.folded(raw))
    }
    return String(result)
  }

  /// The offset of the next line end, or the end of the text.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while let (scalar, next) = raw(offset), !Characters.isLineEnd(scalar) { offset = next }
    return offset
  }
}

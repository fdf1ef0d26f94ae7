import KitModel

/// The text of a cell, looked at once: trimmed, and whether anything in it has to be made plain.
struct CellText {
  /// Without the ASCII blanks around it.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Holds no byte above 0x7F.
  let isASCII: Bool
  /// Holds a full-width form, a blank other than the ASCII one, or a character without width.
  let needsFolding: Bool

  @inline(__always)
  init(_ raw: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = raw.count
    while start < end, raw[start] <= 0x20 { start += 1 }
    while end > start, raw[end - 1] <= 0x20 { end -= 1 }
    bytes = UnsafeBufferPointer(rebasing: raw[start..<end])
    var high: UInt8 = 0
    for byte in bytes { high |= byte }
    isASCII = high < 0x80
    needsFolding = isASCII ? false : Self.holdsTwins(bytes)
  }

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Twins as their ASCII characters, what has no width dropped, blanks around cut away: the form in which
  /// numbers, dates and names are read.
  var folded: String {
    guard needsFolding else { return string }
    return Twins.folded(string).trimmed
  }

  /// The folded form of a whole text.
  static func folded(_ text: String) -> String { Twins.folded(text).trimmed }

  /// For a text that is kept: digits, letters and blanks made plain; Chinese punctuation stays as it is.
  func kept(_ tally: NormalisationTally) -> String {
    var result = String.UnicodeScalarView()
    var widths = false
    var blanks = false
    for scalar in string.unicodeScalars {
      if Twins.isInvisible(scalar) {
        blanks = true
      } else if let twin = Twins.ascii(scalar), twin == " " || Self.isAlphanumeric(twin) {
        if twin == " " { blanks = true } else { widths = true }
        result.append(twin)
      } else {
        result.append(scalar)
      }
    }
    if widths { tally.add(.fullWidth) }
    if blanks { tally.add(.blanks) }
    return String(result).trimmed
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Looks for the first bytes of U+FF01–FF5E and U+FEFF (EF), U+3000 (E3 80 80), U+00A0 (C2 A0),
  /// U+2000–206F (E2 80/81) and U+1680 (E1 9A 80).
  private static func holdsTwins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let next: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case 0xEF where (0xBB...0xBD).contains(next): return true
      case 0xE3 where next == 0x80 && index + 2 < bytes.count && bytes[index + 2] == 0x80: return true
      case 0xC2 where next == 0xA0: return true
      case 0xE2 where next == 0x80 || next == 0x81: return true
      case 0xE1 where next == 0x9A: return true
      default: index += 1
      }
    }
    return false
  }
}

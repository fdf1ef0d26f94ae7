import KitModel

/// What one pass over the bytes of a text tells: most texts need no second look.
struct TextShape {
  /// Short, and without anything that XML or the format's own escapes would change.
  private(set) var isPlain: Bool
  private(set) var hasLineBreak = false
  /// Columns that it takes at most.
  private(set) var width = 0

  init(_ text: String) {
    isPlain = text.utf8.count <= WorkbookTexts.limit
    for byte in text.utf8 {
      switch byte {
      case 0x5F, 0xEF:
        // An underscore may begin an escape; U+FFFE and U+FFFF begin with EF.
        isPlain = false
        width += byte == 0xEF ? 2 : 1
      case 0x20..<0x80: width += 1
      case 0x80..<0xC0: break
      case 0xC0..<0xE0: width += 1
      case 0xE0...: width += 2
      default:
        isPlain = false
        if byte == 10 { hasLineBreak = true }
      }
    }
  }
}

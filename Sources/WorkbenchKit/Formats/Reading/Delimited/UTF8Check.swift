/// Whether bytes are well-formed UTF-8, at memory speed.
enum UTF8Check {
  enum Result: Equatable {
    case ascii
    case valid
    /// The first byte that does not fit.
    case invalid(at: Int)
  }

  static func check(_ bytes: UnsafeRawBufferPointer) -> Result {
    let span = bytes.bindMemory(to: UInt8.self).span
    do throws(UTF8.ValidationError) {
      let text = try UTF8Span(validating: span)
      return text.isKnownASCII ? .ascii : .valid
    } catch {
      return .invalid(at: error.byteOffsets.lowerBound)
    }
  }

  /// How many bytes at the end begin a character whose rest is still to come, 0 to 3.
  static func unfinishedTail(_ bytes: UnsafeRawBufferPointer) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte < 0x80 { return 0 }
      if byte < 0xC0 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return length > back ? back : 0
    }
    return 0
  }

  /// Whether there is a character of three bytes as Chinese ones are: in GBK text that happens to be valid
  /// UTF-8 there hardly ever is one.
  static func holdsThreeByteCharacter(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.contains { $0 >= 0xE0 && $0 < 0xF0 }
  }
}

/// Characters that XML cannot hold stand in workbooks as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
  /// Decodes the escapes in `bytes` from `start` to the end, in place.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard let first = next(in: bytes, from: start) else { return }
    var write = first
    var read = first
    while read < bytes.count {
      if let unit = unit(in: bytes, at: read), let scalar = Unicode.Scalar(unit) {
        read += 7
        // A NUL has no place in text.
        if unit == 0 { continue }
        for byte in Character(scalar).utf8 {
          bytes[write] = byte
          write += 1
        }
      } else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  private static func next(in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 6 < bytes.count {
      if bytes[index] == 95, unit(in: bytes, at: index) != nil { return index }
      index += 1
    }
    return nil
  }

  /// The UTF-16 unit of an escape that begins at `index`.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 < bytes.count, bytes[index] == 95, bytes[index + 1] == 120, bytes[index + 6] == 95 else {
      return nil
    }
    var value: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

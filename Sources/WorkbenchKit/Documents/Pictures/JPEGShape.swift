/// The size of a jpeg, if its segments can be followed to its end.
enum JPEGShape {
  /// Nil for a damaged one. Points per inch are 96 where it does not say.
  static func size(of bytes: [UInt8]) -> (width: Int, height: Int, perInch: Double)? {
    var place = 2
    var size: (width: Int, height: Int)?
    var perInch = 96.0
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let mark = bytes[place + 1]
      // Fill bytes, and marks without a length.
      if mark == 0xFF { place += 1; continue }
      if mark == 0x01 || (0xD0...0xD8).contains(mark) { place += 2; continue }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { return nil }
      let content = bytes[(place + 4)..<(place + 2 + length)]
      switch mark {
      case 0xE0 where content.count >= 12 && content.starts(with: [0x4A, 0x46, 0x49, 0x46, 0]):
        let at = content.startIndex + 7
        let density = Double(Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])) * (bytes[at] == 2 ? 2.54 : 1)
        if bytes[at] != 0, (30...2400).contains(density) { perInch = density }
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard content.count >= 6 else { return nil }
        let at = content.startIndex + 1
        size = (Int(bytes[at + 2]) << 8 | Int(bytes[at + 3]), Int(bytes[at]) << 8 | Int(bytes[at + 1]))
      case 0xDA:
        // Behind here are the points; programs leave blanks behind the mark of the end.
        guard let size, isEnded(bytes) else { return nil }
        return (size.width, size.height, perInch)
      default: break
      }
      place += 2 + length
    }
    return nil
  }

  private static func isEnded(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(4096)
    return zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
  }
}

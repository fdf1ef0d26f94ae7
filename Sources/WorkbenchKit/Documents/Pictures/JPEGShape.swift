import KitModel

/// What the head of a jpeg says of it, if its segments can be followed to its end.
struct JPEGShape {
  /// Rows and columns of points in the file, before they are turned.
  private(set) var width = 0
  private(set) var height = 0
  /// 1 grey, 3 of a screen, 4 of a printing press.
  private(set) var colours = 0
  /// 96 where it does not say.
  private(set) var perInch = 96.0
  private(set) var turn = Picture.Turn.none

  /// Nil for a damaged one.
  init?(_ bytes: [UInt8]) {
    var place = 2
    while place + 4 <= bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let mark = bytes[place + 1]
      // Fill bytes, and marks without a length.
      if mark == 0xFF { place += 1; continue }
      if mark == 0x01 || (0xD0...0xD8).contains(mark) { place += 2; continue }
      let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      guard length >= 2, place + 2 + length <= bytes.count else { return nil }
      let content = Array(bytes[(place + 4)..<(place + 2 + length)])
      switch mark {
      case 0xE0: takeDensity(content)
      case 0xE1: turn = Self.turn(exif: content) ?? turn
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        guard content.count >= 6 else { return nil }
        width = Int(content[3]) << 8 | Int(content[4])
        height = Int(content[1]) << 8 | Int(content[2])
        colours = Int(content[5])
      case 0xDA:
        // Behind here are the points; programs leave blanks behind the mark of the end.
        guard colours > 0, Self.isEnded(bytes) else { return nil }
        return
      default: break
      }
      place += 2 + length
    }
    return nil
  }

  private mutating func takeDensity(_ content: [UInt8]) {
    guard content.count >= 12, content.starts(with: [0x4A, 0x46, 0x49, 0x46, 0]), content[7] != 0 else {
      return
    }
    let density = Double(Int(content[8]) << 8 | Int(content[9])) * (content[7] == 2 ? 2.54 : 1)
    if (30...2400).contains(density) { perInch = density }
  }

  /// Tag 274 among the first tags of a segment Exif, which is a tiff of either order of bytes.
  private static func turn(exif content: [UInt8]) -> Picture.Turn? {
    guard content.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
    let tiff = content.dropFirst(6)
    let isLittle = tiff.first == 0x49
    func number(_ place: Int, _ length: Int) -> Int? {
      guard place >= 0, place + length <= tiff.count else { return nil }
      let bytes = tiff[(tiff.startIndex + place)..<(tiff.startIndex + place + length)]
      return (isLittle ? bytes.reversed() : Array(bytes)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let first = number(4, 4), let count = number(first, 2) else { return nil }
    for tag in 0..<count {
      let place = first + 2 + tag * 12
      guard let name = number(place, 2) else { return nil }
      if name == 274, let way = number(place + 8, 2) { return turns[way] }
    }
    return nil
  }

  private static let turns: [Int: Picture.Turn] = [
    1: .none, 2: .init(isMirrored: true), 3: .init(quarters: 2), 4: .init(isMirrored: true, quarters: 2),
    5: .init(isMirrored: true, quarters: 3), 6: .init(quarters: 1), 7: .init(isMirrored: true, quarters: 1),
    8: .init(quarters: 3),
  ]

  private static func isEnded(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(4096)
    return zip(tail, tail.dropFirst()).contains { $0 == 0xFF && $1 == 0xD9 }
  }
}

/// The size of a png, if all of it is there: every chunk with its checksum, up to the last.
enum PNGShape {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Nil for a damaged one. Points per inch are 96 where it does not say.
  static func size(of bytes: [UInt8]) -> (width: Int, height: Int, perInch: Double)? {
    var place = signature.count
    var size: (width: Int, height: Int, perInch: Double)?
    var hasData = false
    while place + 12 <= bytes.count {
      let length = number(bytes, place)
      guard length <= bytes.count - place - 12 else { return nil }
      let kind = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
      let end = place + 8 + length
      guard Checksum.of(bytes[(place + 4)..<end]) == UInt32(number(bytes, end)) else { return nil }
      switch kind {
      case "IHDR":
        guard length == 13 else { return nil }
        size = (number(bytes, place + 8), number(bytes, place + 12), 96)
      case "pHYs" where length == 9 && bytes[place + 16] == 1:
        // Points per metre; what nobody can mean is passed over.
        let perInch = (Double(number(bytes, place + 8)) * 0.0254).rounded()
        if (30...2400).contains(perInch) { size?.perInch = perInch }
      case "IDAT": hasData = true
      case "IEND": return hasData ? size : nil
      default: break
      }
      place = end + 4
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// CRC-32 as png and zip have it.
enum Checksum {
  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    }
  }
}

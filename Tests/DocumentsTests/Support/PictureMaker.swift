@testable import KitDocuments

/// Makes pictures byte by byte.
enum PictureMaker {
  /// A png whose data is that of one point, whatever size its head says.
  static func png(width: Int, height: Int, perInch: Int?) -> [UInt8] {
    var bytes = PNGShape.signature
    func add(_ kind: String, _ content: [UInt8]) {
      let body = Array(kind.utf8) + content
      bytes += four(content.count) + body + four(Int(Checksum.of(body[...])))
    }
    add("IHDR", four(width) + four(height) + [8, 2, 0, 0, 0])
    if let perInch {
      let perMetre = Int((Double(perInch) / 0.0254).rounded())
      add("pHYs", four(perMetre) + four(perMetre) + [1])
    }
    add("IDAT", [0x78, 0x9C, 0x63, 0xF8, 0xCF, 0xC0, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00])
    add("IEND", [])
    return bytes
  }

  /// The segments of a jpeg, without points worth showing.
  static func jpeg(width: Int, height: Int) -> [UInt8] {
    let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8] + size + [1, 1, 0x11, 0]
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34]
    return [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 65, 66] + frame + scan + [0xFF, 0xD9]
  }

  private static func four(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

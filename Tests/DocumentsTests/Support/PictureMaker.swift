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
  /// - Parameter way: What the camera noted of how it was held, 1 to 8, in a tiff of either order of bytes.
  static func jpeg(width: Int, height: Int, colours: UInt8 = 1, way: UInt8? = nil, isLittle: Bool = false)
    -> [UInt8]
  {
    let size = [UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8), UInt8(width & 255)]
    var frame: [UInt8] = [0xFF, 0xC0, 0, 8 + 3 * colours, 8] + size + [colours]
    for colour in 1...colours { frame += [colour, 0x11, 0] }
    let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34]
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xFE, 0, 4, 65, 66]
    if let way { bytes += exif(way, isLittle) }
    return bytes + frame + scan + [0xFF, 0xD9]
  }

  private static func exif(_ way: UInt8, _ isLittle: Bool) -> [UInt8] {
    func number(_ value: UInt8, _ length: Int) -> [UInt8] {
      let bytes = [UInt8](repeating: 0, count: length - 1) + [value]
      return isLittle ? bytes.reversed() : bytes
    }
    func tag(_ name: [UInt8], _ kind: UInt8, _ value: [UInt8]) -> [UInt8] {
      (isLittle ? name.reversed() : name) + number(kind, 2) + number(1, 4) + value
    }
    var content: [UInt8] = Array("Exif".utf8) + [0, 0]
    content += isLittle ? [0x49, 0x49] : [0x4D, 0x4D]
    content += number(42, 2) + number(8, 4) + number(2, 2)
    content += tag([0x01, 0x0F], 2, [65, 0, 0, 0])
    content += tag([0x01, 0x12], 3, number(way, 2) + [0, 0])
    content += number(0, 4)
    return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
  }

  private static func four(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

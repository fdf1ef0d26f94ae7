import KitFormats
import KitModel

/// The size of an svg, if it is well-formed and does nothing but draw.
enum SVGShape {
  enum Look {
    /// In points of the screen.
    case size(width: Double, height: Double)
    /// It runs scripts or loads something from elsewhere.
    case active
    /// XML of another kind.
    case other
    case broken
  }

  static func look(at bytes: [UInt8]) -> Look {
    let handler = Handler()
    do {
      let stream = try XMLStream(handler: handler, file: "", part: "")
      // Doctypes are refused by the parser, and old programs write them.
      try bytes.withUnsafeBytes { try stream.feed($0) }
      try stream.finish()
    } catch {
      return handler.isActive ? .active : .broken
    }
    guard handler.isSVG else { return .other }
    guard !handler.isActive else { return .active }
    let size = handler.size ?? (300, 150)
    return .size(width: size.0, height: size.1)
  }

  private final class Handler: XMLHandler {
    var isSVG = false
    var isActive = false
    var size: (Double, Double)?
    private var isRoot = true

    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
      if isRoot {
        isRoot = false
        isSVG = XMLName.equals(name, "svg")
        size = Self.size(attributes)
      }
      if XMLName.equals(name, "script") || XMLName.equals(name, "foreignObject") { isActive = true }
      attributes.forEach { name, value in
        let text = String(decoding: value, as: UTF8.self)
        let isEvent = name[0] == UInt8(ascii: "o") && name[1] == UInt8(ascii: "n")
        let isLink = XMLName.equals(name, "href") && !text.hasPrefix("#") && !text.hasPrefix("data:image/")
        let loads = text.contains("url(") && !text.replacing(" ", with: "").contains("url(#")
        if isEvent || isLink || loads { isActive = true }
      }
    }

    func end(_ name: UnsafePointer<UInt8>) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      if String(decoding: bytes, as: UTF8.self).contains("@import") { isActive = true }
    }

    private static func size(_ attributes: XMLAttributes) -> (Double, Double)? {
      if let width = attributes["width"].flatMap(length), let height = attributes["height"].flatMap(length) {
        return (width, height)
      }
      let box =
        attributes["viewBox"]?.split(whereSeparator: { " ,".contains($0) }).compactMap { Double($0) } ?? []
      return box.count == 4 && box[2] > 0 && box[3] > 0 ? (box[2], box[3]) : nil
    }

    private static func length(_ text: String) -> Double? {
      let units: [(String, Double)] = [
        ("px", 1), ("pt", 96 / 72), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("", 1),
      ]
      guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }),
        let number = Double(text.dropLast(unit.count)), number > 0, number.isFinite
      else { return nil }
      return number * factor
    }
  }
}

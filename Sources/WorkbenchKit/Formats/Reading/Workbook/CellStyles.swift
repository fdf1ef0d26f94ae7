import KitModel

/// The number format of each cell style of a workbook, from xl/styles.xml.
struct CellStyles: Sendable {
  /// The code of each style, as cells count them.
  private(set) var codes: [String] = ["General"]
  private(set) var formats: [NumberFormat] = [.general]

  init() {}

  init(of part: ZipPart, file: String) throws {
    let reader = Reader()
    try XMLStream.parse(part, file: file, handler: reader)
    guard !reader.identifiers.isEmpty else { return }
    codes = reader.identifiers.map { reader.codes[$0] ?? NumberFormat.builtInCode($0) ?? "General" }
    var known: [String: NumberFormat] = [:]
    formats = codes.map { code in
      if let format = known[code] { return format }
      let format = NumberFormat(code: code)
      known[code] = format
      return format
    }
  }

  @inline(__always)
  func format(_ style: Int) -> NumberFormat {
    style >= 0 && style < formats.count ? formats[style] : .general
  }

  /// The code of a style, `General` for one that is none.
  func code(_ style: Int) -> String { codes.indices.contains(style) ? codes[style] : "General" }

  private final class Reader: XMLHandler {
    var codes: [Int: String] = [:]
    /// The number format of each style.
    var identifiers: [Int] = []
    private var isInCellStyles = false

    func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
      if XMLName.equals(name, "numFmt") {
        guard let identifier = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
        codes[identifier] = attributes["formatCode"]
      } else if XMLName.equals(name, "cellXfs") {
        isInCellStyles = true
      } else if isInCellStyles && XMLName.equals(name, "xf") && identifiers.count < 65_536 {
        identifiers.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      }
    }

    func end(_ name: UnsafePointer<UInt8>) {
      if XMLName.equals(name, "cellXfs") { isInCellStyles = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  }
}

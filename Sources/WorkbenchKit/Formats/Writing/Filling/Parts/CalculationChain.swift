/// The order in which a workbook was last calculated: a part of its own, which office programs make anew when it is
/// not there and complain of when it names cells that hold no formula any longer.
enum CalculationChain {
  /// The list of a zip's parts, or the links of the workbook, without it.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for piece in MarkupPieces(bytes) {
      if piece.kind == .empty {
        let tag = MarkupTag(piece, in: bytes)
        let named = tag["PartName"] ?? tag["Target"] ?? ""
        if tag.local == "Override" || tag.local == "Relationship", isChain(named) { continue }
      }
      result.append(contentsOf: bytes[piece.range])
    }
    return result
  }

  static func isChain(_ part: String) -> Bool {
    part.split(separator: "/").last.map { $0.lowercased() == "calcchain.xml" } ?? false
  }
}

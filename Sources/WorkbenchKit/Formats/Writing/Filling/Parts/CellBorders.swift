/// Which styles of a workbook draw a line around their cell: the lines say where the blank rows of a form end.
struct CellBorders {
  private var lined: [Bool] = []
  private var ofStyle: [Int] = []

  init(_ bytes: [UInt8]) {
    var path: [Substring] = []
    for piece in MarkupPieces(bytes) {
      switch piece.kind {
      case .end: path.removeLast(path.isEmpty ? 0 : 1)
      case .text, .other: break
      case .start, .empty:
        let tag = MarkupTag(piece, in: bytes)
        take(tag, in: path)
        if piece.kind == .start { path.append(tag.local) }
      }
    }
  }

  private mutating func take(_ tag: MarkupTag, in path: [Substring]) {
    switch (tag.local, path.last) {
    case ("border", "borders"): lined.append(false)
    case ("left", "border"), ("right", "border"), ("top", "border"), ("bottom", "border"):
      if !lined.isEmpty, let style = tag["style"], style != "none" { lined[lined.count - 1] = true }
    case ("xf", "cellXfs"): ofStyle.append(tag["borderId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  func drawsLine(_ style: Int) -> Bool {
    guard ofStyle.indices.contains(style), lined.indices.contains(ofStyle[style]) else { return false }
    return lined[ofStyle[style]]
  }
}

/// A row of a sheet as its part writes it.
struct RowMarkup {
  /// From 1.
  var number: Int
  var tag: MarkupTag
  /// In the order of their columns.
  var cells: [CellMarkup] = []

  init(number: Int, prefix: String) {
    self.number = number
    tag = MarkupTag(prefix + "row")
  }

  init(_ piece: MarkupPiece, number: Int, tag: MarkupTag, _ pieces: inout MarkupPieces, in bytes: [UInt8]) {
    self.number = number
    self.tag = tag
    self.tag.isEmpty = false
    guard piece.kind == .start else { return }
    var next = 0
    while let piece = pieces.next(), piece.kind != .end {
      guard piece.kind == .start || piece.kind == .empty else { continue }
      let tag = MarkupTag(piece, in: bytes)
      var place = tag["r"] ?? ""
      let column = place.withUTF8 { CellPlace.parse($0) }?.column ?? next
      let cell = CellMarkup(piece, column: column, tag: tag, &pieces, in: bytes)
      // What else a row may hold (extensions) nobody has seen; it would have no column.
      guard tag.local == "c" else { continue }
      cells.append(cell)
      next = column + 1
    }
  }

  var isHidden: Bool { ["1", "true"].contains(tag["hidden"]) }

  /// The style of its cells that are not there.
  var style: Int? { ["1", "true"].contains(tag["customFormat"]) ? tag["s"].flatMap { Int($0) } : nil }

  func cell(_ column: Int) -> CellMarkup? { cells.first { $0.column == column } }

  /// Puts a cell in its place.
  mutating func put(_ cell: CellMarkup) {
    let index = cells.firstIndex { $0.column >= cell.column } ?? cells.count
    if index < cells.count, cells[index].column == cell.column {
      cells[index] = cell
    } else {
      cells.insert(cell, at: index)
      // Which columns the row spans is a hint that need not stand there.
      tag["spans"] = nil
    }
  }

  /// The same row without what stands in it, formulas excepted, so many rows further down.
  func copied(to number: Int) -> RowMarkup {
    var copy = self
    copy.number = number
    for index in copy.cells.indices {
      guard let formula = cells[index].formula else {
        copy.cells[index].clear()
        continue
      }
      copy.cells[index].formula?.text = FormulaReferences.copied(formula.text, rows: number - self.number)
      copy.cells[index].forgetResult()
    }
    return copy
  }

  func write(prefix: String, to bytes: inout [UInt8]) {
    var tag = tag
    tag["r"] = String(number)
    tag.isEmpty = cells.isEmpty
    tag.write(to: &bytes)
    if tag.isEmpty { return }
    for cell in cells { cell.write(row: number, prefix: prefix, to: &bytes) }
    tag.writeEnd(to: &bytes)
  }
}

/// Places of cells as workbooks write them: `B12`, `A1:D3`.
enum CellPlace {
  static let lastColumn = 16_383
  static let lastRow = 1_048_576

  /// Row from 1 and column from 0; nil for anything that is no cell of a sheet.
  @inline(__always)
  static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var column = 0
    var index = 0
    while index < text.count, index < 4 {
      let letter = (text[index] & 0xDF) &- 65
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      index += 1
    }
    guard column > 0, column <= lastColumn + 1, index < text.count, text.count - index <= 7 else {
      return nil
    }
    var row = 0
    while index < text.count {
      let digit = text[index] &- 48
      guard digit < 10 else { return nil }
      row = row * 10 + Int(digit)
      index += 1
    }
    guard row >= 1, row <= lastRow else { return nil }
    return (row, column - 1)
  }

  /// A range, or one cell as a range of itself.
  static func range(_ text: String) -> CellRange? {
    let ends = text.replacing("$", with: "").split(separator: ":").compactMap { end in
      var end = String(end)
      return end.withUTF8 { parse($0) }
    }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return CellRange(rows: first.row...last.row, columns: first.column...last.column)
  }
}

import KitModel

/// A place in a formula: `B$12`, `$7` of whole rows, `$C` of whole columns.
struct Reference: Hashable {
  enum Kind: Hashable { case cell, rows, columns }

  let kind: Kind
  /// Column from 1 and row from 1; 0 where there is none.
  let column: Int
  let row: Int
  private let columnIsFixed: Bool
  private let rowIsFixed: Bool

  init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    func takesDollar() -> Bool {
      guard rest.first == UInt8(ascii: "$") else { return false }
      rest.removeFirst()
      return true
    }
    var isFixed = takesDollar()
    let letters = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
    rest = rest.dropFirst(letters.count)
    column = Location.columnNumber(String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self))
    guard letters.isEmpty || (1...CellPlace.lastColumn + 1).contains(column) else { return nil }
    columnIsFixed = isFixed && !letters.isEmpty
    if !letters.isEmpty { isFixed = takesDollar() }
    rowIsFixed = isFixed
    guard rest.allSatisfy({ (0x30...0x39).contains($0) }), rest.count <= 7 else { return nil }
    row = Int(String(decoding: rest, as: UTF8.self)) ?? 0
    guard rest.isEmpty || (1...CellPlace.lastRow).contains(row) else { return nil }
    switch (letters.isEmpty, rest.isEmpty) {
    case (false, false): kind = .cell
    case (true, false): kind = .rows
    case (false, true): kind = .columns
    case (true, true): return nil
    }
  }

  func text(row: Int) -> String { text(row: row, column: column) }

  private func text(row: Int, column: Int) -> String {
    (kind == .rows ? "" : (columnIsFixed ? "$" : "") + Location.columnLetters(column))
      + (kind == .columns ? "" : (rowIsFixed ? "$" : "") + String(row))
  }

  /// The place as a formula says it that was copied so many rows down and columns to the right.
  func copied(rows: Int, columns: Int) -> String {
    let row = rowIsFixed || kind == .columns ? self.row : self.row + rows
    let column = columnIsFixed || kind == .rows ? self.column : self.column + columns
    guard kind == .columns || (1...CellPlace.lastRow).contains(row),
      kind == .rows || (1...CellPlace.lastColumn + 1).contains(column)
    else { return "#REF!" }
    return text(row: row, column: column)
  }
}

/// Rows put into a sheet, and what that makes of the places of all that stands in it: as Excel does it when rows are
/// inserted, but that the last rows of a block of blank lines are inserted inside it whatever its height, so that its
/// totals grow.
struct RowShift: Hashable {
  /// Rows from here on move down.
  let at: Int
  let count: Int
  /// The last row of the table above the rows put in, where these do not come between two rows of it: a range that
  /// ends there grows.
  var edge: Int?

  static let none = RowShift(at: 1, count: 0)

  /// Where a row goes.
  func row(_ row: Int) -> Int { row >= at && count > 0 ? min(row + count, CellPlace.lastRow) : row }

  /// Where the rows of a range go.
  ///
  /// - Parameter isColumn: Whether it grows even if it has one row only, as a sum down a column does and a sum along a
  ///   row does not.
  func rows(_ first: Int, _ last: Int, isColumn: Bool) -> (first: Int, last: Int) {
    let grows = last == edge && (first < last || isColumn)
    return (row(first), min(grows ? last + count : row(last), CellPlace.lastRow))
  }

  /// Whether the rows are put between two rows of that range.
  func splits(_ rows: ClosedRange<Int>) -> Bool {
    count > 0 && rows.contains(at) && rows.lowerBound < at
      || count > 0 && rows.upperBound == edge && rows.count > 1
  }

  /// A place as sheets write it outside formulas: `B12`, `A1:D3`, several with blanks between them.
  ///
  /// - Parameter growsCells: Whether cells of the last row become a range of rows, as they do in rules for cells.
  func places(_ text: String, growsCells: Bool = false) -> String {
    text.split(separator: " ").map { place($0, growsCells) }.joined(separator: " ")
  }

  private func place(_ text: Substring, _ growsCells: Bool) -> String {
    let ends = text.split(separator: ":").map(Reference.init)
    if ends.count == 1, let cell = ends[0], case .cell = cell.kind {
      let (first, last) =
        growsCells ? rows(cell.row, cell.row, isColumn: true) : (row(cell.row), row(cell.row))
      return first == last ? cell.text(row: first) : cell.text(row: first) + ":" + cell.text(row: last)
    }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.kind != .columns else {
      return String(text)
    }
    let moved = rows(first.row, last.row, isColumn: growsCells)
    return first.text(row: moved.first) + ":" + last.text(row: moved.last)
  }
}

import KitFormats
import KitModel

/// Finds the heading of a table among the first rows of a sheet.
///
/// Each row, alone and with the one or two below it, is tried as the heading; the one that names most fields
/// wins, the upper and shorter one among equals.
struct HeaderFinder {
  /// Rows that are looked at.
  static let reach = 60
  private static let depth = 3

  let rows: [HeadRow]
  let merged: [CellRange]
  /// The field that a column's heading names, if it names one.
  let field: (HeadedColumn) -> Int?

  /// The layout, and how many fields its heading names; nil when no row names any.
  func find() -> (layout: HeadedTable, fields: Int)? {
    var best: (layout: HeadedTable, fields: Int)?
    // Fewer rows first: among blocks that name as many fields, the one without a title above it wins.
    for depth in 1...Self.depth {
      for start in rows.indices where start + depth <= rows.count && isHeadingBlock(start, depth) {
        let columns = columns(start, depth)
        let fields = Set(columns.compactMap(field)).count
        // A title or a note that happens to hold one name is no heading.
        guard fields > 0, fields * 4 >= columns.count || fields >= 3, fields > (best?.fields ?? 0) else {
          continue
        }
        best = (layout(start, depth, columns), fields)
      }
    }
    return best
  }

  private func layout(_ start: Int, _ depth: Int, _ columns: [HeadedColumn]) -> HeadedTable {
    HeadedTable(
      columns: columns, headingRows: rows[start..<start + depth].map(\.number),
      facts: rows[..<start].map { HeadingText.shown($0.text) })
  }

  /// Rows one under the other, the lower ones with words only: figures are data.
  private func isHeadingBlock(_ start: Int, _ depth: Int) -> Bool {
    let block = rows[start..<start + depth]
    guard let first = block.first, let last = block.last, last.number - first.number == depth - 1 else {
      return false
    }
    // A cell merged downwards out of the block says that the heading goes on.
    let goesOn = merged.contains {
      (first.number...last.number).contains($0.rows.lowerBound) && $0.rows.upperBound > last.number
    }
    if goesOn { return false }
    return block.allSatisfy { row in row.cells.values.allSatisfy { $0.kind == .text } }
      || depth == 1 && first.cells.values.contains { $0.kind == .text }
  }

  func columns(_ start: Int, _ depth: Int) -> [HeadedColumn] {
    let block = Array(rows[start..<start + depth])
    let used = Set(block.flatMap(\.cells.keys)).sorted()
    return used.compactMap { column in
      var parts: [String] = []
      for (level, row) in block.enumerated() {
        guard let text = text(row, column, isLast: level == depth - 1, below: block.dropFirst(level + 1))
        else {
          continue
        }
        if parts.last != text { parts.append(text) }
      }
      return parts.isEmpty ? nil : HeadedColumn(index: column, parts: parts)
    }
  }

  /// What a heading row says of a column: its own cell, the merged cell over it, or, in an upper row without
  /// merges, the text to the left of it.
  private func text(_ row: HeadRow, _ column: Int, isLast: Bool, below: ArraySlice<HeadRow>) -> String? {
    if let own = row.cells[column] { return own.text }
    if let range = merged.first(where: { $0.rows.contains(row.number) && $0.columns.contains(column) }) {
      // Merged downwards: the text stands in the row above and was taken there.
      guard range.rows.lowerBound == row.number else { return nil }
      return row.cells[range.columns.lowerBound]?.text
    }
    guard !isLast, merged.isEmpty, below.contains(where: { $0.cells[column] != nil }) else { return nil }
    return row.cells.keys.filter { $0 < column }.max().flatMap { row.cells[$0]?.text }
  }
}

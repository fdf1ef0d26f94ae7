import KitFormats
import KitModel

/// Finds the heading of a table without knowing what it is about.
///
/// It is the first row that is nearly as wide as the widest, holds words only, most of them once; rows above it
/// are titles. Merged cells in it say how many rows it takes.
struct FreeHeading {
  let rows: [HeadRow]
  let merged: [CellRange]

  /// The layout; nil when no row looks like a heading.
  func find() -> HeadedTable? {
    let widest = rows.map(\.cells.count).max() ?? 0
    guard
      let start = rows.firstIndex(where: { row in
        width(row) * 5 >= widest * 3 && (widest < 2 || width(row) > 1) && isWords(row)
          && !isFormLine(row)
      })
    else { return nil }
    let last = lastRow(from: rows[start].number)
    let block = rows[start...].prefix { $0.number <= last }
    guard block.dropFirst().allSatisfy(isWords) else { return layout(rows[start...start], above: start) }
    return layout(block, above: start)
  }

  /// A cell over several columns counts for all of them where headings of its own stand below it; over a line
  /// such as 填表单位 there are none.
  private func width(_ row: HeadRow) -> Int {
    let below = rows.first { $0.number == row.number + 1 }
    let spanned = merged.filter { range in
      range.rows == row.number...row.number
        && (below?.cells.keys.count { range.columns.contains($0) } ?? 0) > 1
    }
    return row.cells.count + spanned.reduce(0) { $0 + $1.columns.count - 1 }
  }

  /// `制表：督导室　2024年9月`, spread over the columns above the heading: each cell belongs to the whole sheet.
  private func isFormLine(_ row: HeadRow) -> Bool {
    guard let below = rows.first(where: { $0.number > row.number }), below.cells.count >= row.cells.count * 2,
      !merged.contains(where: { $0.rows.lowerBound == row.number && $0.rows.count > 1 })
    else { return false }
    return row.cells.values.contains { cell in
      cell.text.firstIndex { $0 == "：" || $0 == ":" }.map { $0 > cell.text.startIndex } ?? false
    }
  }

  private func isWords(_ row: HeadRow) -> Bool {
    let texts = row.cells.values.map { $0.text.trimmed }
    // One cell over the whole width is a title.
    let isTitle =
      row.cells.count == 1 && merged.contains { $0.rows.contains(row.number) && $0.columns.count > 2 }
    return !isTitle && row.cells.values.allSatisfy { $0.kind == .text && !Self.isFigure($0.text) }
      && (merged.isEmpty ? Set(texts).count * 2 >= texts.count : true)
  }

  private static func isFigure(_ text: String) -> Bool {
    let folded = CellText.folded(text)
    return NumberText(folded: folded)?.isAlone == true || DateText.isDate(folded)
  }

  /// The last row that cells merged downwards out of a row reach, or that lies below cells merged to the right.
  private func lastRow(from first: Int) -> Int {
    var last = first
    for range in merged where range.rows.lowerBound == first {
      last = max(last, range.rows.upperBound, range.columns.count > 1 ? first + 1 : first)
    }
    return min(last, first + 2)
  }

  private func layout(_ block: ArraySlice<HeadRow>, above start: Int) -> HeadedTable {
    let finder = HeaderFinder(rows: Array(block), merged: merged, field: { _ in nil })
    return HeadedTable(
      columns: finder.columns(0, block.count), headingRows: block.map(\.number),
      facts: rows[..<start].map { HeadingText.shown($0.text) })
  }
}

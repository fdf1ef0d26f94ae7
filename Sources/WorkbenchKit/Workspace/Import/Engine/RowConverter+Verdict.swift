import KitFormats
import KitModel

/// Rows that are no data: totals, notes, the heading again.
extension RowConverter {
  /// A look at the first two cells that costs nothing.
  @inline(__always)
  func mayBeSkipped(_ batch: RowBatch, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    var seen = 0
    for index in range {
      let cell = batch.cells[index]
      if cell.length == 0 { continue }
      if RowVerdict.mayBeSkipped(
        UnsafeBufferPointer(rebasing: bytes[cell.offset..<cell.offset + cell.length]))
      {
        return true
      }
      seen += 1
      if seen == 2 { return false }
    }
    return false
  }

  /// Whether a row is a total, a note or the heading again.
  func verdict(_ batch: RowBatch, _ range: Range<Int>) -> SkipReason? {
    let cells = range.compactMap { index -> (column: Int, text: String)? in
      let cell = batch.cells[index]
      let text = batch.text(cell).trimmed
      return text.isEmpty ? nil : (cell.column, text)
    }
    guard let first = cells.first else { return nil }
    if isHeadingAgain(cells) { return .repeatedHeading }
    if RowVerdict.isTotalWord(first.text) { return .total }
    let keyColumns = shape.key.compactMap { shape.positions[$0].column }
    let keyTexts = cells.filter { keyColumns.contains($0.column) }.map(\.text)
    // A row with a key of its own is data, whatever else stands in it.
    let hasKey =
      !keyColumns.isEmpty && keyTexts.count == Set(keyColumns).count
      && !keyTexts.contains(where: RowVerdict.isTotal)
    if !hasKey && cells.prefix(4).contains(where: { RowVerdict.isTotal($0.text) }) { return .total }
    if hasKey && cells.count > 2 { return nil }
    if RowVerdict.isNote(first.text) { return .note }
    if RowVerdict.isSignature(first.text) { return .signature }
    if cells.count > 2, cells.allSatisfy({ Self.isColumnNumber($0.text) }), !hasKey || keyTexts.count < 2 {
      return .columnNumbers
    }
    return nil
  }

  /// Two thirds of the cells say what the heading says.
  private func isHeadingAgain(_ cells: [(column: Int, text: String)]) -> Bool {
    let same = cells.count { cell in
      let shown = HeadingText.key(cell.text)
      return plan.mappings.contains {
        $0.column == cell.column
          && (HeadingText.key($0.heading) == shown
            || $0.heading.split(separator: "·").contains {
              HeadingText.key($0) == shown
            })
      }
    }
    return same >= 2 && same * 3 >= cells.count * 2
  }

  /// 甲, 乙, 1, 2: the row that numbers the columns of a form.
  private static func isColumnNumber(_ text: String) -> Bool {
    ["甲", "乙", "丙", "丁", "栏次"].contains(text) || (Int(text).map { $0 < 100 } ?? false)
  }

  func text(_ batch: RowBatch, _ range: Range<Int>) -> String {
    let all = range.map { batch.text(batch.cells[$0]).trimmed }.filter { !$0.isEmpty }
    return String(all.joined(separator: " ").prefix(60))
  }
}

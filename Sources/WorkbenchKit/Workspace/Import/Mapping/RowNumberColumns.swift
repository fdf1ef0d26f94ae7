import KitFormats
import KitModel

/// Tells columns that only number the rows from columns that nobody knows.
struct RowNumberColumns {
  let plan: SheetPlan

  /// The decisions, with unmatched columns that number the rows known as such: 序号 by its name, 编号 and its like
  /// where the first rows of the column hold 1, 2, 3 ….
  func told() throws -> [ColumnMapping] {
    let open = plan.mappings.filter {
      $0.outcome == .unmatched && HeadingMatcher.isRunningNumber($0.heading)
        && !HeadingMatcher.isRowNumber($0.heading)
    }
    let counting = open.isEmpty ? [] : try counting(Set(open.map(\.column)))
    return plan.mappings.map { mapping in
      guard mapping.outcome == .unmatched,
        HeadingMatcher.isRowNumber(mapping.heading) || counting.contains(mapping.column)
      else { return mapping }
      var mapping = mapping
      mapping.outcome = .rowNumber
      return mapping
    }
  }

  /// Those of the columns that count the first rows below the heading.
  private func counting(_ columns: Set<Int>) throws -> Set<Int> {
    let reader = try plan.input.rows(ofSheet: plan.index)
    var batch = RowBatch()
    guard try reader.next(into: &batch) else { return [] }
    let rows = HeadRow.rows(of: batch).filter { $0.number > plan.headingRows.last ?? 0 }
    return columns.filter { column in
      let numbers = rows.prefix(HeaderFinder.reach).compactMap { $0.cells[column] }.map {
        Int(CellText.folded($0.text))
      }
      // Totals and notes at the end say something else there.
      let counted = numbers.enumerated().prefix { $0 + 1 == $1 }.count
      return counted > 0 && numbers.dropFirst(counted).allSatisfy { $0 == nil }
    }
  }
}

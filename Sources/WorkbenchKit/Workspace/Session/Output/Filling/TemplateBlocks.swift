import KitFormats
import KitModel

/// Finds the blank rows below the heading of a template.
struct TemplateBlocks {
  let template: WorkbookTemplate
  /// The rows of the sheet in which something stands.
  let rows: [HeadRow]

  /// Sets where the rows of a plan come, and takes out the columns that the template calculates by itself.
  func place(_ plan: inout TemplatePlan) throws {
    let byNumber = Dictionary(rows.map { ($0.number, $0) }) { first, _ in first }
    let heading = plan.layout.headingRows.last ?? 0
    var first = heading + 1
    let lastRow = max(rows.last?.number ?? 0, try template.lastRow(of: plan.sheet))
    // Totals may stand on top; what they add up begins below them.
    var top = heading
    while first <= lastRow, try !isBlank(byNumber[first], first, plan) {
      if let row = byNumber[first], let text = row.inOrder.first?.cell.text, RowVerdict.isNoData(text) {
        guard try template.addsUpBelow(first, of: plan.sheet) else { break }
        if top == first - 1 { top = first }
      }
      first += 1
    }
    if first > heading + 1 { plan.kept = heading + 1...first - 1 }
    plan.block = try block(from: first, until: lastRow, hasRowsAbove: first > top + 1, byNumber, plan)
    try takeOutFormulas(&plan)
    try checkMerges(plan)
    try takeListed(&plan, until: lastRow, byNumber)
  }

  /// The blank rows from `first` on: where lines are drawn, as far as these go, and no further than all that speaks of
  /// them does.
  private func block(
    from first: Int, until lastRow: Int, hasRowsAbove: Bool, _ byNumber: [Int: HeadRow], _ plan: TemplatePlan
  ) throws -> FillingBlock {
    var last = first - 1
    let isLined = try lines(first, plan)
    while last < lastRow, try isBlank(byNumber[last + 1], last + 1, plan),
      try !isLined || lines(last + 1, plan)
    {
      last += 1
    }
    let isBelow = rows.contains { $0.number > max(last, first - 1) }
    let isAlone = !isBelow && !isLined && last >= lastRow
    let ends = [
      try template.summedRows(from: first, to: last, of: plan.sheet),
      try template.namedRows(
        from: first, of: plan.sheet, isContinued: hasRowsAbove, withRules: isAlone),
    ].compactMap { $0 }
    // Rows behind that belong to no table; where there are none yet, they are as good as there.
    if let end = ends.min() { last = last < first && isAlone ? end : min(last, end) }
    return FillingBlock(
      first: first, blank: max(0, last - first + 1), isOpen: isAlone && ends.isEmpty,
      hasRowsAbove: hasRowsAbove)
  }

  /// What the template calculates stays.
  private func takeOutFormulas(_ plan: inout TemplatePlan) throws {
    let sample = plan.block.blank > 0 || !plan.block.hasRowsAbove ? plan.block.first : plan.block.first - 1
    let formulas = try template.row(sample, of: plan.sheet)?.formulas ?? []
    let isTotal = plan.block.blank == 0 && !plan.block.hasRowsAbove
    guard !isTotal else { return }
    plan.calculated = plan.layout.columns.filter { formulas.contains($0.index) && $0.index != plan.numbers }
    plan.replaced = plan.matches.filter { formulas.contains($0.heading.index) }.map(\.column)
    plan.matches.removeAll { formulas.contains($0.heading.index) }
    plan.open.removeAll { formulas.contains($0.index) }
    if let numbers = plan.numbers, formulas.contains(numbers) { plan.numbers = nil }
  }

  /// Rows below the heading, up to the first blank one: some matched columns of them hold words and others nothing, or
  /// all hold something.
  private func takeListed(_ plan: inout TemplatePlan, until last: Int, _ byNumber: [Int: HeadRow]) throws {
    var number = (plan.layout.headingRows.last ?? 0) + 1
    while number <= last, try !isBlank(byNumber[number], number, plan) {
      defer { number += 1 }
      guard let row = byNumber[number], let first = row.inOrder.first?.cell.text, !RowVerdict.isNoData(first)
      else { continue }
      let filled = plan.matches.filter { row.cells[$0.heading.index] != nil }
      if filled.count == plan.matches.count {
        plan.full.insert(number)
      } else if !filled.isEmpty {
        plan.waiting[number] = try template.row(number, of: plan.sheet)?.formulas ?? []
      }
    }
  }

  /// Whether nothing stands in the columns of the table but what the template calculates and a running number.
  private func isBlank(_ row: HeadRow?, _ number: Int, _ plan: TemplatePlan) throws -> Bool {
    let look = try template.row(number, of: plan.sheet)
    if look?.isHidden == true { return false }
    guard let row else { return true }
    let columns = plan.layout.columns.map(\.index)
    guard let left = columns.min(), let right = columns.max() else { return true }
    return row.cells.allSatisfy { column, cell in
      column < left || column > right || look?.formulas.contains(column) == true
        || column == plan.numbers && Int(CellText.folded(cell.text)) != nil
    }
  }

  private func lines(_ row: Int, _ plan: TemplatePlan) throws -> Bool {
    let lined = try template.row(row, of: plan.sheet)?.lined ?? []
    return plan.layout.columns.contains { lined.contains($0.index) }
  }

  /// In merged cells only the first one can be seen.
  private func checkMerges(_ plan: TemplatePlan) throws {
    let block = plan.block.first...max(plan.block.first, plan.block.first + plan.block.blank - 1)
    for range in try template.merged(plan.sheet) where range.rows.overlaps(block) {
      let hidden = plan.matches.first { match in
        range.columns.contains(match.heading.index)
          && (range.rows.count > 1 || range.columns.lowerBound != match.heading.index)
      }
      guard let hidden else { continue }
      throw Diagnostic(
        TemplateMessages.mergedRows, ["heading": hidden.heading.shown],
        in: Location(
          file: template.name, sheet: template.input.sheets[plan.sheet].name, row: range.rows.lowerBound,
          column: range.columns.lowerBound + 1))
    }
  }
}

import KitFormats
import KitModel

/// Finds the sheet and the headings of a template that a result fits.
struct TemplatePlanner {
  let template: WorkbookTemplate
  let columns: TemplateColumns
  /// The sheet that was named.
  let wanted: String?

  /// - Throws: a `Diagnostic` where nothing fits, or more than one thing does.
  func plan() throws -> TemplatePlan {
    let sheets = try candidates()
    let plans = try sheets.compactMap { try plan($0) }
    let best = plans.map(\.matches.count).max() ?? 0
    let fitting = plans.filter { $0.matches.count == best }
    guard var plan = fitting.first else { throw try nothingMatched(sheets) }
    if fitting.count > 1 { throw severalFit(fitting) }
    try checkTwice(plan)
    try setPowers(&plan)
    try TemplateBlocks(template: template, rows: rows(of: plan.sheet)).place(&plan)
    return plan
  }

  private func candidates() throws -> [Int] {
    let sheets = template.input.sheets
    guard let wanted else { return sheets.indices.filter { !sheets[$0].isHidden } }
    guard let index = sheets.firstIndex(where: { $0.name.map { NameKey($0) } == NameKey(wanted) }) else {
      throw SheetChooser.noSheet(wanted, in: template.input)
    }
    return [index]
  }

  /// All rows in which something stands.
  func rows(of sheet: Int) throws -> [HeadRow] {
    let reader = try template.input.rows(ofSheet: sheet)
    var rows: [HeadRow] = []
    var batch = RowBatch()
    while try reader.next(into: &batch) { rows += HeadRow.rows(of: batch) }
    return rows
  }

  private func layout(_ sheet: Int, _ field: @escaping (HeadedColumn) -> Int?) throws -> HeadedTable? {
    let rows = Array(try rows(of: sheet).prefix(HeaderFinder.reach))
    return HeaderFinder(rows: rows, merged: try template.merged(sheet), field: field).find()?.layout
  }

  private func plan(_ sheet: Int) throws -> TemplatePlan? {
    // Where few of many headings are matched, what looks most like a heading of all is taken.
    guard let layout = try layout(sheet, { columns.match($0)?.index }) ?? layout(sheet, { $0.index }),
      layout.columns.contains(where: { columns.match($0) != nil })
    else { return nil }
    var best: [Int: Int] = [:]
    for column in layout.columns {
      if let found = columns.match(column) {
        best[found.index] = min(found.level, best[found.index] ?? found.level)
      }
    }
    var plan = TemplatePlan(sheet: sheet, layout: layout, matches: [], open: [])
    for column in layout.columns {
      if let found = columns.match(column), best[found.index] == found.level {
        plan.matches.append(TemplatePlan.Match(heading: column, column: found.index))
      } else if plan.numbers == nil, HeadingMatcher.isRowNumber(column.shown) {
        plan.numbers = column.index
      } else {
        plan.open.append(column)
      }
    }
    return plan
  }

  private func checkTwice(_ plan: TemplatePlan) throws {
    var seen: [Int: HeadedColumn] = [:]
    for match in plan.matches {
      if let first = seen.updateValue(match.heading, forKey: match.column) {
        func cell(_ column: HeadedColumn) -> String {
          place(plan, column.index).cell ?? ""
        }
        throw Diagnostic(
          TemplateMessages.headingTwice,
          [
            "first": first.shown, "second": match.heading.shown, "firstCell": cell(first),
            "secondCell": cell(match.heading), "column": columns.columns[match.column].label.zh,
            "columnEn": columns.columns[match.column].label.en,
          ], in: place(plan, match.heading.index))
      }
    }
  }

  private func setPowers(_ plan: inout TemplatePlan) throws {
    let table = plan.layout.facts.flatMap { HeadingText.units(inLine: $0) }
    for index in plan.matches.indices {
      let match = plan.matches[index]
      guard let power = columns.power(of: match.column, under: match.heading.shown, table: table) else {
        let label = columns.columns[match.column].label
        throw Diagnostic(
          TemplateMessages.unitUnknown,
          ["heading": match.heading.shown, "column": label.zh, "columnEn": label.en],
          in: place(plan, match.heading.index))
      }
      plan.matches[index].power = power
    }
  }

  private func place(_ plan: TemplatePlan, _ column: Int) -> Location {
    Location(
      file: template.name, sheet: template.input.sheets[plan.sheet].name, row: plan.layout.headingRows.last,
      column: column + 1)
  }

  private func nothingMatched(_ sheets: [Int]) throws -> Diagnostic {
    // Every heading counts here: what looks most like the heading of a table is told.
    let tables = try sheets.compactMap { try layout($0) { $0.index } }
    let headings = tables.max { $0.columns.count < $1.columns.count }?.columns.map(\.shown) ?? []
    let found = Self.cut(headings)
    let have = columns.columns.map { ($0.label.zh, $0.label.en) }
    return Diagnostic(
      headings.isEmpty ? TemplateMessages.noHeadings : TemplateMessages.nothingMatched,
      listed("headings", found).merging([
        "columns": Self.cut(have.map(\.0)).joined(separator: "、"),
        "columnsEn": Self.cut(have.map(\.1)).joined(separator: ", "),
      ]) { $1 }, in: Location(file: template.name, sheet: wanted))
  }

  private static func cut(_ words: [String]) -> [String] {
    words.count > 20 ? words.prefix(20) + ["…"] : words
  }

  private func severalFit(_ plans: [TemplatePlan]) -> Diagnostic {
    let names = plans.compactMap { template.input.sheets[$0.sheet].name }
    return Diagnostic(
      TemplateMessages.severalSheets,
      listed("sheets", names.map { "“\($0)”" }).merging(["first": names.first ?? ""]) { $1 },
      in: Location(file: template.name))
  }
}

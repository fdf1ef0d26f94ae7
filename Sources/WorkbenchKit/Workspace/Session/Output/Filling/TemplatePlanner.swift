import KitFormats
import KitModel

/// Finds the sheet and the headings of a template that a result fits.
struct TemplatePlanner {
  let template: WorkbookTemplate
  let columns: TemplateColumns
  /// The sheet that was named.
  let wanted: String?
  /// How many rows the result has.
  let count: Int

  /// Cells with the name of a column take the one row of a result before any heading is looked for.
  ///
  /// - Throws: a `Diagnostic` where nothing fits, or more than one thing does.
  func plan() throws -> TemplatePlan {
    let sheets = try candidates()
    let names = TemplateNames(template: template, columns: columns, wanted: wanted, rows: rows)
    let named = try names.find()
    let plans = try sheets.compactMap { try plan($0, named) }
    let best = plans.map(\.matches.count).max() ?? 0
    let fitting = plans.filter { $0.matches.count == best }
    if fitting.count > 1 {
      throw TemplateMessages.severalFit(
        fitting.compactMap { template.input.sheets[$0.sheet].name }, in: template.name)
    }
    guard var plan = try fitting.first ?? form(named) else { throw try nothingMatched(sheets) }
    if plan.hasTable {
      try checkTwice(plan)
      try setPowers(&plan)
      try TemplateBlocks(template: template, rows: rows(of: plan.sheet)).place(&plan)
    }
    try take(named, names, &plan)
    return plan
  }

  /// A template in which only single cells are to be filled.
  private func form(_ named: [TemplatePlan.NamedCell]) throws -> TemplatePlan? {
    guard let first = named.first else { return nil }
    guard count == 1 else {
      throw TemplateMessages.wantOne(
        Set(named.map(\.index)).sorted().map { columns.columns[$0].label }, count: count)
    }
    return TemplatePlan(
      sheet: first.sheet, layout: HeadedTable(columns: [], headingRows: [], facts: []), matches: [], open: [])
  }

  /// Gives the cells their columns; what the template calculates in one stays.
  private func take(
    _ named: [TemplatePlan.NamedCell], _ names: TemplateNames, _ plan: inout TemplatePlan
  ) throws {
    guard count == 1 else {
      let taken = Set(plan.matches.map(\.column) + plan.replaced)
      plan.wantOne = Set(named.map(\.index)).subtracting(taken).sorted()
      return
    }
    for var cell in named {
      if try template.row(cell.row, of: cell.sheet)?.formulas.contains(cell.column) == true {
        plan.calculated.append(HeadedColumn(index: cell.column, parts: [cell.name]))
        plan.replaced.append(cell.index)
        continue
      }
      cell.power = try names.power(cell)
      plan.cells.append(cell)
    }
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

  private func layout(
    _ sheet: Int, without labels: [TemplatePlan.NamedCell] = [],
    _ field: @escaping (HeadedColumn) -> Int?
  ) throws -> HeadedTable? {
    let rows = try rows(of: sheet).prefix(HeaderFinder.reach).compactMap { row -> HeadRow? in
      let beside = labels.filter { $0.sheet == sheet && $0.row == row.number }.compactMap(\.label?.column)
      let cells = row.cells.filter { !beside.contains($0.key) }
      return cells.isEmpty ? nil : HeadRow(number: row.number, cells: cells)
    }
    return HeaderFinder(rows: rows, merged: try template.merged(sheet), field: field).find()?.layout
  }

  private func plan(_ sheet: Int, _ named: [TemplatePlan.NamedCell]) throws -> TemplatePlan? {
    // What a named cell takes needs no heading, and the words beside it are none.
    let taken = count == 1 ? Set(named.map(\.index)) : []
    let field = { (heading: HeadedColumn) -> Int? in
      columns.match(heading).flatMap { taken.contains($0.index) ? nil : $0.index }
    }
    // Where few of many headings are matched, what looks most like a heading of all is taken.
    guard
      let layout = try layout(sheet, without: named, field) ?? layout(sheet, without: named, { $0.index }),
      layout.columns.contains(where: { field($0) != nil }), named.isEmpty || isTable(layout, field)
    else { return nil }
    var best: [Int: Int] = [:]
    for column in layout.columns {
      if let found = columns.match(column) {
        best[found.index] = min(found.level, best[found.index] ?? found.level)
      }
    }
    var plan = TemplatePlan(sheet: sheet, layout: layout, matches: [], open: [])
    for column in layout.columns {
      if count == 1, named.contains(where: { $0.isCalled(by: column, in: layout.headingRows, of: sheet) }) {
        continue
      }
      if let found = columns.match(column), best[found.index] == found.level {
        plan.matches.append(TemplatePlan.Match(heading: column, column: found.index))
      } else if plan.numbers == nil, HeadingMatcher.isRowNumber(column.shown) {
        plan.numbers = column.index
      } else if try !isFormula(column, layout, sheet) {
        plan.open.append(column)
      }
    }
    return plan
  }

  /// Whether what stands in the row of headings is worked out: no heading that asks for a column.
  private func isFormula(_ column: HeadedColumn, _ layout: HeadedTable, _ sheet: Int) throws -> Bool {
    try layout.headingRows.contains {
      try template.row($0, of: sheet)?.formulas.contains(column.index) == true
    }
  }

  /// In a form with named cells, words by themselves are no heading: one of two that match, or that stand side by side.
  private func isTable(_ layout: HeadedTable, _ field: (HeadedColumn) -> Int?) -> Bool {
    let matched = layout.columns.filter { field($0) != nil }
    let all = Set(layout.columns.map(\.index))
    return Set(matched.compactMap(field)).count > 1
      || matched.contains { all.contains($0.index - 1) || all.contains($0.index + 1) }
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
}

import KitFormats
import KitModel

/// Finds the single cells of a template that have the name of a column of the result.
struct TemplateNames {
  let template: WorkbookTemplate
  let columns: TemplateColumns
  /// The sheet that was named.
  let wanted: String?
  /// All rows of a sheet in which something stands.
  let rows: (Int) throws -> [HeadRow]

  /// The cells sheet by sheet from above. As with headings a column's own name goes before an alias.
  ///
  /// - Throws: a `Diagnostic` where cells of several sheets have one name.
  func find() throws -> [TemplatePlan.NamedCell] {
    var found: [(cell: TemplatePlan.NamedCell, level: Int)] = []
    for (name, sheet, row, column) in template.namedCells where isLookedAt(sheet) {
      guard let match = columns.match(HeadedColumn(index: column, parts: [name])) else { continue }
      let all = try rows(sheet)
      let place = try seen(sheet, row, column)
      // The name of a heading itself says where the column is, not where a value belongs.
      if let text = all.first(where: { $0.number == place.row })?.cells[place.column]?.text,
        columns.match(HeadedColumn(index: column, parts: [text]))?.index == match.index
      {
        continue
      }
      var cell = TemplatePlan.NamedCell(
        name: name, sheet: sheet, row: place.row, column: place.column, index: match.index)
      cell.label = label(cell, all)
      found.append((cell, match.level))
    }
    var best: [Int: Int] = [:]
    for (cell, level) in found { best[cell.index] = min(level, best[cell.index] ?? level) }
    let cells = found.filter { best[$0.cell.index] == $0.level }.map(\.cell)
    return try onOneSheet(cells).sorted {
      [$0.sheet, $0.row, $0.column].lexicographicallyPrecedes([$1.sheet, $1.row, $1.column])
    }
  }

  /// The power of ten for the number of a cell: what stands beside or above it is its heading, and has the unit.
  func power(_ cell: TemplatePlan.NamedCell) throws -> Int {
    let all = try rows(cell.sheet)
    let above = all.first { $0.number == cell.row - 1 }?.cells[cell.column]?.text
    let heading = [cell.label?.text, above].compactMap { $0 }.first {
      HeadingText.unit(of: $0) != nil || HeadingText.saysPercent($0)
    }
    let lines = all.filter { $0.number < cell.row }.flatMap { HeadingText.units(inLine: $0.text) }
    guard let power = columns.power(of: cell.index, under: heading ?? cell.name, table: lines) else {
      let label = columns.columns[cell.index].label
      throw Diagnostic(
        TemplateMessages.unitUnknown,
        ["heading": HeadingText.shown(heading ?? cell.name), "column": label.zh, "columnEn": label.en],
        in: Location(
          file: template.name, sheet: template.input.sheets[cell.sheet].name, row: cell.row,
          column: cell.column + 1))
    }
    return power
  }

  /// As for headings: sheets that can be seen, and the one that was named.
  private func isLookedAt(_ sheet: Int) -> Bool {
    let sheet = template.input.sheets[sheet]
    return !sheet.isHidden || isWanted(sheet.name)
  }

  private func isWanted(_ sheet: String?) -> Bool {
    guard let sheet, let wanted else { return false }
    return NameKey(sheet) == NameKey(wanted)
  }

  /// Of merged cells the first is the one that can be seen.
  private func seen(_ sheet: Int, _ row: Int, _ column: Int) throws -> (row: Int, column: Int) {
    let merged = try template.merged(sheet).first { $0.rows.contains(row) && $0.columns.contains(column) }
    return merged.map { ($0.rows.lowerBound, $0.columns.lowerBound) } ?? (row, column)
  }

  /// The next words to the left in the row.
  private func label(_ cell: TemplatePlan.NamedCell, _ rows: [HeadRow]) -> (column: Int, text: String)? {
    let row = rows.first { $0.number == cell.row }
    return row?.inOrder.last { $0.column < cell.column && $0.cell.kind == .text }.map {
      ($0.column, $0.cell.text)
    }
  }

  /// Sheets may each have a name of their own that is the same: a form for each of several units.
  private func onOneSheet(_ cells: [TemplatePlan.NamedCell]) throws -> [TemplatePlan.NamedCell] {
    let byName = Dictionary(grouping: cells) { NameKey($0.name) }
    let several = byName.values.map { Set($0.map(\.sheet)).sorted() }.filter { $0.count > 1 }
    if wanted == nil, let sheets = several.min(by: { $0.lexicographicallyPrecedes($1) }) {
      let names = sheets.compactMap { template.input.sheets[$0].name }
      throw TemplateMessages.severalFit(names, in: template.name)
    }
    return cells.filter { cell in
      let same = byName[NameKey(cell.name)] ?? []
      return Set(same.map(\.sheet)).count < 2 || isWanted(template.input.sheets[cell.sheet].name)
    }
  }
}

extension TemplatePlan.NamedCell {
  /// Whether a heading is what the cell is called by: the words beside it or right above it.
  func isCalled(by heading: HeadedColumn, in rows: [Int], of sheet: Int) -> Bool {
    guard sheet == self.sheet else { return false }
    if let label, rows.contains(row), label.column == heading.index { return true }
    return column == heading.index && rows.contains(row - 1)
  }

  /// What comes into the cell from the row; nil where nothing is known, which leaves it as it is.
  func filled(_ row: Table.Row, of columns: [Column], _ formatter: ValueFormatter) -> TemplateCells.Found? {
    guard index < row.values.count,
      let value = FilledValue.value(row.values[index], of: columns[index], power: power, formatter)
    else { return nil }
    return TemplateCells.Found(
      name: name, sheet: sheet, cell: FilledCell(row: self.row, column: column, value: value))
  }
}

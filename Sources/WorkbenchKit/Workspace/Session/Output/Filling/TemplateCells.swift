import KitFormats
import KitModel

/// Finds the single cells of a template that a value belongs into: one that has its name, or one beside or behind a
/// word with a colon.
struct TemplateCells {
  /// A value and the names under which a template asks for it.
  struct Wanted {
    let names: [String]
    let value: FilledValue
    let text: String
    var isDate = false
    /// What the option is called; nil for a variable, which may stand in no cell.
    var option: Label?
    var isTitle = false
  }

  /// A cell found for a value.
  struct Found {
    let name: String
    let sheet: Int
    let cell: FilledCell
  }

  let template: WorkbookTemplate
  let plan: TemplatePlan
  /// The rows of the plan's sheet.
  let rows: [HeadRow]

  func find(_ wanted: [Wanted]) throws -> (found: [Found], remarks: [Diagnostic]) {
    var found: [Found] = []
    var remarks: [Diagnostic] = []
    var texts = labelled()
    for want in wanted {
      if let named = named(want) {
        found.append(named)
      } else if let cell = try labelled(want, &texts, &remarks) {
        found.append(cell)
      } else if want.isTitle, let cell = title(want) {
        found.append(cell)
      } else if let option = want.option {
        if !remarks.contains(where: { $0.arguments["name"] == option.zh }) { throw missing(option, texts) }
      }
    }
    // A cell with several words was changed once for each; the last text has all of them.
    var last: [[Int]: Int] = [:]
    for (index, cell) in found.enumerated() { last[[cell.sheet, cell.cell.row, cell.cell.column]] = index }
    let cells = found.map { cell -> Found in
      let index = last[[cell.sheet, cell.cell.row, cell.cell.column]] ?? 0
      return Found(name: cell.name, sheet: cell.sheet, cell: found[index].cell)
    }
    return (cells, remarks)
  }

  private func named(_ want: Wanted) -> Found? {
    let names = Set(want.names.map { NameKey($0) })
    // What a column of the result comes into is not asked for twice.
    let free = template.namedCells.first { cell in
      names.contains(NameKey(cell.name))
        && !plan.cells.contains { [$0.sheet, $0.row, $0.column] == [cell.sheet, cell.row, cell.column] }
    }
    return free.map {
      found($0.name, $0.row, $0.column, value(want, $0.row, $0.column, $0.sheet), on: $0.sheet)
    }
  }

  /// A day is a number where the cell shows days, else words, which need no width.
  private func value(_ want: Wanted, _ row: Int, _ column: Int, _ sheet: Int) -> FilledValue {
    guard want.isDate, (try? template.showsDays(row: row, column: column, of: sheet)) != true else {
      return want.value
    }
    return .text(want.text)
  }

  private struct Text {
    let row: Int
    let column: Int
    var text: String
  }

  /// Cells around the table that hold a word with a colon.
  private func labelled() -> [Text] {
    let heading = plan.layout.headingRows.first ?? 1
    let block = plan.block.first..<max(plan.block.first, plan.block.first + plan.block.blank)
    return rows.filter { $0.number < heading || $0.number >= block.upperBound }.flatMap { row in
      row.inOrder.compactMap { column, cell in
        cell.kind == .text && cell.text.contains { ":：".contains($0) }
          && !plan.cells.contains {
            $0.sheet == plan.sheet && $0.row == row.number && $0.label?.column == column
          }
          ? Text(row: row.number, column: column, text: cell.text) : nil
      }
    }
  }

  private func labelled(_ want: Wanted, _ texts: inout [Text], _ remarks: inout [Diagnostic]) throws -> Found?
  {
    for (index, text) in texts.enumerated() {
      let name = want.names[0]
      switch LabelledText(text: text.text).filled(want.names, want.text, isDate: want.isDate) {
      case .absent: continue
      case .filled(let filled):
        texts[index].text = filled
        return found(name, text.row, text.column, .text(filled))
      case .atEnd(let filled):
        if let next = try nextCell(text) {
          return found(name, text.row, next, value(want, text.row, next, plan.sheet))
        }
        texts[index].text = filled
        return found(name, text.row, text.column, .text(filled))
      case .taken(let there):
        remarks.append(
          Diagnostic(
            TemplateMessages.cellTaken,
            [
              "name": want.option?.zh ?? name, "nameEn": want.option?.en ?? name, "found": there,
              "cell": place(text.row, text.column),
            ], severity: .warning))
        return nil
      }
    }
    return nil
  }

  /// The cell to the right, where it is blank and the label's own is not wide itself.
  private func nextCell(_ text: Text) throws -> Int? {
    let own = try template.merged(plan.sheet).first {
      $0.rows.contains(text.row) && $0.columns.contains(text.column)
    }
    if let own, own.columns.count > 2 { return nil }
    let next = (own?.columns.upperBound ?? text.column) + 1
    let row = rows.first { $0.number == text.row }
    let isFormula = try template.row(text.row, of: plan.sheet)?.formulas.contains(next) == true
    return row?.cells[next] == nil && !isFormula ? next : nil
  }

  private func title(_ want: Wanted) -> Found? {
    let top = plan.layout.headingRows.first ?? plan.cells.filter { $0.sheet == plan.sheet }.map(\.row).min()
    guard let top, let row = rows.first, row.number < top,
      let (column, _) = row.inOrder.first
    else { return nil }
    return found(want.names[0], row.number, column, want.value)
  }

  private func found(
    _ name: String, _ row: Int, _ column: Int, _ value: FilledValue, on sheet: Int? = nil
  ) -> Found {
    Found(name: name, sheet: sheet ?? plan.sheet, cell: FilledCell(row: row, column: column, value: value))
  }

  private func place(_ row: Int, _ column: Int) -> String {
    let sheet = template.input.sheets[plan.sheet].name ?? ""
    return sheet + "!" + (Location(file: "", row: row, column: column + 1).cell ?? "")
  }

  private func missing(_ option: Label, _ texts: [Text]) -> Diagnostic {
    let names = template.namedCells.map(\.name) + texts.map { HeadingText.shown($0.text) }
    return Diagnostic(
      names.isEmpty ? TemplateMessages.noCells : TemplateMessages.cellMissing,
      listed("found", names.map { "“\($0)”" }).merging(["name": option.zh, "nameEn": option.en]) { $1 },
      in: Location(file: template.name, sheet: template.input.sheets[plan.sheet].name))
  }
}

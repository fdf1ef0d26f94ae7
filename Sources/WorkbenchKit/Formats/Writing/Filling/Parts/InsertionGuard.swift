import KitModel

/// Tells what would not survive rows being put into a sheet, before anything is done.
struct InsertionGuard {
  let template: WorkbookTemplate
  let sheet: Int
  let shift: RowShift
  let rows: Int

  func check(_ markup: SheetMarkup, links: [String]) throws {
    let name = template.sheetName(sheet)
    for kind in links {
      guard let what = Self.kinds[kind] else { continue }
      throw refusal(what, nil)
    }
    if template.hasPivots { throw refusal(FillingWords.pivot, nil) }
    let last = markup.rows.last?.number ?? 0
    guard last + shift.count <= CellPlace.lastRow else {
      throw Diagnostic(WritingMessages.tooManyRows, ["limit": String(CellPlace.lastRow)])
    }
    for row in markup.rows {
      for cell in row.cells {
        guard let formula = cell.formula, let kind = formula.tag["t"], kind == "array" || kind == "dataTable"
        else { continue }
        let range = formula.tag["ref"].flatMap(CellPlace.range)
        guard kind == "dataTable" || range.map({ shift.splits($0.rows) }) != false else { continue }
        throw refusal(
          kind == "array" ? FillingWords.array : FillingWords.dataTable,
          Location(file: template.name, sheet: name, row: row.number, column: cell.column + 1))
      }
    }
  }

  private static let kinds = [
    "pivotTable": FillingWords.pivot, "control": FillingWords.control, "ctrlProp": FillingWords.control,
    "oleObject": FillingWords.object,
  ]

  private func refusal(_ what: Message, _ place: Location?) -> Diagnostic {
    Diagnostic(
      FillingMessages.cannotInsert,
      [
        "what": what.text(.zh), "whatEn": what.text(.en), "rows": String(rows), "more": String(shift.count),
      ], in: place ?? Location(file: template.name, sheet: template.sheetName(sheet)))
  }
}

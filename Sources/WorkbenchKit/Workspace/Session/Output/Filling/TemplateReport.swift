import KitFormats
import KitModel

/// What has to be said of a template that was filled in.
struct TemplateReport {
  let template: WorkbookTemplate
  let plan: TemplatePlan
  let table: Table
  let inserted: Int
  let cells: [TemplateCells.Found]
  let leftOut: Int

  var remarks: [Diagnostic] {
    [matched, powers, columnsLeft, headingsLeft, calculated, kept, insertion, single, totals, masked].compactMap { $0 }
  }

  private var sheet: String { template.input.sheets[plan.sheet].name ?? "" }

  private func note(
    _ message: Message, _ arguments: [String: String], _ severity: Diagnostic.Severity = .note
  ) -> Diagnostic { Diagnostic(message, arguments, severity: severity) }

  /// `学校名称（B 列）`, and the column of the result where it is called otherwise.
  private var matched: Diagnostic? {
    let words = plan.matches.map { match -> (zh: String, en: String) in
      let letters = Location.columnLetters(match.heading.index + 1)
      let label = table.columns[match.column].label
      let heading = match.heading.shown
      return (
        "\(letters) \(heading)" + (heading == label.zh ? "" : "←\(label.zh)"),
        "\(letters) \(heading)" + (heading == label.en ? "" : " ← \(label.en)")
      )
    }
    let rows = plan.layout.headingRows
    let shown = [rows.first, rows.count > 1 ? rows.last : nil].compactMap { $0.map(String.init) }
    return note(
      TemplateMessages.matched,
      [
        "sheet": sheet, "rows": shown.joined(separator: "–"),
        "first": String(plan.block.first), "columns": words.map(\.zh).joined(separator: "、"),
        "columnsEn": words.map(\.en).joined(separator: ", "),
      ])
  }

  private var powers: Diagnostic? {
    let moved = plan.matches.filter { $0.power != 0 }.map(\.heading.shown)
    return moved.isEmpty ? nil : note(TemplateMessages.unitsMoved, listed("headings", moved))
  }

  private var columnsLeft: Diagnostic? {
    let taken = Set((plan.matches + plan.calculated).map(\.column))
    let left = table.columns.indices.filter { !taken.contains($0) }.map { table.columns[$0].label }
    if left.isEmpty { return nil }
    return note(
      TemplateMessages.columnsLeft,
      [
        "columns": left.map(\.zh).joined(separator: "、"), "columnsEn": left.map(\.en).joined(separator: ", "),
      ], .warning)
  }

  private var headingsLeft: Diagnostic? {
    plan.open.isEmpty
      ? nil : note(TemplateMessages.headingsLeft, listed("headings", plan.open.map(\.shown)), .warning)
  }

  private var calculated: Diagnostic? {
    plan.calculated.isEmpty
      ? nil : note(TemplateMessages.calculated, listed("headings", plan.calculated.map(\.heading.shown)))
  }

  private var kept: Diagnostic? {
    plan.kept.map {
      note(
        TemplateMessages.kept,
        [
          "rows": $0.count == 1 ? String($0.lowerBound) : "\($0.lowerBound)–\($0.upperBound)",
          "first": String(plan.block.first),
        ])
    }
  }

  private var insertion: Diagnostic? {
    inserted == 0
      ? nil
      : note(
        TemplateMessages.inserted, ["blank": String(plan.block.blank), "count": String(inserted)])
  }

  private var single: Diagnostic? {
    if cells.isEmpty { return nil }
    let words = cells.map { found in
      let row = found.sheet == plan.sheet ? moved(found.cell.row) : found.cell.row
      let place = Location(
        file: "", sheet: template.input.sheets[found.sheet].name, row: row, column: found.cell.column + 1)
      return "\(found.name)（\(place.cell ?? "")）"
    }
    return note(TemplateMessages.cells, listed("cells", words))
  }

  /// Where a row is now.
  private func moved(_ row: Int) -> Int {
    row >= plan.block.first + plan.block.blank ? row + inserted : row
  }

  private var totals: Diagnostic? {
    leftOut == 0 ? nil : note(TemplateMessages.totalsLeft, ["count": String(leftOut)])
  }

  private var masked: Diagnostic? {
    let labels = plan.matches.map { table.columns[$0.column] }.filter(\.isSensitive).map(\.label)
    if labels.isEmpty { return nil }
    return note(
      TemplateMessages.masked,
      [
        "columns": labels.map(\.zh).joined(separator: "、"), "columnsEn": labels.map(\.en).joined(separator: ", "),
      ])
  }
}

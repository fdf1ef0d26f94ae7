import KitFormats
import KitModel

/// What has to be said of a template that was filled in.
struct TemplateReport {
  let template: WorkbookTemplate
  let plan: TemplatePlan
  let table: Table
  let rows: TemplateRows
  let inserted: Int
  /// Cells filled in by their names from a column of the result.
  let named: [TemplateCells.Found]
  let cells: [TemplateCells.Found]

  var remarks: [Diagnostic] {
    get throws {
      let filled = [
        matched, wantOne, powers, columnsLeft, headingsLeft, calculated, kept, byName, namesLeft, namesAdded,
        differing,
        insertion,
        try singlyNamed,
      ]
      return namedCells + (filled + [single, totals, masked, cut]).compactMap { $0 }
    }
  }

  private var sheet: String { template.input.sheets[plan.sheet].name ?? "" }

  private func note(
    _ message: Message, _ arguments: [String: String], _ severity: Diagnostic.Severity = .note
  ) -> Diagnostic { Diagnostic(message, arguments, severity: severity) }

  /// `学校名称（B 列）`, and the column of the result where it is called otherwise.
  private var matched: Diagnostic? {
    guard plan.hasTable else { return nil }
    let words = plan.matches.map { match -> (zh: String, en: String) in
      let letters = Location.columnLetters(match.heading.index + 1)
      let label = table.columns[match.column].label
      let heading = match.heading.shown
      let names = [heading, match.heading.parts.last.map(HeadingText.shown) ?? heading]
      return (
        "\(letters) \(heading)" + (names.contains(label.zh) ? "" : "←\(label.zh)"),
        "\(letters) \(heading)" + (names.contains(label.en) ? "" : " ← \(label.en)")
      )
    }
    let heading = plan.layout.headingRows
    let shown = [heading.first, heading.count > 1 ? heading.last : nil].compactMap { $0.map(String.init) }
    return note(
      TemplateMessages.matched,
      [
        "sheet": sheet, "rows": shown.joined(separator: "–"),
        "first": String(rows.placed.first?.row ?? plan.block.first),
        "columns": words.map(\.zh).joined(separator: "、"),
        "columnsEn": words.map(\.en).joined(separator: ", "),
      ])
  }

  /// `B3 学校名称`, and the column of the result where it is called otherwise.
  private var namedCells: [Diagnostic] {
    Set(plan.cells.map(\.sheet)).sorted().map { sheet in
      let words = plan.cells.filter { $0.sheet == sheet }.map { cell -> (zh: String, en: String) in
        let row = sheet == plan.sheet ? moved(cell.row) : cell.row
        let place = Location.columnLetters(cell.column + 1) + String(row) + " " + cell.name
        let label = table.columns[cell.index].label
        return (
          place + (cell.name == label.zh ? "" : "←\(label.zh)"),
          place + (cell.name == label.en ? "" : " ← \(label.en)")
        )
      }
      return note(
        TemplateMessages.named,
        [
          "sheet": template.input.sheets[sheet].name ?? "",
          "cells": words.map(\.zh).joined(separator: "、"),
          "cellsEn": words.map(\.en).joined(separator: ", "),
        ])
    }
  }

  private var wantOne: Diagnostic? {
    plan.wantOne.isEmpty
      ? nil
      : TemplateMessages.wantOne(
        plan.wantOne.map { table.columns[$0].label }, count: rows.count, .warning)
  }

  private var powers: Diagnostic? {
    let moved =
      plan.matches.filter { $0.power != 0 }.map(\.heading.shown)
      + plan.cells.filter { $0.power != 0 }.map { HeadingText.shown($0.label?.text ?? $0.name) }
    return moved.isEmpty ? nil : note(TemplateMessages.unitsMoved, listed("headings", moved))
  }

  private var columnsLeft: Diagnostic? {
    let taken = Set(plan.matches.map(\.column) + plan.replaced + plan.cells.map(\.index) + plan.wantOne)
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
      ? nil : note(TemplateMessages.calculated, listed("headings", plan.calculated.map(\.shown)))
  }

  private var kept: Diagnostic? {
    guard rows.key == nil, let kept = plan.kept else { return nil }
    let shown = kept.count == 1 ? String(kept.lowerBound) : "\(kept.lowerBound)–\(kept.upperBound)"
    return note(TemplateMessages.kept, ["rows": shown])
  }

  private var byName: Diagnostic? {
    rows.key.map { key in
      note(
        TemplateMessages.byName, ["heading": key.shown, "count": String(rows.count - rows.filled.count)])
    }
  }

  private var namesLeft: Diagnostic? {
    rows.namesLeft.isEmpty
      ? nil
      : note(
        TemplateMessages.namesLeft,
        listed("names", Self.cut(rows.namesLeft)).merging(["count": String(rows.namesLeft.count)]) { $1 },
        .warning)
  }

  private var namesAdded: Diagnostic? {
    rows.namesAdded.isEmpty
      ? nil
      : note(
        TemplateMessages.namesAdded,
        listed("names", Self.cut(rows.namesAdded)).merging([
          "count": String(rows.namesAdded.count), "first": String(plan.block.first),
        ]) { $1 }, .warning)
  }

  /// `B2 5（结果是 1140）`
  private var differing: Diagnostic? {
    guard !rows.differing.isEmpty else { return nil }
    let words = rows.differing.map { found -> (zh: String, en: String) in
      let cell = Location.columnLetters(found.column + 1) + String(found.row) + " " + found.there
      return (cell + "（结果是 \(found.new)）", cell + " (the result has \(found.new))")
    }
    return note(
      TemplateMessages.differing,
      [
        "cells": Self.cut(words.map(\.zh)).joined(separator: "、"),
        "cellsEn": Self.cut(words.map(\.en)).joined(separator: ", "),
      ], .warning)
  }

  private static func cut(_ words: [String]) -> [String] {
    words.count > 10 ? words.prefix(10) + ["…"] : words
  }

  /// A total that adds cell by cell does not know of rows put in between.
  private var singlyNamed: Diagnostic? {
    get throws {
      guard inserted > 0, plan.block.blank > 0 else { return nil }
      let block = plan.block.first...plan.block.first + plan.block.blank - 1
      let cells = try template.singlyNamed(block, of: plan.sheet).map { cell in
        Location.columnLetters(cell.column + 1) + String(moved(cell.row))
      }
      return cells.isEmpty
        ? nil : note(TemplateMessages.singlyNamed, listed("cells", Self.cut(cells)), .warning)
    }
  }

  private var cut: Diagnostic? {
    let single = named.filter { $0.cell.value.isCut }
    let first =
      single.first.map { ($0.sheet, $0.cell.row, $0.cell.column) }
      ?? rows.cut.map { (plan.sheet, $0.row, $0.column) }
    return first.map { sheet, row, column in
      let place = Location(file: "", row: row, column: column + 1).cell ?? ""
      let name = template.input.sheets[sheet].name ?? ""
      return FilledValue.remark(cut: (rows.cut?.count ?? 0) + single.count, cell: "\(name)!\(place)")
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
    rows.leftOut == 0 ? nil : note(TemplateMessages.totalsLeft, ["count": String(rows.leftOut)])
  }

  private var masked: Diagnostic? {
    let columns = Set(plan.matches.map(\.column) + plan.cells.map(\.index)).sorted()
    let labels = columns.map { table.columns[$0] }.filter(\.isSensitive).map(\.label)
    if labels.isEmpty { return nil }
    return note(
      TemplateMessages.masked,
      [
        "columns": labels.map(\.zh).joined(separator: "、"),
        "columnsEn": labels.map(\.en).joined(separator: ", "),
      ])
  }
}

import Glibc
import KitFormats
import KitLanguage
import KitModel
import KitQuery
import KitStore

/// Carries out `export … template`: a copy of a received workbook with the rows of a result put in.
struct TemplateExport {
  let session: Session
  let store: any Store
  let words: CommandArguments
  /// The path of the copy.
  let path: String

  /// The bytes of the copy, how many rows it took, and what has to be said.
  struct Made {
    let bytes: [UInt8]
    let rows: Int
    let remarks: [Diagnostic]
  }

  func make(_ query: CompiledQuery) throws -> Made {
    try checkOptions()
    let file = try TemplateFile(session: session).path(words.text("template") ?? "")
    guard !Self.areOne(file.path, path) else {
      throw Diagnostic(TemplateMessages.sameFile, ["file": file.name], at: words.span("file"))
    }
    let template = try WorkbookTemplate(path: file.path, name: file.name)
    let table = try store.table(of: query)
    let columns = TemplateColumns(table.columns, entities: session.workspace?.entities ?? [])
    let plain = table.rows.filter { $0.mark == .plain }
    let planner = TemplatePlanner(
      template: template, columns: columns, wanted: words.text("sheet"), count: plain.count)
    let plan = try planner.plan()
    try checkRestrictions(plan, table)
    try checkNumbers(plan, template)
    let rows = try planner.rows(of: plan.sheet)
    let cells = TemplateCells(template: template, plan: plan, rows: rows)
    let (found, cellRemarks) = try cells.find(TemplateValues(session: session, words: words).wanted)
    let writer = try TemplateRows(
      plan: plan, table: table, sheet: rows, language: session.options.language)
    let formatter = ValueFormatter(language: session.options.language)
    let named = plain.prefix(1).flatMap { row in
      plan.cells.compactMap { $0.filled(row, of: table.columns, formatter) }
    }
    let fillings = fillings(plan, writer, named + found)
    let bytes = try template.filled(fillings, time: session.now)
    let report = TemplateReport(
      template: template, plan: plan, table: table, rows: writer, inserted: fillings.first?.inserted ?? 0,
      named: named, cells: found)
    return Made(
      bytes: bytes, rows: writer.count, remarks: table.remarks + (try report.remarks) + cellRemarks)
  }

  private func fillings(_ plan: TemplatePlan, _ rows: TemplateRows, _ found: [TemplateCells.Found])
    -> [SheetFilling]
  {
    var main = SheetFilling(sheet: plan.sheet)
    if plan.hasTable { main.block = plan.block }
    main.rows = rows.filled
    main.cells = rows.placed + found.filter { $0.sheet == plan.sheet }.map(\.cell)
    let others = Set(found.map(\.sheet)).subtracting([plan.sheet]).sorted().map { sheet in
      var other = SheetFilling(sheet: sheet)
      other.cells = found.filter { $0.sheet == sheet }.map(\.cell)
      return other
    }
    return [main] + others
  }

  /// The template has a layout of its own, and only a workbook can be a copy of one.
  private func checkOptions() throws {
    for option in ["print", "labels"] where words.flag(option) {
      let label = OutputStages.export.parameters.first { $0.id == option }?.label
      throw UsageFault(
        Diagnostic(
          TemplateMessages.optionIdle, ["name": label?.zh ?? option, "nameEn": label?.en ?? option],
          at: words.span(option)))
    }
    guard TableFormat(fileName: path) == .xlsx else {
      throw UsageFault(
        Diagnostic(TemplateMessages.notWorkbook, ["file": words.text("file") ?? ""], at: words.span("file")))
    }
  }

  private func checkNumbers(_ plan: TemplatePlan, _ template: WorkbookTemplate) throws {
    guard words.flag("numbers"),
      !plan.layout.columns.contains(where: { HeadingMatcher.isRowNumber($0.shown) })
    else { return }
    let there = plan.hasTable ? plan.layout.columns.map(\.shown) : plan.cells.map(\.name)
    throw Diagnostic(
      TemplateMessages.noNumbers, listed("headings", there),
      in: Location(file: template.name, sheet: template.input.sheets[plan.sheet].name))
  }

  private func checkRestrictions(_ plan: TemplatePlan, _ table: Table) throws {
    let columns = plan.matches.map(\.column) + plan.cells.map(\.index)
    if let words = columns.map({ table.columns[$0] }).restrictionWords {
      throw Diagnostic(TemplateMessages.restricted, words)
    }
  }

  /// Whether two paths lead to one file, by whatever names.
  private static func areOne(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    guard stat(first, &one) == 0, stat(second, &other) == 0 else { return false }
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }
}

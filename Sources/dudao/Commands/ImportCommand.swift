import KitModel
import KitStore
import PluginAPI

/// `import FILE… --into ENTITY` 导入: takes received files into an entity, each whole or not at all.
struct ImportCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: ImportWords.name, meaning: ImportWords.meaning,
    parameters: [
      .positional(
        "file", ImportWords.fileParameter,
        .file(["xlsx", "csv", "tsv", "txt", "json", "jsonl", "zip", "xls", "et"]),
        repeated: true, help: ImportWords.fileHelp),
      .option(
        "into", ImportWords.intoParameter, .relation, required: true,
        help: ImportWords.intoHelp),
      .option("sheet", ImportWords.sheetParameter, help: ImportWords.sheetHelp),
      .option(
        "year", ImportWords.yearParameter, .value(.period(nil)),
        help: ImportWords.yearHelp),
      .option(
        "map", ImportWords.mapParameter, .pair, repeated: true,
        help: ImportWords.mapHelp),
      .flag(
        "keep-good", ImportWords.keepGoodParameter,
        help: ImportWords.keepGoodHelp),
      .flag(
        "blanks-clear", ImportWords.blanksClearParameter,
        help: ImportWords.blanksClearHelp),
    ], effects: [.writes],
    examples: [
      .init(
        "import \"data/2024-2025学年学校基本情况表.xlsx\" --into school --sheet 义务教育学校",
        ImportWords.firstExample),
      .init(
        "import \"data/2024年秋季幼儿园基本情况汇总.xlsx\" --into kindergarten --keep-good",
        ImportWords.secondExample),
    ])

  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    guard let workspace = try context.openWorkspace().opened else {
      throw Diagnostic(HostMessages.noWorkspace)
    }
    let importer = workspace.importer(hooks: context.importHooks)
    let name = arguments.text("into") ?? ""
    let entity =
      try EntityBook(context.catalog()).one(name, at: arguments.span("into"))
      ?? importer.entity(named: name)
    var whole = Table(columns: [])
    for file in arguments.texts("file") {
      do {
        let table = try take(file, arguments, entity, importer, context)
        whole = whole.appending(table)
      } catch let refusal as Diagnostic {
        // The files before it are taken: what was done with them must not be lost with the refusal.
        throw Diagnostics(whole.remarks + [refusal])
      } catch let refusals as Diagnostics {
        throw Diagnostics(whole.remarks + refusals.all)
      }
    }
    return .table(whole)
  }

  /// Imports one file; its counts, with all that is to be said.
  private func take(
    _ file: String, _ arguments: CommandArguments, _ entity: EntityDeclaration, _ importer: Importer,
    _ context: any CommandContext
  ) throws -> Table {
    try context.checkCancellation()
    var request = ImportRequest(
      path: try context.inputPath(file), entity: entity, sheet: arguments.text("sheet"),
      year: arguments.period("year"), map: pairs(arguments.texts("map")),
      keepsGood: arguments.flag("keep-good"),
      blanksClear: arguments.flag("blanks-clear"), isDryRun: context.isDryRun)
    let report = try importer.run(try plan(&request, importer, context), context: context.changeContext)
    // A trial of what would be refused ends as the refusal itself would.
    if report.isRefused { throw Diagnostics(report.allRemarks()) }
    if report.rejected > 0 { state.rejectedRows = true }
    var table = report.table
    if arguments.texts("file").count > 1 {
      let counts = report.counts
      table.remarks.insert(
        Diagnostic(
          report.isDryRun ? ImportCommandMessages.checked : ImportCommandMessages.taken,
          [
            "file": report.file, "inserted": String(counts.inserted), "updated": String(counts.updated),
            "unchanged": String(counts.unchanged),
          ], severity: .note), at: 0)
    }
    return table
  }

  /// Asks about columns that only look like a field, and plans anew with the answers.
  private func plan(
    _ request: inout ImportRequest, _ importer: Importer, _ context: any CommandContext
  ) throws -> ImportPlan {
    var plan = try importer.prepare(request)
    for question in plan.questions {
      guard case .unsure(let candidates) = question.outcome else { continue }
      let labels =
        candidates.map { $0.label.text(context.language) } + [
          ImportCommandMessages.leaveOut.text(context.language)
        ]
      let asked = Diagnostic(
        ImportCommandMessages.whichColumn, ["heading": question.heading], severity: .note)
      guard let answer = context.choose(asked, among: labels) else { continue }
      request.map[question.heading] = candidates.indices.contains(answer) ? candidates[answer].field : ""
    }
    if !plan.questions.isEmpty { plan = try importer.prepare(request) }
    return plan
  }

  private func pairs(_ texts: [String]) -> [String: String] {
    var map: [String: String] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if let heading = parts.first { map[heading] = parts.dropFirst().first ?? "" }
    }
    return map
  }
}

extension Table {
  /// The rows of another table of the same shape behind one's own.
  fileprivate func appending(_ other: Table) -> Table {
    Table(
      columns: other.columns.isEmpty ? columns : other.columns, rows: rows + other.rows,
      remarks: remarks + other.remarks)
  }
}

enum ImportCommandMessages {
  static let all = [whichColumn, leaveOut, taken, checked]

  static let whichColumn = Message(
    "host.import-which-column", zh: "表头“{heading}”是哪一列？", en: "which column is the heading “{heading}”?")
  static let taken = Message(
    "host.import-taken", zh: "{file}：新增 {inserted} 行，更新 {updated} 行，未变 {unchanged} 行",
    en: "{file}: {inserted} {inserted:row|rows} inserted, {updated} updated, {unchanged} unchanged")
  static let checked = Message(
    "host.import-checked", zh: "{file} 只检查：会新增 {inserted} 行，更新 {updated} 行，未变 {unchanged} 行",
    en:
      "{file}, checked only: would insert {inserted} {inserted:row|rows}, update {updated}, leave {unchanged}"
  )
  static let leaveOut = Message("host.import-leave-out", zh: "不要这一列", en: "leave it out")
}

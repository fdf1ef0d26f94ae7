import KitDocuments
import KitFormats
import KitModel
import KitPapers
import KitWorkspace

/// `duty report 2024 --to md,html,xlsx` 履职 报告: a feedback report for each unit; that of one unit on the screen.
struct ReportCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "报告", "report"), meaning: ReportWords.report,
      parameters: [
        yearParameter,
        .positional("unit", LifeWords.unit, required: false, repeated: true, help: ReportWords.unitsHelp),
        .option("to", ReportWords.formats, help: ReportWords.formatsHelp),
        .option("folder", ReportWords.folder, help: ReportWords.folderHelp),
      ],
      effects: [.reads, .files],
      examples: [
        .init("\(assessment.plugin) report 2024 --to html,xlsx", ReportWords.reportExample),
        .init("\(assessment.plugin) report 2024 青石镇", ReportWords.oneReportExample),
      ])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let (rubric, state) = try scored(year, arguments, context)
    let data = try ReportData(assessment, rubric, state, context)
    let report = try FeedbackReport(data, try ReportTemplate(.feedback, of: assessment, context))
    let rows = try wanted(arguments, data, context)
    let formats = try arguments.text("to").map { try DocumentFormat.list($0, at: arguments.span("to")) } ?? []
    if formats.isEmpty, rows.count == 1, let row = rows.first { return .document(try report.document(row)) }
    let files = DocumentFiles(
      folder: arguments.text("folder")
        ?? "\(assessment.label.zh)\(year.stored)/\(ReportTemplate.Kind.feedback.zh)",
      context: context)
    for (place, row) in rows.enumerated() {
      try context.checkCancellation()
      context.progress(place, of: rows.count, ReportWords.writing)
      try files.write(
        try report.document(row), named: data.name(row), as: formats.isEmpty ? [.html] : formats)
    }
    return try files.notice(words(year))
  }

  private func wanted(_ arguments: CommandArguments, _ data: ReportData, _ context: any CommandContext) throws
    -> [Table.Row]
  {
    guard let keys = try keys(of: arguments.texts("unit"), data.year, arguments, context) else {
      return data.ranks.rows
    }
    return data.ranks.rows.filter { row in ReportData.key(of: row, in: data.ranks).map(keys.contains) == true
    }
  }
}

extension AssessmentCommand {
  /// State of a year that was scored and the rubric of then; a file changed since is said.
  func scored(_ year: Period, _ arguments: CommandArguments, _ context: any CommandContext) throws
    -> (rubric: Rubric, state: AssessmentState)
  {
    guard let state = try AssessmentState(of: year, assessment, context) else {
      throw Diagnostic(AssessmentFaults.noResults, words(year), at: arguments.span("year"))
    }
    let rubric = try KeptRubric.scoredWith(
      state, of: year, assessment, context, at: arguments.span("year"))
    return (rubric, state)
  }

  /// The keys of the units that were named; nil: none was.
  func keys(of given: [String], _ year: Period, _ arguments: CommandArguments, _ context: any CommandContext)
    throws
    -> Set<String>?
  {
    guard !given.isEmpty else { return nil }
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    return Set(try given.map { try names.wanted($0, words(year), at: arguments.span("unit")) })
  }
}

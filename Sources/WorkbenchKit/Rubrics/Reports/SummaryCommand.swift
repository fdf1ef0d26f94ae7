import KitDocuments
import KitModel
import KitPapers
import KitWorkspace

/// `duty summary 2024 --to html,xlsx` 履职 摘要: one page on the whole; on the screen where no format is named.
struct SummaryCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "摘要", "summary"), meaning: ReportWords.summary,
      parameters: [
        yearParameter, .option("to", ReportWords.formats, help: ReportWords.formatsHelp),
        .option("folder", ReportWords.folder, help: ReportWords.folderHelp),
      ],
      effects: [.reads, .files],
      examples: [.init("\(assessment.plugin) summary 2024 --to html,xlsx", ReportWords.summaryExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let (rubric, state) = try scored(year, arguments, context)
    let report = SummaryReport(data: try ReportData(assessment, rubric, state, context))
    var document = try report.document(try ReportTemplate(.summary, of: assessment, context))
    document.isCompact = true
    guard let text = arguments.text("to") else { return .document(document) }
    let folder = arguments.text("folder") ?? "\(assessment.label.zh)\(year.stored)"
    let name = "\(assessment.label.zh)\(year.stored)\(ReportTemplate.Kind.summary.zh)"
    let formats = try DocumentFormat.list(text, at: arguments.span("to"))
    let files = DocumentFiles(folder: folder, context: context)
    for format in formats {
      // One page is for reading; whoever opens a workbook wants all of it.
      let whole = format == .xlsx ? Document(document.blocks + (try report.appendix())) : document
      try files.write(whole, named: name, as: [format])
    }
    return try files.notice(words(year))
  }
}

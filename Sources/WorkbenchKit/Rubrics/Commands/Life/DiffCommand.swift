import KitModel
import KitWorkspace

/// `diff duty 2024 [--edition 1]` 比对: what scoring again would change in the sealed version, or in what is kept.
public struct DiffCommand: WorkbenchCommand {
  let assessments: [Assessment]

  public init(assessments: [Assessment]) { self.assessments = assessments }

  public static let declaration = CommandDeclaration(
    name: LifeWords.diffName, meaning: LifeWords.diff,
    parameters: [
      AssessmentParameter.name, AssessmentParameter.year,
      .option("edition", LifeWords.version, .value(.integer), help: LifeWords.versionHelp),
    ], examples: [.init("diff duty 2024", LifeWords.diffExample)])

  public func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let (assessment, year) = try AssessmentParameter.read(arguments, among: assessments)
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    guard let state = try AssessmentState(of: year, assessment, context) else {
      throw Diagnostic(AssessmentFaults.noResults, life.words, at: arguments.nameSpan)
    }
    let rubric = try RubricShelf(assessment, context)
      .rubric(of: year, at: arguments.span("year"))
    let version =
      arguments.integer("edition").map(Int64.init) ?? (state.stage == .sealed ? state.version : nil)
    if let version { try checkSealed(version, assessment, year, life, arguments, context) }
    let changes = try Recomputation(assessment: assessment, rubric: rubric, context: context)
      .difference(from: version.map { .sealed($0) } ?? .present)
    var remarks: [Diagnostic] = []
    if rubric.code != state.code {
      remarks.append(
        Diagnostic(
          AssessmentFaults.rubricChanged, ["before": state.code, "now": rubric.code], severity: .warning))
    }
    if changes.isEmpty {
      return .notice(Diagnostic(LifeFaults.noDifference, life.words, severity: .note), remarks: remarks)
    }
    var table = Table(columns: [
      Column(id: "unit", label: LifeWords.unit, type: .reference(assessment.declaration.subject)),
      Column(id: "indicator", label: CommandWords.indicator, type: .text),
      Column(id: "name", label: CommandWords.indicatorName, type: .text),
      Column(id: "what", label: LifeWords.what, type: .text),
      Column(id: "before", label: LifeWords.before, type: .text),
      Column(id: "now", label: LifeWords.now, type: .text),
    ])
    func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }
    table.rows = changes.map { change in
      Table.Row([
        .reference(change.unit), change.indicator.map(Value.text) ?? .null, text(change.name),
        .text(change.column.text(context.language)), text(change.before), text(change.now),
      ])
    }
    table.remarks = remarks
    return .table(table)
  }

  private func checkSealed(
    _ version: Int64, _ assessment: Assessment, _ year: Period, _ life: LifeKeeper,
    _ arguments: CommandArguments,
    _ context: any CommandContext
  ) throws {
    let table = try context.query(
      "\(assessment.quoted("sealed_result")) | where year == $the_year | select version | distinct",
      variables: ["the_year": .period(year)])
    let known = table.rows.compactMap { $0.values.first.map(InputGatherer.text) }
    guard !known.contains("\(version)") else { return }
    throw Diagnostic(
      LifeFaults.noSuchVersion,
      life.words.merging(["version": "\(version)", "versions": known.joined(separator: "、")]) { $1 },
      at: arguments.span("edition"))
  }
}

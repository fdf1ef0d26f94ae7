import KitModel
import KitWorkspace

/// `duty sensitivity 2024` 履职 敏感性: how far the ranks hang on the weights.
struct SensitivityCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "敏感性", "sensitivity"), meaning: QuestionWords.sensitivity,
      parameters: [
        yearParameter,
        .option(
          "draws", QuestionWords.draws, .value(.integer), default: .integer(1000),
          help: QuestionWords.drawsHelp),
        .option("seed", QuestionWords.seed, .value(.integer), help: QuestionWords.seedHelp),
      ],
      examples: [.init("\(assessment.plugin) sensitivity 2024 --seed 2024", QuestionWords.sensitivityExample)]
    )
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let rubric = try rubricOfMarks(year, arguments, context)
    let draws = arguments.integer("draws") ?? 1000
    guard (1...100_000).contains(draws) else {
      throw Diagnostic(QuestionFaults.drawsOutside, ["found": "\(draws)"], at: arguments.span("draws"))
    }
    // Without a seed the year is one: the same question gets the same answer.
    let seed = arguments.integer("seed") ?? year.year
    let input = try InputGatherer(assessment: assessment, rubric: rubric, context: context).input()
    let result = Scorer(rubric: rubric).score(input)
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    let lines = Sensitivity(result: result, draws: draws, seed: UInt64(bitPattern: Int64(seed))).lines()
    var table = Table(columns: [
      Column(id: "unit", label: LifeWords.unit, type: .reference(assessment.declaration.subject)),
      Column(id: "rank", label: CommandWords.rankColumn, type: .integer),
      Column(id: "mean", label: QuestionWords.meanRank, type: .real),
      Column(id: "least", label: QuestionWords.bestRank, type: .integer),
      Column(id: "greatest", label: QuestionWords.worstRank, type: .integer),
      Column(id: "kept", label: QuestionWords.kept, type: .percent(scale: 4)),
    ])
    table.rows = lines.map { line in
      let key = result.subjects[line.subject].subject.key
      let kept = Fraction(Int64(line.kept), over: Int64(draws))?.decimal(places: 4)
      return Table.Row([
        .reference(Reference(key: key, name: names.name(of: key))), .integer(Int64(line.rank)),
        .real((line.mean * 100).rounded() / 100), .integer(Int64(line.least)), .integer(Int64(line.greatest)),
        kept.map(Value.decimal) ?? .null,
      ])
    }
    table.remarks = [
      Diagnostic(QuestionFaults.drawn, ["draws": "\(draws)", "seed": "\(seed)"], severity: .note)
    ]
    return .table(table)
  }
}

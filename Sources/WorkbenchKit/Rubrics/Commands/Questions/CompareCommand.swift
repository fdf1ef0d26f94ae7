import KitModel
import KitWorkspace

/// `duty compare 2024 青石镇` 履职 对比: parts of the full marks now and in an earlier year, by the crosswalk.
struct CompareCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "对比", "compare"), meaning: QuestionWords.compare,
      parameters: [
        yearParameter,
        .positional("unit", LifeWords.unit, required: false, help: QuestionWords.compareUnitHelp),
      ],
      examples: [.init("\(assessment.plugin) compare 2024 青石镇", QuestionWords.compareExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let rubric = try rubricOfMarks(year, arguments, context)
    guard let crosswalk = rubric.crosswalk else {
      throw Diagnostic(
        QuestionFaults.noCrosswalk, words(year).merging(["file": rubric.file]) { $1 }, at: arguments.nameSpan)
    }
    let faults = try RubricQueries(assessment: assessment, rubric: rubric, context: context).crosswalk()
    if !faults.isEmpty { throw Diagnostics(faults) }
    let earlier = try KeptRubric.quietly(of: crosswalk.from, assessment, context)
    let now = try ExactMarks(assessment, year, rubric, context)
    let before = try ExactMarks(assessment, crosswalk.from, earlier, context)
    for (kept, of) in [(now, year), (before, crosswalk.from)] where kept.isEmpty {
      throw Diagnostic(AssessmentFaults.noResults, words(of), at: arguments.nameSpan)
    }
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    var subjects = names.subjects.map(\.key)
    if let wanted = arguments.text("unit") {
      subjects = [try names.wanted(wanted, words(year), at: arguments.span("unit"))]
    }
    var table = Table(columns: [
      Column(id: "unit", label: LifeWords.unit, type: .reference(assessment.declaration.subject)),
      Column(id: "indicator", label: CommandWords.indicator, type: .text),
      Column(id: "name", label: CommandWords.indicatorName, type: .text),
      Column(id: "earlier", label: QuestionWords.earlier, type: .text),
      Column(id: "rate_before", label: QuestionWords.rateBefore, type: .percent(scale: 4)),
      Column(id: "rate", label: QuestionWords.rateNow, type: .percent(scale: 4)),
      Column(id: "change", label: QuestionWords.change, type: .percent(scale: 4)),
    ])
    for key in subjects {
      for pair in crosswalk.pairs {
        let new = rate([pair.now], key, now)
        let old = rate(pair.before, key, before)
        let change = new.flatMap { new in old.map { new - $0 } }
        table.rows.append(
          Table.Row([
            .reference(Reference(key: key, name: names.name(of: key))), .text(pair.now),
            rubric.indicator(pair.now).map { .text($0.label.text(context.language)) } ?? .null,
            .text(pair.before.joined(separator: "、")), percent(old), percent(new), percent(change),
          ]))
      }
    }
    table.remarks = [
      Diagnostic(
        QuestionFaults.compared, ["before": crosswalk.from.stored, "now": year.stored], severity: .note)
    ]
    return .table(table)
  }

  /// Marks together ÷ what was attainable, exact; nil where one of them has no mark.
  private func rate(_ indicators: [String], _ unit: String, _ marks: ExactMarks) -> Fraction? {
    let found = indicators.compactMap { marks.mark($0, of: unit) }
    guard found.count == indicators.count else { return nil }
    let attainable = found.reduce(Fraction.zero) { $0 + $1.attainable }
    return found.reduce(Fraction.zero) { $0 + $1.exact }.divided(by: attainable)
  }

  private func percent(_ rate: Fraction?) -> Value { rate?.decimal(places: 4).map(Value.decimal) ?? .null }
}

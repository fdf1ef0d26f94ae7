import KitModel
import KitWorkspace

/// `duty simulate 2024 青石镇 C2=7 --weight C=30` 履职 模拟: what other marks or weights would make of the result.
/// Nothing is kept.
struct SimulateCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "模拟", "simulate"), meaning: QuestionWords.simulate,
      parameters: [
        yearParameter, .positional("unit", LifeWords.unit, help: LifeWords.unitHelp),
        .option("weight", QuestionWords.weight, .pair, repeated: true, help: QuestionWords.weightHelp),
      ], takesFreeOptions: true,
      examples: [
        .init("\(assessment.plugin) simulate 2024 青石镇 C2=7 --weight C=30", QuestionWords.simulateExample)
      ])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let rubric = try rubricOfMarks(year, arguments, context)
    let input = try InputGatherer(assessment: assessment, rubric: rubric, context: context).input()
    let before = Scorer(rubric: rubric).score(input)
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    let wanted = arguments.text("unit") ?? ""
    guard let key = names.key(of: wanted), let subject = input.subjects.firstIndex(where: { $0.key == key })
    else { throw names.unknown(wanted, words(year), at: arguments.span("unit")) }
    var outcomes = before.outcomes
    for free in arguments.free { try set(free, of: subject, in: rubric, &outcomes) }
    let weights = try weights(arguments, rubric)
    if arguments.free.isEmpty, weights.isEmpty {
      throw Diagnostic(QuestionFaults.nothingToSimulate, words(year), at: arguments.nameSpan)
    }
    let changed = try Reweighting(rubric: rubric, wanted: weights).rubric { id in
      Diagnostic(QuestionFaults.weightTooLarge, ["id": id], at: arguments.span("weight"))
    }
    let after = Scorer(rubric: changed).result(
      of: input, Reweighting.outcomes(outcomes, from: rubric, to: changed))
    return .table(table(before, after, subject, names))
  }

  private func set(
    _ free: CommandArguments.Free, of subject: Int, in rubric: Rubric, _ outcomes: inout [[LeafOutcome]]
  ) throws {
    guard let indicator = rubric.indicator(free.name), let place = rubric.leaves.firstIndex(of: indicator)
    else {
      throw Diagnostic(
        AssessmentFaults.noSuchIndicatorHere,
        words(rubric.year).merging([
          "id": free.name, "ids": rubric.leaves.map(\.id).joined(separator: "、"),
        ]) { $1 }, at: free.span)
    }
    let text = InputGatherer.text(free.value)
    guard indicator.leaf?.rule.isVeto != true, let mark = Fraction(text) else {
      throw Diagnostic(QuestionFaults.noMark, ["id": indicator.id, "found": text], at: free.span)
    }
    try indicator.refuse(mark, at: free.span)
    outcomes[place][subject] = .mark(mark)
  }

  private func weights(_ arguments: CommandArguments, _ rubric: Rubric) throws -> [String: Fraction] {
    var weights: [String: Fraction] = [:]
    for pair in arguments.texts("weight") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let indicator = rubric.indicator(parts[0]), let value = Fraction(parts[1]),
        !value.isNegative, !indicator.isExtra
      else {
        throw Diagnostic(QuestionFaults.badWeight, ["found": pair], at: arguments.span("weight"))
      }
      weights[indicator.id] = value
    }
    return weights
  }

  /// The subject, and all whose grade or rank would be another one.
  private func table(
    _ before: ScoringResult, _ after: ScoringResult, _ subject: Int, _ names: SubjectNames
  ) -> Table {
    let marks = DataType.decimal(precision: 18, scale: assessment.declaration.places)
    let columns = [
      Column(id: "unit", label: LifeWords.unit, type: .reference(assessment.declaration.subject)),
      Column(id: "score_before", label: QuestionWords.scoreBefore, type: marks),
      Column(id: "score", label: QuestionWords.scoreNow, type: marks),
      Column(id: "grade_before", label: QuestionWords.gradeBefore, type: .text),
      Column(id: "grade", label: QuestionWords.gradeNow, type: .text),
      Column(id: "rank_before", label: QuestionWords.rankBefore, type: .integer),
      Column(id: "rank", label: QuestionWords.rankNow, type: .integer),
    ]
    func row(_ place: Int) -> Table.Row {
      let (old, new) = (before.subjects[place], after.subjects[place])
      func mark(_ total: Fraction?) -> Value {
        total?.decimal(places: assessment.declaration.places, before.rubric.rounding.rule).map(Value.decimal)
          ?? .null
      }
      func rank(_ rank: Int?) -> Value { rank.map { .integer(Int64($0)) } ?? .null }
      return Table.Row([
        .reference(Reference(key: old.subject.key, name: names.name(of: old.subject.key))),
        mark(old.total.rounded), mark(new.total.rounded), old.grade.map(Value.text) ?? .null,
        new.grade.map(Value.text) ?? .null, rank(old.rank), rank(new.rank),
      ])
    }
    let moved = before.subjects.indices.filter { place in
      place != subject
        && (before.subjects[place].rank != after.subjects[place].rank
          || before.subjects[place].grade != after.subjects[place].grade)
    }.sorted { (after.subjects[$0].rank ?? .max) < (after.subjects[$1].rank ?? .max) }
    return Table(
      columns: columns, rows: ([subject] + moved).map(row),
      remarks: [Diagnostic(QuestionFaults.simulated, ["count": "\(moved.count)"], severity: .note)])
  }
}

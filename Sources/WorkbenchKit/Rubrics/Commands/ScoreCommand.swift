import KitModel
import KitStore
import KitWorkspace

/// `duty score 2024` 履职 评分: works the rubric out and keeps marks, totals, grades and ranks.
struct ScoreCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "评分", "score"), meaning: CommandWords.score, parameters: [yearParameter],
      effects: [.reads, .writes],
      examples: [.init("\(assessment.plugin) score 2024", CommandWords.scoreExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let workspace = try openWorkspace(context)
    let state = try AssessmentState(of: year, assessment, context)
    if let state { try refuse(state, year, arguments) }
    let rubric = try rubric(year, arguments, context)
    if rubric.isExample {
      context.remark(Diagnostic(AssessmentFaults.example, ["file": rubric.file], severity: .note))
    }
    let input = try InputGatherer(assessment: assessment, rubric: rubric, context: context).input()
    let result = Scorer(rubric: rubric).score(input)
    let version = state?.version ?? 1
    _ = try workspace.store.change(context.changeContext, isDryRun: context.isDryRun) { change in
      try dropStale(rubric, input, context)
      try ResultWriter(
        assessment: assessment, result: result, version: version, language: context.language,
        entities: workspace.entities
      ).write(in: change)
      try keepStage(result, version, state, context)
    }
    return .notice(try summary(result, year, context))
  }

  /// What was decided is not scored again.
  private func refuse(_ state: AssessmentState, _ year: Period, _ arguments: CommandArguments) throws {
    switch state.stage {
    case .preliminary, .feedback, .review: return
    case .sealed:
      throw Diagnostic(
        AssessmentFaults.sealedAlready,
        words(year).merging(["version": "\(state.version)", "day": state.sealedOn?.iso ?? ""]) { $1 },
        at: arguments.nameSpan)
    case .decided, .announced:
      throw Diagnostic(
        AssessmentFaults.decidedAlready, words(year).merging(["state": state.stage.rawValue]) { $1 },
        at: arguments.nameSpan)
    }
  }

  /// Takes away rows of subjects and indicators that are no longer assessed.
  private func dropStale(_ rubric: Rubric, _ input: ScoringInput, _ context: any CommandContext) throws {
    let keys = Set(input.subjects.map(\.key))
    let ids = Set(rubric.all.map(\.id))
    let units = try context.query(
      "\(assessment.quoted("result")) | where year == $year | select unit",
      variables: ["year": .period(rubric.year)])
    for key in units.rows.compactMap({ $0.values.first.flatMap(InputGatherer.key) }) where !keys.contains(key)
    {
      for relation in ["result", "mark"] {
        try context.change(
          "\(assessment.quoted(relation)) | where year == $year and unit == $unit | delete",
          variables: ["year": .period(rubric.year), "unit": .text(key)])
      }
    }
    let kept = try context.query(
      "\(assessment.quoted("mark")) | where year == $year | select indicator | distinct",
      variables: ["year": .period(rubric.year)])
    for id in kept.rows.compactMap({ $0.values.first.map(InputGatherer.text) }) where !ids.contains(id) {
      try context.change(
        "\(assessment.quoted("mark")) | where year == $year and indicator == $indicator | delete",
        variables: ["year": .period(rubric.year), "indicator": .text(id)])
    }
  }

  private func keepStage(
    _ result: ScoringResult, _ version: Int64, _ state: AssessmentState?, _ context: any CommandContext
  ) throws {
    let scored = result.subjects.filter { $0.total.state == .mark }.count
    try context.change(
      """
      [year, version, rubric, code, state, subjects, scored, scored_on, scored_by; \
      $year, $version, $rubric, $code, $state, $subjects, $scored, $day, $person] \
      | into \(assessment.quoted("assessment")) update
      """,
      variables: [
        "year": .period(result.rubric.year), "version": .integer(version),
        "rubric": .text(result.rubric.label.zh),
        "code": .text(result.rubric.code), "state": .text((state?.stage ?? .preliminary).rawValue),
        "subjects": .integer(Int64(result.subjects.count)), "scored": .integer(Int64(scored)),
        "day": .date(context.asOf), "person": .text(context.person),
      ])
  }

  private func summary(_ result: ScoringResult, _ year: Period, _ context: any CommandContext) throws
    -> Diagnostic
  {
    let scored = result.subjects.filter { $0.total.state == .mark }
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    for subject in result.subjects where subject.total.state == .missing {
      context.remark(
        Diagnostic(
          AssessmentFaults.someMissing,
          [
            "subject": names.name(of: subject.subject.key),
            "indicators": subject.total.blocking.joined(separator: "、"),
          ], severity: .warning))
    }
    let grades = (result.rubric.grading?.grades ?? []).map { grade in
      "\(grade.name) \(scored.filter { $0.grade == grade.name }.count)"
    }
    return Diagnostic(
      AssessmentFaults.scored,
      words(year).merging([
        "count": "\(result.subjects.count)", "scored": "\(scored.count)",
        "grades": grades.isEmpty ? "—" : grades.joined(separator: "，"),
      ]) { $1 }, severity: .note)
  }
}

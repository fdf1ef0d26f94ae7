import Dispatch
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
    for fault in try RubricQueries(assessment: assessment, rubric: rubric, context: context).crosswalk() {
      var remark = fault
      // It stands in the way of comparing alone.
      remark.severity = .warning
      context.remark(remark)
    }
    try OutdatedSheets(assessment: assessment, rubric: rubric, context: context).remarks()
      .forEach(context.remark)
    let input = try InputGatherer(assessment: assessment, rubric: rubric, context: context)
      .input(isWrittenNext: true)
    let result = Scorer(rubric: rubric).score(input)
    let version = state?.version ?? 1
    try context.changing { change in
      try dropStale(rubric, input, context)
      try ResultWriter(
        assessment: assessment, result: result, version: version, entities: workspace.entities,
        context: context
      ).write(in: change)
      try keepStage(result, version, state, context)
      try KeptRubric.keep(rubric, in: workspace.store)
    }
    let notice = try summary(result, year, context)
    // Hundreds of thousands of small pieces, which nobody has to wait for.
    DispatchQueue.global().async { withExtendedLifetime((input, result)) {} }
    return .notice(notice)
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
      "\(assessment.quoted("result")) | where year == $the_year | select unit",
      variables: ["the_year": .period(rubric.year)])
    for key in units.rows.compactMap({ $0.values.first.flatMap(InputGatherer.key) }) where !keys.contains(key)
    {
      for relation in ["result", "mark"] {
        try context.change(
          "\(assessment.quoted(relation)) | where year == $the_year and unit == $the_unit | delete",
          variables: ["the_year": .period(rubric.year), "the_unit": .text(key)])
      }
    }
    let kept = try context.query(
      "\(assessment.quoted("mark")) | where year == $the_year | select indicator | distinct",
      variables: ["the_year": .period(rubric.year)])
    for id in kept.rows.compactMap({ $0.values.first.map(InputGatherer.text) }) where !ids.contains(id) {
      try context.change(
        "\(assessment.quoted("mark")) | where year == $the_year and indicator == $the_indicator | delete",
        variables: ["the_year": .period(rubric.year), "the_indicator": .text(id)])
    }
  }

  private func keepStage(
    _ result: ScoringResult, _ version: Int64, _ state: AssessmentState?, _ context: any CommandContext
  ) throws {
    let scored = result.subjects.filter { $0.total.state == .mark }.count
    try context.change(
      """
      [year, version, rubric, code, state, subjects, scored, scored_on, scored_by; \
      $the_year, $the_version, $the_rubric, $the_code, $the_state, $the_subjects, $the_scored, $the_day, $the_person] \
      | into \(assessment.quoted("assessment")) update
      """,
      variables: [
        "the_year": .period(result.rubric.year), "the_version": .integer(version),
        "the_rubric": .text(result.rubric.label.zh),
        "the_code": .text(result.rubric.code), "the_state": .text((state?.stage ?? .preliminary).rawValue),
        "the_subjects": .integer(Int64(result.subjects.count)), "the_scored": .integer(Int64(scored)),
        // Who gave the first marks, and when, stays, whoever works them out again after objections.
        "the_day": .date(
          state.flatMap { $0.stage == .preliminary ? nil : $0.scoredOn } ?? context.asOf),
        "the_person": .text(
          state.map { $0.stage == .preliminary ? context.person : $0.scoredBy } ?? context.person),
      ])
  }

  private func summary(_ result: ScoringResult, _ year: Period, _ context: any CommandContext) throws
    -> Diagnostic
  {
    let scored = result.subjects.filter { $0.total.state == .mark }
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    // Those that lack the same are told together.
    let places = Dictionary(
      result.leaves.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func lackingText(_ subject: Int, _ language: UILanguage) -> String {
      LackingMarks.text(
        result.subjects[subject].total.blocking.map { id in
          guard let outcome = places[id].map({ result.outcomes[$0][subject] }), outcome.state == .refused
          else { return (id, nil) }
          return (id, outcome.remarks.map { $0.text(language) }.joined(separator: "，"))
        }, language)
    }
    let lacking = result.subjects.indices.filter { result.subjects[$0].total.state == .missing }
    let groups = Dictionary(grouping: lacking) { lackingText($0, context.language) }
    for (text, first) in lacking.map({ (lackingText($0, context.language), $0) }).uniqued(by: { $0.0 }) {
      let members = (groups[text] ?? []).map { names.name(of: result.subjects[$0].subject.key) }
      let more = members.count > 5
      context.remark(
        Diagnostic(
          members.count == 1 ? AssessmentFaults.someMissing : AssessmentFaults.severalMissing,
          [
            "subject": members.prefix(5).joined(separator: "、") + (more ? " …" : ""),
            "count": "\(members.count)",
            "lacking": lackingText(first, .zh), "lackingEn": lackingText(first, .en),
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

extension Sequence {
  /// The first element of each kind, in their order.
  func uniqued<Kind: Hashable>(by kind: (Element) -> Kind) -> [Element] {
    var seen: Set<Kind> = []
    return filter { seen.insert(kind($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of its first place.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

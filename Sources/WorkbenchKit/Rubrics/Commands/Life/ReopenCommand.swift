import KitModel
import KitPapers
import KitWorkspace

/// `duty reopen 2024 --body … --number … --date … --reason …` 履职 重开: a new version beside the sealed one, by a
/// decision.
struct ReopenCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "重开", "reopen"), meaning: LifeWords.reopen,
      parameters: [
        yearParameter, .option("body", LifeWords.body, required: true, help: LifeWords.bodyHelp),
        .option("number", LifeWords.documentNumber, required: true, help: LifeWords.documentNumberHelp),
        .option("date", LifeWords.date, .value(.date), required: true, help: LifeWords.decisionDateHelp),
        .option("reason", LifeWords.reason, required: true, help: LifeWords.reopenReasonHelp),
      ],
      effects: [.reads, .writes],
      examples: [
        .init(
          "\(assessment.plugin) reopen 2024 --body 区政府教育督导委员会 --number 云督委〔2025〕3号 --date 2025-03-01 --reason \"数据更正\"",
          LifeWords.reopenExample)
      ])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let stages: [AssessmentStage] = [.decided, .announced, .sealed]
    let state = try life.state(in: stages, for: LifeWords.reopenAction, at: arguments.nameSpan)
    try context.need(.approve, for: LifeWords.reopenAction, at: arguments.nameSpan)
    let body = arguments.text("body") ?? ""
    let number = arguments.text("number") ?? ""
    let reason = arguments.text("reason") ?? ""
    try life.refuseToCome(arguments.date("date"), at: arguments.span("date"))
    // What is not sealed yet goes back to its first station; what is sealed stays, and a new version begins.
    let version = state.stage == .sealed ? state.version + 1 : state.version
    try context.change(
      """
      [year, version, state, rubric, code, scored_by, reopened_body, reopened_number, reopened_on, reopened_reason; \
      $the_year, $the_version, $the_state, $the_rubric, $the_code, $the_person, $the_body, $the_number, $the_day, \
      $the_reason] | into \(assessment.quoted("assessment")) update
      """,
      variables: [
        "the_year": .period(year), "the_version": .integer(version),
        "the_state": .text(AssessmentStage.preliminary.rawValue), "the_code": .text(state.code),
        "the_rubric": .text(state.rubric), "the_person": .text(state.scoredBy),
        "the_body": .text(body), "the_number": .text(number),
        "the_day": arguments.value("date") ?? .null, "the_reason": .text(reason),
      ])
    // The days of the stations that it goes back over are those of a life that has ended.
    if version == state.version {
      let later = [
        "feedback_on", "review_until", "decided_on", "decided_by", "announced_on", "notice_until",
      ]
      try life.set(state, later.map { ($0, .null) })
    }
    return .notice(
      Diagnostic(
        LifeFaults.reopened, words(year).merging(["version": "\(version)"]) { $1 }, severity: .note))
  }
}

import KitModel
import KitWorkspace

/// `duty feedback 2024` 履职 反馈: the preliminary marks go to the units; the days for objections begin.
struct FeedbackCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "反馈", "feedback"), meaning: LifeWords.feedback, parameters: [yearParameter],
      effects: [.reads, .writes],
      examples: [.init("\(assessment.plugin) feedback 2024", LifeWords.feedbackExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let state = try life.state(in: [.preliminary], for: LifeWords.feedbackAction, at: arguments.nameSpan)
    try life.refuse(
      context.asOf, of: LifeWords.feedbackDay, before: state.scoredOn, LifeWords.scoringDay,
      at: arguments.nameSpan)
    let rubric = try rubric(year, arguments, context)
    if rubric.code != state.code {
      throw Diagnostic(
        LifeFaults.scoreAgain, words(year).merging(["before": state.code, "now": rubric.code]) { $1 },
        at: arguments.nameSpan)
    }
    try life.refuseVoided(rubric, LifeWords.feedbackAction, at: arguments.nameSpan)
    let until = try life.day(
      rubric.life.reviewDays, after: context.asOf, workdays: rubric.life.countsWorkdays)
    try life.set(
      state,
      [
        ("state", .text(AssessmentStage.feedback.rawValue)), ("feedback_on", .date(context.asOf)),
        ("review_until", .date(until)),
      ])
    return .notice(
      Diagnostic(
        LifeFaults.fedBack, words(year).merging(["until": until.iso]) { $1 }, severity: .note))
  }
}

import KitModel
import KitWorkspace

/// `duty announce 2024` 履职 公示: the result is announced; the days of public notice begin.
struct AnnounceCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "公示", "announce"), meaning: LifeWords.announce, parameters: [yearParameter],
      effects: [.reads, .writes],
      examples: [.init("\(assessment.plugin) announce 2024", LifeWords.announceExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let state = try life.state(in: [.decided], for: LifeWords.announceAction, at: arguments.nameSpan)
    try life.refuse(
      context.asOf, of: LifeWords.noticeDay, before: state.decidedOn, LifeWords.approvalDay,
      at: arguments.nameSpan)
    let rubric = try rubric(year, arguments, context)
    let until = try life.day(
      rubric.life.noticeDays, after: context.asOf, workdays: rubric.life.countsWorkdays)
    try life.set(
      state,
      [
        ("state", .text(AssessmentStage.announced.rawValue)), ("announced_on", .date(context.asOf)),
        ("notice_until", .date(until)),
      ])
    return .notice(
      Diagnostic(
        LifeFaults.announced, words(year).merging(["until": until.iso]) { $1 }, severity: .note))
  }
}

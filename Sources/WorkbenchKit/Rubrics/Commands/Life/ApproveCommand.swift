import KitModel
import KitPapers
import KitWorkspace

/// `duty approve 2024` 履职 审定: the marks are decided, by someone other than who scored.
struct ApproveCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "审定", "approve"), meaning: LifeWords.approve, parameters: [yearParameter],
      effects: [.reads, .writes],
      examples: [.init("\(assessment.plugin) approve 2024", LifeWords.approveExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let action = LifeWords.approveAction
    let span = arguments.nameSpan
    let state = try life.state(in: [.feedback, .review], for: action, at: span)
    try context.need(.approve, for: action, at: span)
    let staff = context.workspace?.opened?.configuration.staff ?? []
    if state.scoredBy == context.person {
      // One person alone cannot have another approve; the paper says so.
      guard staff.count <= 1 else {
        throw Diagnostic(
          LifeFaults.ownScoring, words(year).merging(["person": context.person]) { $1 }, at: span)
      }
      context.remark(Diagnostic(LifeFaults.officeOfOne, ["person": context.person], severity: .warning))
    }
    if let until = state.reviewUntil, context.asOf <= until {
      throw Diagnostic(LifeFaults.reviewRuns, words(year).merging(["until": until.iso]) { $1 }, at: span)
    }
    try life.refuseWhileOpen(action, at: span)
    try life.refuse(
      context.asOf, of: LifeWords.approvalDay, before: state.scoredOn, LifeWords.scoringDay, at: span)
    let scored = try life.lastScoring()
    try life.refuse(
      context.asOf, of: LifeWords.approvalDay, before: scored, LifeWords.lastScoringDay, at: span)
    let decided = try life.lastDecision()
    try life.refuse(context.asOf, of: LifeWords.approvalDay, before: decided, LifeWords.decisionDay, at: span)
    let rubric = try rubric(year, arguments, context)
    try life.refuseVoided(rubric, action, at: span)
    try refuseStale(rubric, state, arguments, context)
    try tellMissing(year, context)
    try context.transaction {
      try life.set(
        state,
        [
          ("state", .text(AssessmentStage.decided.rawValue)), ("decided_on", .date(context.asOf)),
          ("decided_by", .text(context.person)),
        ])
      if let store = context.workspace?.store { try KeptRubric.keep(rubric, in: store) }
    }
    return .notice(Diagnostic(LifeFaults.approved, words(year), severity: .note))
  }

  /// What was decided on must be what the data gives now: no mark changed since it was scored.
  private func refuseStale(
    _ rubric: Rubric, _ state: AssessmentState, _ arguments: CommandArguments, _ context: any CommandContext
  ) throws {
    let difference = try Recomputation(assessment: assessment, rubric: rubric, context: context).difference(
      from: .present)
    guard !difference.isEmpty || rubric.code != state.code else { return }
    throw Diagnostic(
      LifeFaults.stale, words(rubric.year).merging(["count": "\(difference.count)"]) { $1 },
      at: arguments.nameSpan)
  }

  /// Subjects without a total may be approved, as when one is not assessed this year; but not silently.
  private func tellMissing(_ year: Period, _ context: any CommandContext) throws {
    let table = try context.query(
      "\(assessment.quoted("result")) | where year == $the_year and score is null | select unit",
      variables: ["the_year": .period(year)])
    if table.rows.isEmpty { return }
    if try context.query(
      "\(assessment.quoted("result")) | where year == $the_year and score is not null | select unit | take 1",
      variables: ["the_year": .period(year)]
    ).rows.isEmpty {
      throw Diagnostic(LifeFaults.nobodyScored, words(year))
    }
    let names = table.rows.compactMap { $0.values.first.map(InputGatherer.text) }
    context.remark(
      Diagnostic(
        LifeFaults.approvedWithout,
        [
          "count": "\(names.count)",
          "names": names.prefix(5).joined(separator: "、") + (names.count > 5 ? " …" : ""),
        ],
        severity: .warning))
  }
}

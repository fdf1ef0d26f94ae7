import KitModel
import KitPapers
import KitWorkspace

/// `duty decide 2024 履职2024-001 --mark 5 --opinion …` 履职 复核: what becomes of an objection.
struct DecideCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "复核", "decide"), meaning: LifeWords.decide,
      parameters: [
        yearParameter, .positional("number", LifeWords.number, help: LifeWords.numberHelp),
        .option("mark", LifeWords.mark, .value(.decimal(precision: 18, scale: 4)), help: LifeWords.markHelp),
        .flag("uphold", LifeWords.uphold, help: LifeWords.upholdHelp),
        .flag("lift", LifeWords.lift, help: LifeWords.liftHelp),
        .option("opinion", LifeWords.opinion, required: true, help: LifeWords.opinionHelp),
      ],
      effects: [.reads, .writes],
      examples: [
        .init(
          "\(assessment.plugin) decide 2024 \(assessment.label.zh)2024-001 --mark 6 --opinion \"台账属实\"",
          LifeWords.decideExample)
      ])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    guard assessment.declaration.objections != nil else {
      throw Diagnostic(LifeFaults.noObjections, words(year), at: arguments.nameSpan)
    }
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let state = try life.state(in: [.review], for: LifeWords.decideAction, at: arguments.nameSpan)
    let rubric = try rubric(year, arguments, context)
    let number = arguments.text("number") ?? ""
    let objections = Objections(assessment: assessment, context: context)
    let all = try objections.all(of: year)
    guard let objection = all.first(where: { NameKey($0.number) == NameKey(number) }) else {
      throw Diagnostic(
        LifeFaults.noSuchObjection,
        words(year).merging([
          "number": number, "numbers": all.map(\.number).joined(separator: "、"),
        ]) { $1 }, at: arguments.span("number"))
    }
    guard objection.state.isOpen else {
      throw Diagnostic(
        LifeFaults.decidedBefore,
        ["number": number, "state": objection.state.label.zh, "stateEn": objection.state.label.en],
        at: arguments.span("number"))
    }
    try life.refuse(
      context.asOf, of: LifeWords.decisionDay, before: objection.submittedOn, LifeWords.objectionDay,
      at: arguments.nameSpan)
    let values = try decision(objection, rubric, arguments)
    let opinion = try opinion(on: objection, life, state, arguments)
    try objections.update(
      objection.number,
      values + [
        ("decided_by", .text(context.person)), ("decided_on", .date(context.asOf)),
        ("decision", .text(opinion)),
      ])
    return .notice(
      Diagnostic(
        arguments.flag("uphold") ? LifeFaults.upheld : LifeFaults.decided,
        words(year).merging(["number": objection.number]) { $1 }, severity: .note))
  }

  /// The opinion as it is kept. Refused to who gave the first mark or registered the objection; where the office has
  /// one person it says so, on every paper.
  private func opinion(
    on objection: Objections.Objection, _ life: LifeKeeper, _ state: AssessmentState,
    _ arguments: CommandArguments
  ) throws -> String {
    let context = life.context
    let given = arguments.text("opinion") ?? ""
    let facts = ["person": context.person, "number": objection.number]
    let scored = try life.firstAssessors(of: objection.unit, objection.indicator, state)
      .contains(context.person)
    let registered =
      try Objections(assessment: assessment, context: context).registrar(of: objection.number)
      == context.person
    guard scored || registered else {
      try context.need([.review, .approve], for: LifeWords.decideAction, at: arguments.nameSpan)
      return given
    }
    guard context.workspace?.opened?.configuration.staff.count ?? 0 <= 1 else {
      throw Diagnostic(
        scored ? LifeFaults.ownMark : LifeFaults.ownObjection, facts, at: arguments.nameSpan)
    }
    let parts =
      scored && registered
      ? LifeWords.partBoth : scored ? LifeWords.partScored : LifeWords.partRegistered
    context.remark(
      Diagnostic(
        LifeFaults.decidedByOne, facts.merging(["parts": parts.zh, "partsEn": parts.en]) { $1 },
        severity: .warning))
    return LifeWords.sameHands.text(context.language).replacing("{opinion}", with: given)
      .replacing("{parts}", with: parts.text(context.language)).replacing("{person}", with: context.person)
  }

  private func decision(
    _ objection: Objections.Objection, _ rubric: Rubric, _ arguments: CommandArguments
  ) throws -> [(column: String, value: Value)] {
    let indicator = rubric.indicator(objection.indicator)
    let isVeto = indicator?.leaf?.rule.isVeto ?? false
    let given = [arguments.flag("uphold"), arguments.flag("lift"), arguments.value("mark") != nil].filter {
      $0
    }
    guard given.count == 1 else { throw Diagnostic(LifeFaults.oneDecision, at: arguments.nameSpan) }
    if arguments.flag("uphold") { return [("state", .text(Objections.State.upheld.rawValue))] }
    if arguments.flag("lift") {
      if !isVeto { throw Diagnostic(LifeFaults.liftsVetoOnly, at: arguments.span("lift")) }
      return [("state", .text(Objections.State.changed.rawValue))]
    }
    if isVeto { throw Diagnostic(LifeFaults.markOfVeto, at: arguments.span("mark")) }
    let mark = arguments.value("mark").flatMap(InputGatherer.number) ?? .zero
    try indicator?.refuse(mark, at: arguments.span("mark"))
    return [
      ("state", .text(Objections.State.changed.rawValue)),
      ("mark_after", mark.decimal(places: 4).map(Value.decimal) ?? .null),
    ]
  }
}

extension Indicator {
  /// Refuses a mark that its rule cannot give: out of its range, or none of its steps.
  func refuse(_ mark: Fraction, at span: SourceSpan?) throws {
    let (least, most) = range
    if mark < least || mark > most {
      throw Diagnostic(
        LifeFaults.markOutside, ["mark": mark.text, "least": least.text, "most": most.text], at: span)
    }
    guard case .points(let steps)? = leaf?.rule, !steps.isEmpty, !steps.contains(mark) else { return }
    throw Diagnostic(
      LifeFaults.markNoStep,
      ["mark": mark.text, "indicator": id, "steps": steps.map(\.text).joined(separator: "、")], at: span)
  }

  /// The least and the most marks that it can give.
  var range: (least: Fraction, most: Fraction) {
    switch leaf?.rule {
    case .deduction(_, let floor)?: (min(floor, .zero), full)
    case .bonus(_, let cap)?: (.zero, max(cap, full))
    default: (.zero, full)
    }
  }
}

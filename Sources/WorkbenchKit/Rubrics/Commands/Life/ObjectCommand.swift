import KitModel
import KitWorkspace

/// `duty object 2024 青石镇 C2 --reason …` 履职 申请复核: registers what a unit objects to.
struct ObjectCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "申请复核", "object"), meaning: LifeWords.object,
      parameters: [
        yearParameter, .positional("unit", LifeWords.unit, help: LifeWords.unitHelp),
        .positional("indicator", CommandWords.indicator, help: LifeWords.indicatorHelp),
        .option("reason", LifeWords.reason, required: true, help: LifeWords.reasonHelp),
        .option("evidence", LifeWords.evidence, help: LifeWords.evidenceHelp),
        .option("date", LifeWords.date, .value(.date), help: LifeWords.dateHelp),
      ],
      effects: [.reads, .writes],
      examples: [
        .init("\(assessment.plugin) object 2024 青石镇 C2 --reason \"整治台账漏看一份\"", LifeWords.objectExample)
      ])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    guard assessment.declaration.objections != nil else {
      throw Diagnostic(LifeFaults.noObjections, words(year), at: arguments.nameSpan)
    }
    let life = LifeKeeper(assessment: assessment, year: year, context: context)
    let state = try life.state(in: [.feedback, .review], for: LifeWords.objectAction, at: arguments.nameSpan)
    let rubric = try rubric(year, arguments, context)
    let day = arguments.date("date") ?? context.asOf
    let reason = arguments.text("reason") ?? ""
    let daySpan = arguments.span("date") ?? arguments.nameSpan
    try life.refuse(
      day, of: LifeWords.objectionDay, before: state.feedbackOn, LifeWords.feedbackDay, at: daySpan)
    if let until = state.reviewUntil, day > until {
      throw Diagnostic(
        LifeFaults.tooLate, words(year).merging(["day": day.iso, "until": until.iso]) { $1 },
        at: daySpan)
    }
    try life.refuseToCome(day, at: daySpan)
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    let unit = try names.wanted(
      arguments.text("unit") ?? "", words(year), at: arguments.span("unit"))
    let id = arguments.text("indicator") ?? ""
    guard let indicator = rubric.indicator(id), indicator.leaf != nil else {
      throw Diagnostic(
        AssessmentFaults.noSuchIndicatorHere,
        words(year).merging(["id": id, "ids": rubric.leaves.map(\.id).joined(separator: "、")]) { $1 },
        at: arguments.span("indicator"))
    }
    let objections = Objections(assessment: assessment, context: context)
    let all = try objections.all(of: year)
    if let same = all.first(where: { $0.unit == unit && $0.indicator == indicator.id && $0.state.isOpen }) {
      throw Diagnostic(LifeFaults.objectedAlready, ["number": same.number], at: arguments.nameSpan)
    }
    let number = try objections.nextNumber(of: year)
    let mark =
      try context.query(
        """
        \(assessment.quoted("mark")) | where year == $the_year and unit == $the_unit and indicator == $the_indicator \
        | select mark
        """,
        variables: [
          "the_year": .period(year), "the_unit": .text(unit), "the_indicator": .text(indicator.id),
        ]
      ).rows.first?.values.first ?? .null
    try context.transaction {
      try objections.insert([
        ("number", .text(number)), ("unit", .text(unit)),
        ("subject", .text("\(assessment.label.zh) \(year.stored) \(indicator.id) \(indicator.label.zh)")),
        ("reason", .text(reason)), ("submitted_on", .date(day)),
        ("state", .text(Objections.State.registered.rawValue)), ("area", .text(assessment.plugin)),
        ("period", .period(year)), ("indicator", .text(indicator.id)), ("mark_before", mark),
        ("evidence", arguments.text("evidence").map(Value.text) ?? .null),
      ])
      if state.stage == .feedback { try life.set(state, [("state", .text(AssessmentStage.review.rawValue))]) }
    }
    return .notice(
      Diagnostic(
        LifeFaults.objected,
        words(year).merging([
          "number": number, "unit": names.name(of: unit), "indicator": indicator.id,
          "name": indicator.label.zh,
          "nameEn": indicator.label.en,
        ]) { $1 }, severity: .note))
  }
}

import KitModel
import KitPapers
import KitWorkspace

/// `duty findings 2024 --below 60%` 履职 记问题: what lost many marks becomes a finding, to be followed up like any other.
///
/// The number of a finding says year, unit and indicator, so that it is recorded once: one that is there already, mended
/// or not, stays as it is.
struct FindingsCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "记问题", "findings"), meaning: FindingWords.findings,
      parameters: [
        yearParameter,
        .positional("unit", LifeWords.unit, required: false, repeated: true, help: ReportWords.unitsHelp),
        .option(
          "below", FindingWords.below, .value(.percent(scale: 4)),
          default: .decimal(ExactDecimal(units: 6000, scale: 4)), help: FindingWords.belowHelp),
        .option("deadline", FindingWords.deadline, .value(.date), help: FindingWords.deadlineHelp),
      ],
      effects: [.reads, .writes],
      examples: [
        .init(
          "\(assessment.plugin) findings 2024 --below 60% --deadline 2025-06-30", FindingWords.findingsExample
        )
      ])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    guard let relation = assessment.declaration.findings else {
      throw Diagnostic(LifeFaults.noFindings, words(year), at: arguments.nameSpan)
    }
    let share = arguments.value("below").flatMap(InputGatherer.number) ?? .zero
    guard share > .zero, share <= 1 else {
      throw Diagnostic(LifeFaults.shareOutside, at: arguments.span("below") ?? arguments.nameSpan)
    }
    let (rubric, _) = try scored(year, arguments, context)
    let units = try keys(of: arguments.texts("unit"), year, arguments, context)
    let found = try findings(
      rubric, units, share, arguments.date("deadline"), context)
    let name = quotedRelation(relation)
    let known = try context.query(
      "\(name) | where number starts with $the_prefix | select number",
      variables: ["the_prefix": .text(assessment.label.zh + year.stored + "-")])
    let numbers = Set(known.rows.compactMap { $0.values.first.map(InputGatherer.text) })
    let new = found.filter { !numbers.contains($0.number) }
    try context.transaction {
      for finding in new { try context.insert(finding.values, into: name) }
    }
    return .notice(
      Diagnostic(
        LifeFaults.findingsRecorded,
        words(year).merging([
          "count": "\(new.count)", "units": "\(Set(new.map(\.unit)).count)",
          "known": "\(found.count - new.count)",
          "relation": relation, "prefix": assessment.label.zh + year.stored,
        ]) { $1 }, severity: .note))
  }

  private struct Finding {
    var number: String
    var unit: String
    var values: [(column: String, value: Value)]
  }

  private func findings(
    _ rubric: Rubric, _ units: Set<String>?, _ share: Fraction, _ deadline: CalendarDate?,
    _ context: any CommandContext
  ) throws -> [Finding] {
    let table = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year and state == "得分" and full > 0 and lost > 0 \
      | select unit, indicator, name, full, mark, lost, reason | sort unit, indicator
      """, variables: ["the_year": .period(rubric.year)])
    let leaves = Dictionary(rubric.leaves.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return table.rows.compactMap { row in
      let id = InputGatherer.text(row.values[1])
      guard let unit = InputGatherer.key(row.values[0]), units?.contains(unit) ?? true, let leaf = leaves[id],
        let full = InputGatherer.number(row.values[3]), let mark = InputGatherer.number(row.values[4]),
        mark < full * share
      else { return nil }
      let number = "\(assessment.label.zh)\(rubric.year.stored)-\(unit)-\(id)"
      var text = FindingWords.text.text(context.language)
      for (name, value) in [
        ("{name}", leaf.label.text(context.language)), ("{mark}", InputGatherer.text(row.values[4])),
        ("{full}", InputGatherer.text(row.values[3])),
        ("{reason}", row.values[6].isNull ? "" : InputGatherer.text(row.values[6])),
      ] { text = text.replacing(name, with: value) }
      return Finding(
        number: number, unit: unit,
        values: [
          ("number", .text(number)), ("unit", .text(unit)), ("indicator", .text("\(id) \(leaf.label.zh)")),
          ("text", .text(text)), ("basis", leaf.leaf?.standard.map(Value.text) ?? .null),
          ("status", .text("未整改")), ("found_on", .date(context.asOf)), ("found_by", .text(context.person)),
          ("deadline", deadline.map(Value.date) ?? .null),
        ])
    }
  }
}

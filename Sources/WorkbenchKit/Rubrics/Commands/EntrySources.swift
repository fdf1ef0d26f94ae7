import KitModel
import KitStore
import KitWorkspace

/// Where the marks and figures of an indicator came from: evaluator, value, file, sheet and cell.
struct EntrySources {
  let assessment: Assessment
  let rubric: Rubric
  let context: any CommandContext
  /// For a paper that goes to the unit: no files and cells, and of several evaluators of a kind only their mean.
  var isForPaper = false
  private let entity: EntityDeclaration?
  private let unit: String
  /// What was entered after the result had been decided.
  private let late: LateChanges?
  /// What was entered for the unit: evaluator, by, value, base and reason, by indicator.
  private let entries: [String: [Table.Row]]

  init(of unit: String, assessment: Assessment, rubric: Rubric, context: any CommandContext) throws {
    self.unit = unit
    self.assessment = assessment
    self.rubric = rubric
    self.context = context
    entity = context.workspace?.entities.first { $0.fullName == assessment.relation("entry") }
    late = try AssessmentState(of: rubric.year, assessment, context).flatMap {
      try LateChanges($0, assessment, rubric.year, context)
    }
    let table = try context.query(
      """
      \(assessment.quoted("entry")) | where year == $the_year and unit == $the_unit \
      | select evaluator, by, value, base, reason, indicator
      """, variables: ["the_year": .period(rubric.year), "the_unit": .text(unit)])
    entries = Dictionary(grouping: table.rows) { $0.values.last.map(InputGatherer.text) ?? "" }
  }

  /// `督导室 4.5（data/收件/….xlsx 评分表!F12）；…`; of anonymous evaluators only how many and their mean.
  func text(_ indicator: Indicator) throws -> String {
    guard let leaf = indicator.leaf else { return "" }
    if leaf.measure.pipelineText != nil {
      return (isForPaper ? CommandWords.measuredOnPaper : CommandWords.measured).text(context.language)
    }
    if case .decisions = leaf.measure { return "" }
    var parts: [String] = []
    for kind in rubric.evaluators {
      let rows = (entries[indicator.id] ?? []).filter { InputGatherer.text($0.values[0]) == kind.id }
      if rows.isEmpty { continue }
      let label = kind.label.text(context.language)
      if kind.isAnonymous, rows.count < kind.least {
        parts.append(
          CommandWords.anonymousFew.text(context.language)
            .replacing("{evaluator}", with: label).replacing("{count}", with: "\(rows.count)")
            .replacing("{least}", with: "\(kind.least)"))
        continue
      }
      if kind.isAnonymous || isForPaper && rows.count > 1 {
        let sum = rows.compactMap { InputGatherer.number($0.values[2]) }.reduce(Fraction.zero, +)
        let mean = sum.divided(by: Fraction(rows.count))?.decimal(places: assessment.declaration.places)
        parts.append(
          CommandWords.anonymous.text(context.language)
            .replacing("{evaluator}", with: label).replacing("{count}", with: "\(rows.count)")
            .replacing("{mean}", with: mean?.description ?? "—")
            + (try rows.lazy.compactMap { try changedSince($0, indicator) }.first ?? ""))
        continue
      }
      for row in rows { parts.append(try part(label, row, indicator)) }
    }
    return parts.joined(separator: "；")
  }

  private func part(_ label: String, _ row: Table.Row, _ indicator: Indicator) throws
    -> String
  {
    let isRatio = if case .figure(_, true, _)? = indicator.leaf?.measure { true } else { false }
    let figures = (isRatio ? [row.values[2], row.values[3]] : [row.values[2]]).compactMap {
      InputGatherer.number($0)?.text
    }.joined(
      separator: "/")
    let key = key(row, indicator)
    let reason = row.values[4].isNull ? "" : "：" + InputGatherer.text(row.values[4])
    let late = try changedSince(row, indicator) ?? ""
    if isForPaper { return "\(label) \(figures)\(reason)\(late)" }
    var place = CommandWords.typed.text(context.language)
    if let entity, let origin = try context.workspace?.store.origin(entity: entity, key: key, field: "value"),
      let source = origin.source
    {
      place =
        Location(
          file: source.copy, sheet: source.sheet, row: origin.row.flatMap { Int(exactly: $0) },
          column: origin.column
        ).text
    }
    return "\(label) \(figures)\(reason)（\(place)）\(late)"
  }

  private func key(_ row: Table.Row, _ indicator: Indicator) -> [Value] {
    [.period(rubric.year), row.values[0], row.values[1], .text(unit), .text(indicator.id)]
  }

  /// That the mark was decided before this was entered, and by which change; nil: it was not.
  private func changedSince(_ row: Table.Row, _ indicator: Indicator) throws -> String? {
    guard let change = try late?.change(of: key(row, indicator)) else { return nil }
    return CommandWords.changedSince.text(context.language)
      .replacing("{change}", with: "\(change.id)").replacing("{person}", with: change.context.person)
      .replacing("{time}", with: change.context.time.text)
  }
}

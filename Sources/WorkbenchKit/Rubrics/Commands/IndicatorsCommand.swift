import KitModel
import KitWorkspace

/// `duty indicators 2024` 履职 指标: the rubric of a year as a table.
struct IndicatorsCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "指标", "indicators"), meaning: CommandWords.indicators,
      parameters: [yearParameter],
      examples: [.init("\(assessment.plugin) indicators 2024", CommandWords.indicatorsExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let rubric = try rubric(try year(arguments), arguments, context)
    if context.workspace != nil {
      let faults = try RubricQueries(assessment: assessment, rubric: rubric, context: context).faults()
      if !faults.isEmpty { throw Diagnostics(faults) }
    }
    let columns = [
      Column(id: "indicator", label: CommandWords.indicator, type: .text),
      Column(id: "name", label: CommandWords.indicatorName, type: .text),
      Column(
        id: "full", label: CommandWords.full,
        type: .decimal(precision: 18, scale: assessment.declaration.places)),
      Column(id: "weight", label: CommandWords.weight, type: .percent(scale: 4)),
      Column(id: "rule", label: CommandWords.rule, type: .text),
      Column(id: "standard", label: CommandWords.standard, type: .text),
      Column(id: "applies", label: CommandWords.applies, type: .text),
    ]
    let rows = rubric.all.map { indicator in
      Table.Row([
        .text(indicator.id), .text(indicator.label.text(context.language)),
        indicator.full.decimal(places: assessment.declaration.places).map(Value.decimal) ?? .null,
        indicator.weight.flatMap { $0.decimal(places: 4) }.map(Value.decimal) ?? .null,
        indicator.leaf.map { .text(RuleWords.name($0.rule, context.language)) } ?? .null,
        indicator.leaf?.standard.map(Value.text) ?? .null, indicator.leaf?.applies.map(Value.text) ?? .null,
      ])
    }
    var table = Table(columns: columns, rows: rows)
    if rubric.isExample {
      table.remarks.append(Diagnostic(AssessmentFaults.example, ["file": rubric.file], severity: .note))
    }
    return .table(table)
  }
}

import KitModel
import KitWorkspace

/// `duty compare 2024 青石镇` 履职 对比: parts of the full marks now and in an earlier year, by the crosswalk.
struct CompareCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "对比", "compare"), meaning: QuestionWords.compare,
      parameters: [
        yearParameter,
        .positional("unit", LifeWords.unit, required: false, help: QuestionWords.compareUnitHelp),
      ],
      examples: [.init("\(assessment.plugin) compare 2024 青石镇", QuestionWords.compareExample)])
  }

  private struct Marks {
    var mark: Fraction
    var full: Fraction
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    let rubric = try rubric(year, arguments, context)
    guard let crosswalk = rubric.crosswalk else {
      throw Diagnostic(
        QuestionFaults.noCrosswalk, words(year).merging(["file": rubric.file]) { $1 }, at: arguments.nameSpan)
    }
    let (now, before) = (try marks(year, context), try marks(crosswalk.from, context))
    for (kept, of) in [(now, year), (before, crosswalk.from)] where kept.isEmpty {
      throw Diagnostic(AssessmentFaults.noResults, words(of), at: arguments.nameSpan)
    }
    let names = try SubjectNames(assessment: assessment, year: year, context: context)
    var subjects = names.subjects.map(\.key)
    if let wanted = arguments.text("unit") {
      subjects = [try names.wanted(wanted, words(year), at: arguments.span("unit"))]
    }
    var table = Table(columns: [
      Column(id: "unit", label: LifeWords.unit, type: .reference(assessment.declaration.subject)),
      Column(id: "indicator", label: CommandWords.indicator, type: .text),
      Column(id: "name", label: CommandWords.indicatorName, type: .text),
      Column(id: "earlier", label: QuestionWords.earlier, type: .text),
      Column(id: "rate_before", label: QuestionWords.rateBefore, type: .percent(scale: 4)),
      Column(id: "rate", label: QuestionWords.rateNow, type: .percent(scale: 4)),
      Column(id: "change", label: QuestionWords.change, type: .percent(scale: 4)),
    ])
    for key in subjects {
      for pair in crosswalk.pairs {
        let new = rate([pair.now], now[key])
        let old = rate(pair.before, before[key])
        let change = new.flatMap { new in old.map { new - $0 } }
        table.rows.append(
          Table.Row([
            .reference(Reference(key: key, name: names.name(of: key))), .text(pair.now),
            rubric.indicator(pair.now).map { .text($0.label.text(context.language)) } ?? .null,
            .text(pair.before.joined(separator: "、")), percent(old), percent(new), percent(change),
          ]))
      }
    }
    table.remarks = [
      Diagnostic(
        QuestionFaults.compared, ["before": crosswalk.from.stored, "now": year.stored], severity: .note)
    ]
    return .table(table)
  }

  /// Marks by unit and indicator; what does not apply or is missing is left out.
  private func marks(_ year: Period, _ context: any CommandContext) throws -> [String: [String: Marks]] {
    let table = try context.query(
      """
      \(assessment.quoted("mark")) | where year == $the_year and state == "得分" and mark is not null \
      | select unit, indicator, mark, lost
      """, variables: ["the_year": .period(year)])
    var marks: [String: [String: Marks]] = [:]
    for row in table.rows {
      guard let key = InputGatherer.key(row.values[0]), let mark = InputGatherer.number(row.values[2]),
        let lost = InputGatherer.number(row.values[3])
      else { continue }
      marks[key, default: [:]][InputGatherer.text(row.values[1])] = Marks(mark: mark, full: mark + lost)
    }
    return marks
  }

  /// Marks together ÷ what was attainable; nil where one of them has no mark.
  private func rate(_ indicators: [String], _ marks: [String: Marks]?) -> Fraction? {
    let found = indicators.compactMap { marks?[$0] }
    guard found.count == indicators.count else { return nil }
    let full = found.reduce(Fraction.zero) { $0 + $1.full }
    return found.reduce(Fraction.zero) { $0 + $1.mark }.divided(by: full)
  }

  private func percent(_ rate: Fraction?) -> Value { rate?.decimal(places: 4).map(Value.decimal) ?? .null }
}

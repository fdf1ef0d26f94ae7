import KitDocuments
import KitModel
import KitStore
import KitWorkspace

/// What reports of one year draw on: totals, stage, objections; read once for all units.
struct ReportData {
  let assessment: Assessment
  let rubric: Rubric
  let state: AssessmentState
  let context: any CommandContext
  /// Totals of all units with those of the year before, in the order of their ranks.
  let ranks: Table
  let objections: Table
  /// The head of the journal's chain, by which the report's data can be found again.
  let journalCode: String

  init(_ assessment: Assessment, _ rubric: Rubric, _ state: AssessmentState, _ context: any CommandContext)
    throws
  {
    self.assessment = assessment
    self.rubric = rubric
    self.state = state
    self.context = context
    ranks = try RankCommand.ranks(of: rubric.year, assessment, context)
    objections =
      assessment.declaration.objections == nil
      ? Table(columns: [])
      : try context.query(
        """
        \(Objections(assessment: assessment, context: context).relation) | where area == $the_area and period == $the_year \
        | select number, unit, indicator, mark_before, mark_after, state, reason, decision, decided_on | sort number
        """,
        variables: ["the_area": .text(assessment.plugin), "the_year": .period(rubric.year)])
    journalCode = try context.workspace?.store.chainHead()?.code ?? "—"
  }

  var year: Period { rubric.year }

  /// Values that every report of the year has.
  var values: [String: TemplateValue] {
    [
      "label": .text(rubric.label.text(context.language)), "year": .text(year.stored),
      "assessment": .text(assessment.label.text(context.language)), "stage": .text(state.stage.rawValue),
      "version": .text("\(state.version)"), "rubric_code": .text(rubric.code),
      "is_example": .flag(rubric.isExample), "journal_code": .text(journalCode),
      "day": .text(context.asOf.iso),
      "review_until": .text(state.reviewUntil?.iso ?? "—"),
      "is_under_review": .flag([.feedback, .review].contains(state.stage)),
      "units": .text("\(ranks.rows.count)"),
    ]
  }

  /// The value of a column in a row of `ranks`, as people read it; "—" where there is none.
  func text(_ row: Table.Row, _ column: String) -> String {
    guard let place = ranks.columns.firstIndex(where: { $0.id == column }), !row.values[place].isNull else {
      return "—"
    }
    return InputGatherer.text(row.values[place])
  }

  func name(_ row: Table.Row) -> String {
    guard case .reference(let unit)? = row.values.first else { return "" }
    return unit.name ?? unit.key
  }

  /// The rows of `table` for which `keep` holds.
  static func rows(of table: Table, where keep: (Table.Row) -> Bool) -> Table {
    var kept = table
    kept.rows = table.rows.filter(keep)
    kept.remarks = []
    return kept
  }
}

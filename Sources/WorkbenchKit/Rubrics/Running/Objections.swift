import KitModel
import KitWorkspace

/// Objections to marks, read from the entity that the assessment shares with other areas.
struct Objections {
  let assessment: Assessment
  let context: any CommandContext

  struct Objection: Hashable, Sendable {
    var number: String
    var unit: String
    var indicator: String
    var state: State
    var markBefore: Fraction?
    var markAfter: Fraction?
  }

  enum State: String, CaseIterable, Sendable {
    case registered = "已登记"
    case inReview = "复核中"
    case upheld = "维持"
    case changed = "调整"
    case withdrawn = "撤回"

    var isOpen: Bool { self == .registered || self == .inReview }
  }

  /// Fields that the entity must have.
  static let fields = [
    "number", "unit", "subject", "reason", "submitted_on", "state", "decided_by", "decided_on", "decision",
    "area",
    "period", "indicator", "mark_before", "mark_after", "evidence",
  ]

  /// The entity as it is written in a query.
  var relation: String {
    (assessment.declaration.objections ?? "").split(separator: ".").map { "`\($0)`" }.joined(separator: ".")
  }

  /// All objections to marks of a year, in the order of their numbers.
  func all(of year: Period) throws -> [Objection] {
    let table = try context.query(
      """
      \(relation) | where area == $the_area and period == $the_year \
      | select number, unit, indicator, state, mark_before, mark_after | sort number
      """,
      variables: ["the_year": .period(year), "the_area": .text(assessment.plugin)])
    return table.rows.compactMap { row in
      guard let unit = InputGatherer.key(row.values[1]) else { return nil }
      return Objection(
        number: InputGatherer.text(row.values[0]), unit: unit, indicator: InputGatherer.text(row.values[2]),
        state: State(rawValue: InputGatherer.text(row.values[3])) ?? .registered,
        markBefore: InputGatherer.number(row.values[4]), markAfter: InputGatherer.number(row.values[5]))
    }
  }
}

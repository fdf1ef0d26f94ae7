import KitModel
import KitPapers
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
    var submittedOn: CalendarDate?
    var decidedOn: CalendarDate?
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
    quotedRelation(assessment.declaration.objections ?? "")
  }

  /// All objections to marks of a year, in the order of their numbers.
  func all(of year: Period) throws -> [Objection] {
    let table = try context.query(
      """
      \(relation) | where area == $the_area and period == $the_year \
      | select number, unit, indicator, state, mark_before, mark_after, submitted_on, decided_on | sort number
      """,
      variables: ["the_year": .period(year), "the_area": .text(assessment.plugin)])
    return table.rows.compactMap { row in
      guard let unit = InputGatherer.key(row.values[1]) else { return nil }
      return Objection(
        number: InputGatherer.text(row.values[0]), unit: unit, indicator: InputGatherer.text(row.values[2]),
        state: State(rawValue: InputGatherer.text(row.values[3])) ?? .registered,
        submittedOn: InputGatherer.day(row.values[6]), decidedOn: InputGatherer.day(row.values[7]),
        markBefore: InputGatherer.number(row.values[4]), markAfter: InputGatherer.number(row.values[5]))
    }
  }

  /// Who registered an objection: whoever brought its row into the store, by command, import or hand.
  func registrar(of number: String) throws -> String? {
    guard let name = assessment.declaration.objections else { return nil }
    return try context.origin(of: name, key: [.text(number)], field: "number")?.change.context.person
  }

  /// `履职2024-003`: behind the greatest number of the year.
  func nextNumber(of year: Period) throws -> String {
    try context.nextNumber(of: relation, prefix: assessment.label.zh, year: year.year, width: 3)
  }

  func insert(_ values: [(column: String, value: Value)]) throws {
    try context.insert(values, into: relation)
  }

  func update(_ number: String, _ values: [(column: String, value: Value)]) throws {
    try context.update(relation, where: "number", is: .text(number), values)
  }
}

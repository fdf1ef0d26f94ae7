import PluginAPI

/// A proposal, and what a body made of it.
struct Accountability {
  var number: String
  var state: State
  var decidedOn: CalendarDate?
  var deliveredOn: CalendarDate?
  var reviewUntil: CalendarDate?
  var publishedOn: CalendarDate?
  var reviewAskedOn: CalendarDate?
  var reviewAnsweredOn: CalendarDate?
  var appealUntil: CalendarDate?
  var appealedOn: CalendarDate?
  var appealAnsweredOn: CalendarDate?

  enum State: String {
    case proposed = "建议"
    case decided = "已决定"
    case declined = "不予采纳"
    case delivered = "已送达"
    case inReview = "复核中"
    case reviewed = "已复核"
    case inAppeal = "申诉中"
    case appealed = "已申诉"
    case revoked = "撤销"
  }

  var words: [String: String] { ["number": number, "state": state.rawValue] }

  init(_ number: String, _ context: any CommandContext, at span: SourceSpan?) throws {
    let table = try context.query(
      """
      rectify.accountability | where number == $the_number | select number, state, decided_on, delivered_on, \
      review_until, review_asked_on, appeal_until, appealed_on, published_on, review_answered_on, appeal_answered_on
      """, variables: ["the_number": .text(number)])
    guard let cells = table.rows.first?.values.map(Cell.init) else {
      throw Diagnostic(RectifyFaults.noSuchProposal, ["number": number], at: span)
    }
    self.number = cells[0].text ?? number
    state = cells[1].text.flatMap(State.init) ?? .proposed
    decidedOn = cells[2].date
    deliveredOn = cells[3].date
    reviewUntil = cells[4].date
    reviewAskedOn = cells[5].date
    appealUntil = cells[6].date
    appealedOn = cells[7].date
    publishedOn = cells[8].date
    reviewAnsweredOn = cells[9].date
    appealAnsweredOn = cells[10].date
  }

  func update(_ context: any CommandContext, _ values: [(column: String, value: Value)]) throws {
    try context.update("rectify.accountability", where: "number", is: .text(number), values)
  }
}

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
  /// Until when the review, and the appeal, are to be answered.
  var reviewDue: CalendarDate?
  var appealDue: CalendarDate?
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
      review_until, review_asked_on, appeal_until, appealed_on, published_on, review_answered_on, appeal_answered_on, \
      review_due, appeal_due
      """, variables: ["the_number": .text(number)])
    guard let row = table.records.first else {
      throw Diagnostic(RectifyFaults.noSuchProposal, ["number": number], at: span)
    }
    self.number = row.text("number") ?? number
    state = row.text("state").flatMap(State.init) ?? .proposed
    decidedOn = row.date("decided_on")
    deliveredOn = row.date("delivered_on")
    reviewUntil = row.date("review_until")
    reviewAskedOn = row.date("review_asked_on")
    appealUntil = row.date("appeal_until")
    appealedOn = row.date("appealed_on")
    publishedOn = row.date("published_on")
    reviewAnsweredOn = row.date("review_answered_on")
    reviewDue = row.date("review_due")
    appealDue = row.date("appeal_due")
    appealAnsweredOn = row.date("appeal_answered_on")
  }

  func update(_ context: any CommandContext, _ values: [(column: String, value: Value)]) throws {
    try context.update("rectify.accountability", where: "number", is: .text(number), values)
  }
}

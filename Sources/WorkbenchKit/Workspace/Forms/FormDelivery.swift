import KitModel

/// A sheet that was sent to a unit, and what came of it: a row of `form.delivery`.
struct FormDelivery {
  var form: String
  var period: Period
  var unit: String
  var token: String
  var digest: String
  var sent: CalendarDate?
  var deadline: CalendarDate?
  var state: String
  var received: CalendarDate?
  var file: String?
  var sha256: String?
  var problems: Int?

  static let fields = [
    "form", "period", "unit", "token", "digest", "sent", "deadline", "state", "received", "file", "sha256",
    "problems",
  ]
  static let types: [DataType] = [
    .text, .period(nil), .text, .text, .text, .date, .date, .text, .date, .text, .text, .integer,
  ]

  init(
    form: String, period: Period, unit: String, token: String, digest: String, sent: CalendarDate?,
    deadline: CalendarDate?
  ) {
    (self.form, self.period, self.unit, self.token, self.digest) = (form, period, unit, token, digest)
    (self.sent, self.deadline, state) = (sent, deadline, FormRelations.State.open)
  }

  /// From the values of a row in the order of the fields.
  init?(_ values: [Value]) {
    guard values.count >= Self.fields.count, case .text(let form) = values[0],
      case .period(let period) = values[1], case .text(let unit) = values[2]
    else { return nil }
    func text(_ place: Int) -> String? { if case .text(let text) = values[place] { text } else { nil } }
    func date(_ place: Int) -> CalendarDate? { if case .date(let date) = values[place] { date } else { nil } }
    (self.form, self.period, self.unit) = (form, period, unit)
    (token, digest) = (text(3) ?? "", text(4) ?? "")
    (sent, deadline, received) = (date(5), date(6), date(8))
    (state, file, sha256) = (text(7) ?? FormRelations.State.open, text(9), text(10))
    if case .integer(let count) = values[11] { problems = Int(count) }
  }

  var values: [Value] {
    func text(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
    func date(_ date: CalendarDate?) -> Value { date.map { .date($0) } ?? .null }
    return [
      .text(form), .period(period), .text(unit), .text(token), .text(digest), date(sent), date(deadline),
      .text(state), date(received), text(file), text(sha256), problems.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}

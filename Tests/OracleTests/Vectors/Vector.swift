import KitModel
import Testing

/// A pipeline over written rows, and what it yields, worked out by hand: the columns, then the rows.
struct Vector: CustomTestStringConvertible {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }

  /// An answer as the lines that a vector expects; doubles with at most nine decimal places.
  static func lines(of answer: Answer) -> [String] {
    [answer.columns.map(\.id).joined(separator: " ")]
      + answer.rows.map { row in row.map(shown).joined(separator: " ") }
  }

  private static func shown(_ value: Value) -> String {
    if value.isNull { return "∅" }
    guard case .real(let number) = value else { return (try? Interpreter.shown(value)) ?? "?" }
    let rounded = (number * 1e9).rounded() / 1e9
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int64(rounded)) : "\(rounded)"
  }
}

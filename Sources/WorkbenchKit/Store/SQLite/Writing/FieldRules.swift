import KitModel
import KitQuery

/// What a field declares of its values, checked on values that a query yields.
///
/// An import has checked its cells already, with the place of each in the file; a query has not.
struct FieldRules {
  private let field: FieldDeclaration
  private let pattern: Regex<AnyRegexOutput>?

  init(_ field: FieldDeclaration) {
    self.field = field
    pattern = field.pattern.flatMap { try? Regex($0) }
  }

  func check(_ value: Value) throws {
    if value.isNull {
      if field.isRequired { throw fault(StoreMessages.valueRequired, value) }
      return
    }
    if case .choice(let choices) = field.type, case .text(let text) = value, !choices.contains(text) {
      throw fault(StoreMessages.notAChoice, value, ["allowed": choices.joined(separator: "、")])
    }
    if let minimum = field.minimum, Self.isLess(value, minimum) {
      throw fault(StoreMessages.belowMinimum, value, ["limit": SQLValue.shown(minimum)])
    }
    if let maximum = field.maximum, Self.isLess(maximum, value) {
      throw fault(StoreMessages.aboveMaximum, value, ["limit": SQLValue.shown(maximum)])
    }
    if let pattern, case .text(let text) = value, (try? pattern.wholeMatch(in: text)) == nil {
      throw fault(StoreMessages.patternMismatch, value, ["pattern": field.pattern ?? ""])
    }
  }

  private func fault(_ message: Message, _ value: Value, _ more: [String: String] = [:]) -> Diagnostic {
    let own = [
      "field": field.label.zh, "fieldEn": field.label.en, "value": SQLValue.shown(value),
    ]
    return Diagnostic(message, own.merging(more) { $1 })
  }

  /// A text is measured by its length, numbers by their value whatever their type.
  private static func isLess(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.date(let first), .date(let second)): first < second
    case (.period(let first), .period(let second)): first.stored < second.stored
    default:
      if let first = number(left), let second = number(right) { first < second } else { false }
    }
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .text(let text): Double(text.count)
    case .integer(let number): Double(number)
    case .decimal(let number): number.real
    case .real(let number): number
    default: nil
    }
  }
}

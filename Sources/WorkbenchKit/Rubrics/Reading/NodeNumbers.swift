import KitLanguage
import KitModel
import KitQuery
import KitWorkspace

extension YAMLNode {
  /// A number exactly as written: `10`, `0.5`, `85%`, `1/3`.
  func number() -> Fraction? {
    guard let text = text() else { return nil }
    if let number = Fraction(text) { return number }
    fault(DeclarationFaults.wantsNumber, ["found": text])
    return nil
  }

  /// A share between 0 and 1, written `30%` or `0.3`.
  func share() -> Fraction? {
    guard let number = number() else { return nil }
    if !number.isNegative, number <= .one { return number }
    fault(DeclarationFaults.wantsShare, ["found": text() ?? ""])
    return nil
  }

  /// One of the words of `Choice`.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type = Choice.self)
    -> Choice?
  where Choice.RawValue == String {
    guard let text = text() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    fault(DeclarationFaults.wantsChoice, ["key": key, "found": text, "allowed": allowed])
    return nil
  }

  /// A pipeline of the language. Only its form is looked at: names are known when a workspace is open.
  func pipeline() -> String? {
    guard let text = text() else { return nil }
    check(text, DeclarationFaults.syntax) { PipelineText.parse(text) != nil }
    return text
  }

  /// An expression over the columns of the subjects.
  func condition() -> String? {
    guard let text = text() else { return nil }
    check(text, DeclarationFaults.conditionSyntax) { true }
    return text
  }

  private func check(_ text: String, _ message: Message, _ isFitting: () -> Bool) {
    guard let first = Parser.parse(text).diagnostics.first else {
      if !isFitting() { fault(message, ["reason": text]) }
      return
    }
    fault(
      message,
      [
        "reason": first.message.text(.zh, first.arguments),
        "reasonEn": first.message.text(.en, first.arguments),
      ])
  }
}

extension YAMLMapping {
  func number(_ key: String) -> Fraction? { self[key]?.number() }
  func requiredNumber(_ key: String) -> Fraction? { required(key)?.number() }

  /// A number that is not below zero.
  func amount(_ key: String) -> Fraction? { self[key].flatMap { Self.amount($0, key) } }
  func requiredAmount(_ key: String) -> Fraction? { required(key).flatMap { Self.amount($0, key) } }

  private static func amount(_ node: YAMLNode, _ key: String) -> Fraction? {
    guard let number = node.number() else { return nil }
    if !number.isNegative { return number }
    node.fault(DeclarationFaults.belowZero, ["key": key])
    return nil
  }

  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type = Choice.self)
    -> Choice?
  where Choice.RawValue == String { self[key]?.choice(key, type) }

  func requiredChoice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String { required(key)?.choice(key, type) }
}

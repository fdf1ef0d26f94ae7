import KitModel

/// A sentence that stays with a mark or a total: why it is missing, what was left out, what was adjusted.
public struct Remark: Hashable, Sendable {
  public var message: Message
  public var arguments: [String: String]

  public init(_ message: Message, _ arguments: [String: String] = [:]) {
    self.message = message
    self.arguments = arguments
  }

  public func text(_ language: UILanguage) -> String { message.text(language, arguments) }

  /// Puts the bytes of the text at the end of others.
  func append(to bytes: inout [UInt8], _ language: UILanguage) {
    message.append(to: &bytes, language, arguments)
  }

  /// Whether it tells of a veto by that indicator.
  func isVeto(of indicator: Indicator) -> Bool {
    message == ScoringMessages.vetoed && arguments["indicator"] == indicator.label.zh
  }
}

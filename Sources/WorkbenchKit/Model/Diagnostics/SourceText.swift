/// A text that spans point into, with the name under which it is shown: a script, or a line as typed.
///
/// A diagnostic that leaves the script in which it arose takes its text along, so that line and column can still be
/// shown when another text runs by then.
public struct SourceText: Hashable, Sendable {
  /// The file as a person knows it (`scripts/term-opening.dd`); nil: what was typed.
  public var name: String?
  public var text: String

  public init(name: String? = nil, _ text: String) {
    self.name = name
    self.text = text
  }
}

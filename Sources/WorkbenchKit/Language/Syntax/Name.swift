import KitModel

/// A word or a quoted name as it was typed.
public struct Name: Hashable, Sendable {
  /// The name itself: twins folded, quotes taken off.
  public let text: String
  /// Written in backquotes: never a word of the language, never a variable.
  public let isQuoted: Bool
  public let span: SourceSpan

  public init(_ text: String, isQuoted: Bool = false, span: SourceSpan) {
    self.text = text
    self.isQuoted = isQuoted
    self.span = span
  }

  /// What it is looked up by.
  public var key: NameKey { NameKey(text) }
}

/// Names joined by dots: a relation, a column, a field reached over references, or a variable (`$term`).
public struct Path: Hashable, Sendable {
  /// At least one.
  public let names: [Name]
  /// Written with `$`: always the variable.
  public let isVariable: Bool
  public let span: SourceSpan

  public init(_ names: [Name], isVariable: Bool = false, span: SourceSpan) {
    self.names = names
    self.isVariable = isVariable
    self.span = span
  }

  /// The name, if there is only one.
  public var single: Name? { names.count == 1 ? names.first : nil }
}

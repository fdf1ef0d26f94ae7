import KitModel

/// What a text parses to.
public struct ParseResult: Sendable {
  /// The statements that are right.
  public let script: Script
  /// What is wrong with the others, in the order of the text; all have a span.
  public let diagnostics: [Diagnostic]
  /// Nothing is wrong but that more must come: the prompt asks for another line.
  public let isUnfinished: Bool

  /// Every statement is right and complete.
  public var isSound: Bool { diagnostics.isEmpty }

  /// The script, or all diagnostics at once.
  /// - Throws: `Diagnostics`.
  public func get() throws -> Script {
    if diagnostics.isEmpty { return script }
    throw Diagnostics(diagnostics)
  }
}

import KitModel

/// Something that the footer says if its count, taken after the rows were read, is above zero.
public struct Footnote: Hashable, Sendable {
  public var message: Message
  /// All arguments of the message but `count`.
  public var arguments: [String: String]
  public var span: SourceSpan?
  public var measure: Measure

  public init(
    _ message: Message, _ arguments: [String: String] = [:], at span: SourceSpan? = nil, measure: Measure
  ) {
    self.message = message
    self.arguments = arguments
    self.span = span
    self.measure = measure
  }

  public enum Measure: Hashable, Sendable {
    /// `SELECT dudao_passed_take(slot)` on the connection that ran the query: the count of rows that the
    /// condition in that slot passed over, which is set back to zero.
    case passed(slot: Int)
    /// A query of its own that returns one whole number.
    case query(sql: String, parameters: [SQLValue])
  }

  /// The remark for a count; nil when there is nothing to say.
  public func remark(count: Int64) -> Diagnostic? {
    guard count > 0 else { return nil }
    var filled = arguments
    filled["count"] = String(count)
    return Diagnostic(message, filled, severity: .note, at: span)
  }
}

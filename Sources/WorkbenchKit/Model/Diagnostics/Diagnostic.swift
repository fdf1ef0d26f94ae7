/// One thing that the product has to say about an input: what was found, where, and what may be done.
///
/// A diagnostic carries evidence, never prose: the words come from its `message` when it is rendered, in the
/// language of the user (see `DiagnosticRenderer`). It is thrown as it is; `Diagnostics` throws several.
public struct Diagnostic: Error, Hashable, Sendable {
  public var message: Message
  public var severity: Severity
  /// What fills the places of the message.
  public var arguments: [String: String]
  /// Where in the typed text.
  public var span: SourceSpan?
  /// The text that the span and the fixes point into; nil: the one that whoever shows it holds.
  public var source: SourceText?
  /// Where in a file.
  public var location: Location?
  /// Further facts, each with a place of its own if it has one.
  public var notes: [Note]
  /// What the prompt can apply, the likeliest first.
  public var fixes: [Fix]

  public init(
    _ message: Message, _ arguments: [String: String] = [:], severity: Severity = .error,
    at span: SourceSpan? = nil, in location: Location? = nil, notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.message = message
    self.severity = severity
    self.arguments = arguments
    self.span = span
    self.location = location
    self.notes = notes
    self.fixes = fixes
  }

  public enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A further fact beside the main one.
  public struct Note: Hashable, Sendable {
    public var message: Message
    public var arguments: [String: String]
    public var span: SourceSpan?
    /// The text that the span points into; nil: that of the diagnostic.
    public var source: SourceText?

    public init(
      _ message: Message, _ arguments: [String: String] = [:], at span: SourceSpan? = nil,
      of source: SourceText? = nil
    ) {
      self.message = message
      self.arguments = arguments
      self.span = span
      self.source = source
    }
  }

  /// A replacement that would mend the text.
  public struct Fix: Hashable, Sendable {
    public var span: SourceSpan
    public var replacement: String

    public init(_ span: SourceSpan, _ replacement: String) {
      self.span = span
      self.replacement = replacement
    }

    /// `text` with the replacement made.
    public func applied(to text: String) -> String {
      let bytes = Array(text.utf8)
      let start = min(span.start, bytes.count)
      let end = min(span.end, bytes.count)
      return String(decoding: bytes[..<start] + Array(replacement.utf8) + bytes[end...], as: UTF8.self)
    }
  }
}

/// Several diagnostics thrown together: all faults of a script, a declaration or a file in one go.
public struct Diagnostics: Error, Hashable, Sendable {
  public var all: [Diagnostic]

  public init(_ all: [Diagnostic]) { self.all = all }
}

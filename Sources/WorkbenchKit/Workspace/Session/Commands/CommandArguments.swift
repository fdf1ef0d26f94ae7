import KitLanguage
import KitModel

/// What was typed behind a command, checked against its declaration and read into values.
public struct CommandArguments: Sendable {
  /// One argument: its value, the rows of a pipeline, and where it was typed (nil: a default).
  public struct Item: Sendable {
    public var value: Value
    public var rows: Table?
    public var pipeline: Pipeline?
    /// Full name of the entity whose rows these are; nil: they are something else.
    public var entity: String?
    public var span: SourceSpan?

    public init(_ value: Value, rows: Table? = nil, pipeline: Pipeline? = nil, span: SourceSpan? = nil) {
      self.value = value
      self.rows = rows
      self.pipeline = pipeline
      self.span = span
    }
  }

  /// A name and value that the declaration does not know; only with `takesFreeOptions`.
  public struct Free: Sendable {
    public var name: String
    public var value: Value
    public var span: SourceSpan
    /// The value alone.
    public var valueSpan: SourceSpan
    /// Nothing stood behind the name: it is said to be so.
    public var isBare = false

    public init(name: String, value: Value, span: SourceSpan, valueSpan: SourceSpan? = nil) {
      self.name = name
      self.value = value
      self.span = span
      self.valueSpan = valueSpan ?? span
    }
  }

  public var items: [String: [Item]]
  public var free: [Free]
  /// The name of the command as typed.
  public var nameSpan: SourceSpan

  public init(items: [String: [Item]] = [:], free: [Free] = [], nameSpan: SourceSpan = SourceSpan(0, 0)) {
    self.items = items
    self.free = free
    self.nameSpan = nameSpan
  }

  public func value(_ id: String) -> Value? { items[id]?.first?.value }

  public func span(_ id: String) -> SourceSpan? { items[id]?.first?.span }

  /// The text of a text, choice, file, relation or pair; of a reference its key. Blanks alone say nothing.
  public func text(_ id: String) -> String? {
    value(id).flatMap(Self.text).flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  public func texts(_ id: String) -> [String] { (items[id] ?? []).compactMap { Self.text($0.value) } }

  /// True when the flag was given and not denied.
  public func flag(_ id: String) -> Bool { value(id) == .boolean(true) }

  public func integer(_ id: String) -> Int? {
    guard case .integer(let number) = value(id) else { return nil }
    return Int(exactly: number)
  }

  public func date(_ id: String) -> CalendarDate? {
    guard case .date(let date) = value(id) else { return nil }
    return date
  }

  public func period(_ id: String) -> Period? {
    guard case .period(let period) = value(id) else { return nil }
    return period
  }

  /// The rows of an argument of type `rows`.
  public func rows(_ id: String) -> Table? { items[id]?.first?.rows }

  /// The entity whose rows an argument of type `rows` gives; nil: none.
  public func entity(_ id: String) -> String? { items[id]?.first?.entity }

  /// The pipeline of an argument of type `rows` as typed.
  public func pipeline(_ id: String) -> Pipeline? { items[id]?.first?.pipeline }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .text(let text): text
    case .reference(let reference): reference.key
    default: nil
    }
  }
}

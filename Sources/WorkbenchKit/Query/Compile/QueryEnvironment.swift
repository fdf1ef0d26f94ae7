import KitModel

/// What a query depends on beside catalogue and variables.
public struct QueryEnvironment: Sendable {
  /// The day on the workspace's clock.
  public var today: CalendarDate
  public var calendar: SchoolCalendar
  /// In a script nothing is asked and nothing drawn: `pivot` wants its values, `sample` its seed.
  public var isStrict: Bool
  /// The language of words that stand in results (`describe`, `unpivot`).
  public var language: UILanguage
  /// The command in whose text the statement stands; nil: it was typed.
  public var command: Label?
  /// The rows are looked up by their keys: the names beside references are left out, and the order unless rows
  /// are cut by it.
  public var isKeyed = false
  /// Draws a seed at the prompt.
  public var drawSeed: @Sendable () -> String

  public init(
    today: CalendarDate, calendar: SchoolCalendar = SchoolCalendar(), isStrict: Bool = false,
    language: UILanguage = .zh, command: Label? = nil,
    drawSeed: @escaping @Sendable () -> String = { String(UInt32.random(in: 0 ... .max), radix: 16) }
  ) {
    self.today = today
    self.calendar = calendar
    self.isStrict = isStrict
    self.language = language
    self.command = command
    self.drawSeed = drawSeed
  }
}

/// Runs a discovery query while another is compiled: the values of a pivot, the key behind a name.
public typealias QueryRunner = (CompiledQuery) throws -> [Table.Row]

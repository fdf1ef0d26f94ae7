import KitFormats
import KitModel

/// How a session runs: who sits there, on which day, in which language, and what it may do.
public struct SessionOptions: Sendable {
  public var language: UILanguage
  /// At the prompt it asks and goes on from the last result; a script never asks.
  public var mode: Mode
  public var person: String
  public var login: String
  /// The day that counts as today (`--as-of`); nil: the clock's.
  public var asOf: CalendarDate?
  /// Nothing is kept: changes are taken back, files are named and not written.
  public var isDryRun: Bool
  /// Answers yes to every question (`--yes`).
  public var assumesYes: Bool
  /// Folders outside `exports/` that may be written.
  public var writableFolders: [String]
  /// What was typed on the command line may write anywhere; a script never may.
  public var typedWritesAnywhere: Bool

  /// What comes out is read by a program (`--format json`): a command that gives one table shows nothing beside it.
  public var isForPrograms = false
  /// Makes docx and pdf of tables; nil: there is nobody who could.
  public var papers: PaperWriter?

  public enum Mode: Sendable { case prompt, script }

  public init(
    language: UILanguage, mode: Mode, person: String, login: String, asOf: CalendarDate? = nil,
    isDryRun: Bool = false, assumesYes: Bool = false, writableFolders: [String] = [],
    typedWritesAnywhere: Bool = false,
    papers: PaperWriter? = nil
  ) {
    self.language = language
    self.mode = mode
    self.person = person
    self.login = login
    self.asOf = asOf
    self.isDryRun = isDryRun
    self.assumesYes = assumesYes
    self.writableFolders = writableFolders
    self.typedWritesAnywhere = typedWritesAnywhere
    self.papers = papers
  }
}

import KitLanguage
import KitModel
import KitQuery
import KitStore

/// What a command may know and do: the workspace, the person, the day. There is nothing else: no globals, no
/// printing.
public protocol CommandContext: AnyObject {
  var language: UILanguage { get }
  /// The person at the workbench as the workspace knows them.
  var person: String { get }
  /// The day on which the command runs: `--as-of`, else today. Never ask the system's clock.
  var asOf: CalendarDate { get }
  /// The moment of the run on the workspace's clock.
  var time: Timestamp { get }
  /// Nothing is kept: changes are taken back, files are only named.
  var isDryRun: Bool { get }
  /// What is shown is read by a program: a list without rows is a list all the same.
  var isForPrograms: Bool { get }
  /// All commands that can be typed.
  var commands: CommandRegistry { get }

  // MARK: The workspace

  /// All relations that can be named.
  func catalog() throws -> Catalog
  /// The rows of a pipeline. `variables` are read in the text as `$name`; a value is never pasted into it.
  func query(_ text: String, variables: [String: Value]) throws -> Table
  /// The key of the row that a text means: by key, name, short or former name.
  /// - Parameters:
  ///   - entity: Full name: `district.unit`.
  ///   - parameter: What was given, as messages call it.
  /// - Throws: That there is no such row, with near names, or that there are several.
  func key(of text: String, in entity: String, parameter: Label, at span: SourceSpan?) throws -> String
  /// The same for who reads many rows and looks them up by their keys: made ready, and read one by one.
  func keyedRows(_ text: String, variables: [String: Value]) throws -> KeyedRows
  /// The rows of a pipeline that was typed as an argument.
  func query(_ pipeline: Pipeline) throws -> Table
  /// Runs statements of the language in one transaction of the journal, all or nothing, and gives the table that
  /// the last of them shows.
  @discardableResult
  func change(_ text: String, variables: [String: Value]) throws -> Table
  /// The documents with which commands answer: runs statements of the language and shows nothing.
  func documents(_ text: String, variables: [String: Value]) throws -> [Document]
  /// Puts all changes that `body` makes into one transaction; a throw takes all of them back.
  @discardableResult
  func transaction<Result>(_ body: () throws -> Result) throws -> Result

  /// The open workspace itself, for what the language cannot say (import, undo, backup). Nil: none is open.
  var workspace: SessionWorkspace? { get }
  /// Who changes what, for changes made through `workspace`.
  var changeContext: ChangeContext { get }

  /// A saved script has asked for the command, no person: what only people decide is refused.
  var isScript: Bool { get }
  /// What ran before runs again to be compared with what it gave then; nothing is kept.
  var isRerun: Bool { get }
  /// A script as it was when the run was recorded that is had again; nil: the file counts.
  func recordedScript(named name: String) -> SourceText?
  /// Runs a saved script with the values given to its parameters; what it shows goes to the person.
  /// - Parameters:
  ///   - asked: The name by which it was asked for.
  ///   - place: Where it was asked for, in the text typed.
  ///   - isAside: The command has a result of its own: a program that reads it does not get what the script shows, and
  ///     how the script ended is for the command to weigh.
  /// - Returns: How it ended, where it was not broken off.
  @discardableResult
  func run(
    _ script: SourceText, asked: String, given: [CommandArguments.Free], at place: SourceSpan, isAside: Bool
  )
    throws -> SessionOutcome
  /// Runs a script as it was run before on the data of today, keeps nothing, and tells what has become different.
  func rerun(_ run: RunRecord, id: Int64) throws -> RunComparison

  // MARK: The person

  /// Says how far the work is; `total` nil while unknown. Cheap: call it as often as you like.
  func progress(_ done: Int, of total: Int?, _ what: Label)
  /// Shows a table before something is asked about it. What a command has found it returns.
  func show(_ table: Table)
  /// Asks at the prompt; `--yes` answers yes; a script is never asked and gets no.
  func confirm(_ question: Diagnostic) -> Bool
  /// Asks at the prompt before many rows change, as writing stages do; throws when the answer is no. `counts` says
  /// what would change, and is worked out only when somebody may be asked.
  func confirmChange(_ counts: () throws -> WriteCounts) throws
  /// Asks which of several (from 0); nil: none, or nobody to ask.
  func choose(_ question: Diagnostic, among options: [String]) -> Int?
  /// Throws when the person has asked to stop. Queries check by themselves; loops of a command call it.
  func checkCancellation() throws
  /// Something to be said beside the result: a note or a warning.
  func remark(_ diagnostic: Diagnostic)
  /// The command has done its work, and what it looked at is not in order: the exit code becomes 1.
  func markFailed()
  /// The command has done its work, and something is not as it should be that a script waits for: the exit code becomes 3.
  func markUnmet()

  // MARK: Files

  /// Writes a file of that name below `exports/` of the workspace: whole or not at all. Gives its path.
  @discardableResult
  func writeFile(_ name: String, _ bytes: [UInt8]) throws -> String
  /// The place of a file that the command writes itself: below `exports/`, or where the person may write.
  func outputPath(_ name: String) throws -> String
}

extension CommandContext {
  public var isScript: Bool { false }
  public var isRerun: Bool { false }
  public func documents(_ text: String, variables: [String: Value]) throws -> [Document] { [] }

  /// The open workspace; its absence is told as everywhere.
  public func neededWorkspace() throws -> SessionWorkspace {
    guard let workspace else { throw Diagnostic(SessionMessages.noWorkspace) }
    return workspace
  }

  public func key(of text: String, in entity: String, parameter: Label, at span: SourceSpan?) throws -> String
  {
    text
  }

  public func show(_ table: Table) {}

  public func query(_ text: String) throws -> Table { try query(text, variables: [:]) }

  public func keyedRows(_ text: String, variables: [String: Value]) throws -> KeyedRows {
    KeyedRows(try query(text, variables: variables))
  }

  @discardableResult
  public func change(_ text: String) throws -> Table { try change(text, variables: [:]) }
}

import KitLanguage
import KitModel
import KitQuery

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
  /// All relations that can be named.
  var catalog: Catalog { get }

  /// The rows of a pipeline. `variables` are read in the text as `$name`; a value is never pasted into it.
  func query(_ text: String, variables: [String: Value]) throws -> Table
  /// The rows of a parsed pipeline.
  func query(_ pipeline: Pipeline) throws -> Table
  /// Runs statements of the language as one transaction of the journal, all or nothing, and gives what the last
  /// of them shows.
  @discardableResult
  func change(_ text: String, variables: [String: Value]) throws -> Table
  /// Puts all changes that `body` makes into one transaction; a throw takes all of them back.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result

  /// Says how far the work is; `total` nil while unknown. Cheap: call it as often as you like.
  func progress(_ done: Int, of total: Int?, _ what: Label)
  /// Throws when the person has asked to stop. Queries check by themselves; loops of a command call it.
  func checkCancellation() throws
  /// Writes a file of that name below `exports/` of the workspace: whole or not at all. Gives the path.
  @discardableResult
  func writeFile(_ name: String, _ bytes: [UInt8]) throws -> String
  /// Something to be said beside the result: a note or a warning.
  func remark(_ diagnostic: Diagnostic)
}

extension CommandContext {
  public func query(_ text: String) throws -> Table { try query(text, variables: [:]) }
}

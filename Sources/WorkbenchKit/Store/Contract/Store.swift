import KitModel
import KitQuery

/// Where a workspace keeps its data: entities, sources and the journal of every change.
///
/// Nothing here is particular to one engine. All calls block; a store may be used from several threads. Reading
/// never waits for a change. Errors are `Diagnostic`s, and `CancellationError` after `interrupt()`.
public protocol Store: AnyObject, Sendable {
  /// Whether the store can be changed, and if not, why.
  var access: StoreAccess { get }

  // MARK: Declarations

  /// Makes room for what plugins declare: tables for entities, columns for fields.
  ///
  /// An unchanged set of declarations costs one small read. A removed field keeps its column; a changed type is
  /// refused unless all values convert exactly. Both are said, as is a backup that was made before.
  @discardableResult
  func declare(_ entities: [EntityDeclaration], context: ChangeContext) throws -> [Diagnostic]

  /// The relations that the store itself has: `source`, `log`, and the tables kept by `save as`.
  func tables() throws -> [TableDeclaration]

  // MARK: Reading

  /// Hands the rows of a query over, one after another, as they are found. `body` ends the query with `.stop`.
  ///
  /// Queries may be run inside `body`. Inside a change (on its thread) they see what the change has done.
  /// - Returns: what is to be said about the rows: the query's remarks, and its footnotes when all were read.
  @discardableResult
  func forEachRow(of query: CompiledQuery, _ body: (Table.Row) throws -> RowStep) throws -> [Diagnostic]
  /// The same for who reads many rows and keeps none, each lent as the engine has it until the next is read. Columns that
  /// `body` does not ask for are not looked at; it may not ask the store for anything.
  @discardableResult
  func forEachKeyedRow(of query: CompiledQuery, _ body: (any KeyedRow) throws -> Void) throws -> [Diagnostic]
  /// Reads two things at once: `other` on a thread and a connection of its own, unless a change runs on this thread, whose
  /// rows both are to see; then one after the other.
  func read<Own, Other: Sendable>(
    _ own: () throws -> Own, beside other: @escaping @Sendable () throws -> Other
  ) throws -> (Own, Other)
  /// How the engine would run a query: a table with one row for each step.
  func plan(of query: CompiledQuery) throws -> Table
  /// Ends every query and change that runs at this moment with `CancellationError`; from any thread.
  func interrupt()

  // MARK: Tables of the session

  /// A table for an opened file or the result of a command. Lives as long as the store is open, is seen by
  /// queries of this store only, and is never journaled.
  func scratchWriter(name: String?, label: Label, columns: [Column]) throws -> any ScratchWriter
  /// Forgets a table of the session.
  func dropScratch(_ table: TableDeclaration) throws

  // MARK: Changes

  /// Runs `body` as one change of the journal: all of it or nothing.
  ///
  /// A change inside a change on the same thread joins it. With `isDryRun` everything is done, counted and taken
  /// back. A body that changes nothing leaves no entry.
  func change<Result>(
    _ context: ChangeContext, isDryRun: Bool, _ body: (any ChangeTransaction) throws -> Result
  ) throws -> (result: Result, change: ChangeRecord?)
  /// Whether this thread is in a change that will be taken back.
  var isInTrial: Bool { get }

  // MARK: Journal

  /// One change, with what it did to each table.
  func changeRecord(_ id: Int64) throws -> ChangeRecord?
  /// Takes a change back; nil: the last one that stands. Journaled itself, so that undoing it does again.
  ///
  /// Later changes that touched the same rows, refer to rows that it made, or took away what its rows refer to are
  /// listed in the refusal; `withLater` takes them back too.
  func undo(_ id: Int64?, withLater: Bool, isDryRun: Bool, context: ChangeContext) throws -> UndoOutcome
  /// Journals that values of sensitive columns were shown, on how many rows; it can never be undone. The entry is
  /// nil within a change, whose entry then holds it.
  @discardableResult
  func recordReveal(of columns: [String], rows: Int, context: ChangeContext) throws -> ChangeRecord?
  /// Journals a run of a script; like what was shown, it can never be undone. Not within a change.
  @discardableResult
  func recordRun(_ run: RunRecord, context: ChangeContext) throws -> ChangeRecord?
  /// The run that the entry with this number records; nil: it records none.
  func runRecord(_ id: Int64) throws -> RunRecord?
  /// The runs that came to their end, passed or not, the latest first; at most a thousand.
  func finishedRuns() throws -> [FinishedRun]
  /// Checks the file, every entry of the journal, every row against it, references among rows, and the kept copies
  /// of imported files.
  func verify() throws -> VerificationReport
  /// The same, and finds the entry whose code a report, a notice or a bulletin bears.
  func verify(against code: String) throws -> VerificationReport
  /// Code and date of the last change; nil while nothing was changed.
  func chainHead() throws -> ChainHead?
  /// Where the present value of a field comes from.
  func origin(entity: EntityDeclaration, key: [Value], field: String) throws -> CellOrigin?
  /// The stored values that a field has in the rows of an entity that a change inserted, and had in those that it
  /// changed or deleted.
  func values(of field: String, touchedBy change: Int64, in entity: EntityDeclaration) throws -> Set<String>
  /// How the columns of the last source with exactly these headings, imported into the same entity and not undone,
  /// were mapped: field by heading.
  func earlierMapping(header: [String], into entity: EntityDeclaration) throws -> [String: String]?

  // MARK: Notes

  /// A small fact about the workspace that is kept with its data and is no part of its history.
  func note(_ name: String) throws -> String?
  func keepNote(_ text: String, as name: String) throws

  // MARK: Backup

  /// Copies the store and the files of the workspace into a new folder below `folder`, verified, whole or not at all:
  /// what it takes to go on with the workspace on another machine.
  func backup(to folder: String, context: ChangeContext) throws -> BackupRecord
  /// Checks every file of a backup, and that it could be restored here.
  func checkBackup(in folder: String) throws -> BackupRecord
  /// Puts a backup in the place of the present state, which is backed up first. All or nothing, whenever it is broken
  /// off; files that the backup does not have stay. Journaled.
  func restore(from folder: String, context: ChangeContext) throws -> RestoreOutcome
  /// The last backup that was made.
  func lastBackup() throws -> BackupRecord?

  /// Ends all work and closes the files. The store is of no use afterwards.
  func close() throws
}

extension Store {
  /// The whole result of a query.
  public func table(of query: CompiledQuery) throws -> Table {
    var table = Table(columns: query.columns.map(\.column))
    table.remarks = try forEachRow(of: query) { row in
      table.rows.append(row)
      return .next
    }
    return table
  }

  public func change<Result>(
    _ context: ChangeContext, _ body: (any ChangeTransaction) throws -> Result
  ) throws -> (result: Result, change: ChangeRecord?) {
    try change(context, isDryRun: false, body)
  }
}

/// Whether to go on after a row.
public enum RowStep: Sendable { case next, stop }

/// Whether a store can be changed.
public enum StoreAccess: Hashable, Sendable {
  case readWrite
  /// It can only be read; the diagnostic says why and what to do.
  case readOnly(Diagnostic)

  /// Throws why the store cannot be changed: what was a warning when it was opened is then why something does not happen.
  public func requireWritable() throws {
    if case .readOnly(let reason) = self { throw Diagnostic(reason.message, reason.arguments) }
  }
}

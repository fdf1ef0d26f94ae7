import FoundationEssentials
import KitModel
import KitQuery
import Synchronization

/// The store of a workspace in one SQLite file.
///
/// **Connections.** A reader and a writer, in WAL mode, so that readers never wait; each is opened when it is first
/// needed, so that a question opens one and writes nothing. Tables
/// of the session are temporary tables of the writer's connection: they need no file that could be left behind,
/// no lock and no sync, they work on a store that is opened read-only, and a change can read them in the
/// transaction that writes. Queries that name one (`"temp.…"`) therefore run on the writer, all others on the
/// reader. An attached scratch file would be visible to readers too, but is opened read-only with them on a
/// read-only store, writes everything twice in WAL mode or locks readers out without it, and outlives kill -9.
public final class SQLiteStore: Store {
  /// The path of the file.
  public let file: String
  /// The folder of the workspace.
  let root: String
  public let access: StoreAccess
  let options: StoreOptions
  private let reader: StoreConnection
  private let writer: StoreConnection
  let register = OperationRegister()
  let sessions = SessionRegister()
  let holder: HolderNote
  let failures: FailureTranslator
  /// Declarations, and the tables that keep them once they were needed.
  let schema = Mutex(SchemaCache())
  /// Tables of the session made so far.
  let scratchCount = Atomic<Int>(0)
  /// A private copy that is read in place of the file, removed at the end.
  private let copy: PrivateCopy?

  struct SchemaCache {
    var declared: [EntityDeclaration] = []
    var loaded: StoreSchema?
    /// The fingerprint that the store had when the tables were read.
    var loadedFor: String?
  }

  /// Opens the store in `file`; makes it when it is not there.
  ///
  /// On a network file system, in a folder or on a medium that cannot be written, it opens read-only and
  /// `access` says why. Throws a diagnostic for a file that is no store, is damaged or was written by a later
  /// version.
  public init(file: String, options: StoreOptions = StoreOptions()) throws {
    // What lies beside it is found by its path, wherever the process stands later.
    let file = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
    self.file = file
    self.options = options
    root = options.workspace ?? FileCopy.folder(of: file)
    failures = FailureTranslator(file: file)
    holder = HolderNote(path: file + ".holder")
    let place = try StorePlace(file: file, fileSystem: options.fileSystem)
    access = place.readOnlyReason.map(StoreAccess.readOnly) ?? .readWrite
    copy = place.needsPrivateCopy ? try PrivateCopy(of: file) : nil
    let path = copy?.path ?? (place.isImmutable ? StorePlace.immutableURI(file) : file)
    let readOnly = place.readOnlyReason != nil
    reader = StoreConnection(path: path, role: .reader, options: options, readOnly: readOnly)
    writer = StoreConnection(path: path, role: .writer, options: options, readOnly: readOnly)
    let state = try withReader { try FileState($0, file: file) }
    guard access == .readWrite else { return }
    // Opening the writer sets the mode in which readers never wait.
    if !state.keepsJournalApart { try withWriter { _ in } }
    if state.version != StoreMigrations.version { try migrate() }
    try finishRestore()
  }

  // MARK: Opening

  /// What the file says of itself before anything else is asked of it.
  private struct FileState {
    var version: Int64
    /// Whether it is in WAL mode.
    var keepsJournalApart: Bool

    /// Throws when the file is no store, or one of a later version.
    init(_ connection: SQLiteConnection, file: String) throws {
      version = try connection.integer("PRAGMA user_version") ?? 0
      keepsJournalApart = try connection.text("PRAGMA journal_mode") == "wal"
      let application = try connection.integer("PRAGMA application_id") ?? 0
      if application == StoreMigrations.applicationID {
        try StoreMigrations.check(version, of: file)
      } else if try connection.integer("SELECT 1 FROM sqlite_schema LIMIT 1") != nil || application != 0 {
        throw Diagnostic(StoreMessages.notAStore, ["file": file])
      }
    }
  }

  /// Brings the store's own tables up to date; an older store is backed up first.
  private func migrate() throws {
    try withWriter { connection in
      if try connection.integer("PRAGMA user_version") == StoreMigrations.version { return }
      if let version = try connection.integer("PRAGMA user_version"), version > 0 {
        try backUpBeforeMigration(connection)
      }
      try transaction(on: connection, context: nil) {
        // Another process may have done it while this one waited for the lock.
        try StoreMigrations.run(on: connection)
      }
    }
  }

  // MARK: Connections

  /// Lends a connection for reading: the one that this thread holds, else the reader, which sees the store as it
  /// is at that moment until `body` has ended.
  func withReader<Result>(scratch: Bool = false, _ body: (SQLiteConnection) throws -> Result) throws -> Result
  {
    do {
      if let held = register.current(needsWriter: scratch) { return try body(held) }
      if scratch { return try withWriter(body) }
      return try reader.access { handle in
        try register.holding(handle, as: .reader) { connection in
          try connection.run("BEGIN")
          defer { if connection.isInTransaction { _ = try? connection.run("ROLLBACK") } }
          return try body(connection)
        }
      }
    } catch {
      throw failures.translated(error, holder: holder)
    }
  }

  /// Lends the writer's connection, outside any transaction unless this thread has one.
  @discardableResult
  func withWriter<Result>(_ body: (SQLiteConnection) throws -> Result) throws -> Result {
    do {
      if let held = register.current(needsWriter: true) { return try body(held) }
      return try writer.access { handle in
        try register.holding(handle, as: .writer) { connection in
          // GRDB stops the process when a transaction is left open; whatever happens, none is.
          defer { if connection.isInTransaction { _ = try? connection.run("ROLLBACK") } }
          return try body(connection)
        }
      }
    } catch {
      throw failures.translated(error, holder: holder)
    }
  }

  /// Runs `body` in a transaction that takes the write lock at once, and notes meanwhile who holds it.
  func transaction<Result>(
    on connection: SQLiteConnection, context: ChangeContext?, keep: Bool = true, _ body: () throws -> Result
  ) throws -> Result {
    try connection.run("BEGIN IMMEDIATE")
    holder.write(context)
    defer { holder.clear() }
    do {
      // What is changed now would be lost with the state that is about to be replaced.
      if RestorePlan.exists(in: root) { throw Diagnostic(StoreMessages.restoreGoingOn, ["file": file]) }
      let result = try body()
      try connection.operation.check()
      try connection.run(keep ? "COMMIT" : "ROLLBACK")
      return result
    } catch {
      if connection.isInTransaction { try connection.run("ROLLBACK") }
      throw error
    }
  }

  /// The declarations with their tables.
  func loadedSchema(_ connection: SQLiteConnection) throws -> StoreSchema {
    if let loaded = schema.withLock({ $0.loaded }) { return loaded }
    let loaded = try StoreSchema(schema.withLock { $0.declared }, on: connection)
    schema.withLock { $0.loaded = loaded }
    return loaded
  }

  /// Throws why the store cannot be changed.
  func requireWritable() throws {
    try access.requireWritable()
  }

  public func interrupt() { register.interrupt() }

  public func close() throws {
    do {
      // The last connection to go puts the journal into the file and removes it.
      try reader.close()
      try writer.close()
    } catch {
      throw failures.translated(error, holder: holder)
    }
  }
}

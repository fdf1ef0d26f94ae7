import GRDBSQLite
import KitModel
import KitQuery

/// Databases opened beside the pool: the target of a backup, a backup that is read.
enum DatabaseCopy {
  /// Opens a file for as long as `body` runs.
  static func opened<Result>(_ path: String, readOnly: Bool, _ body: (SQLiteConnection) throws -> Result)
    throws
    -> Result
  {
    var opened: OpaquePointer?
    let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let result = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened else { throw SQLiteFailure(code: result, text: "") }
    defer { sqlite3_close_v2(opened) }
    guard result == SQLITE_OK else { throw SQLiteFailure(opened) }
    return try body(SQLiteConnection(handle: opened, operation: RunningOperation(opened)))
  }

  /// Writes a copy into a new file: one file, without a journal beside it.
  static func write(_ source: SQLiteConnection, to path: String) throws {
    try opened(path, readOnly: false) { target in
      try copy(from: source, to: target, checking: source.operation)
      _ = try target.text("PRAGMA journal_mode = DELETE")
    }
  }

  /// Copies a whole database by the engine's backup interface: the target has all of it or is as before.
  ///
  /// - Parameter pages: pages copied between two looks at whether to stop.
  static func copy(
    from source: SQLiteConnection, to target: SQLiteConnection, pages: Int32 = 4096,
    checking operation: RunningOperation
  ) throws {
    guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
      throw SQLiteFailure(target.handle)
    }
    var result = SQLITE_OK
    while result == SQLITE_OK && !operation.isStopping { result = sqlite3_backup_step(backup, pages) }
    let finished = sqlite3_backup_finish(backup)
    if operation.isStopping { throw CancellationError() }
    guard result == SQLITE_DONE, finished == SQLITE_OK else {
      throw SQLiteFailure(
        code: result == SQLITE_DONE ? finished : result, text: String(cString: sqlite3_errstr(result)))
    }
  }
}

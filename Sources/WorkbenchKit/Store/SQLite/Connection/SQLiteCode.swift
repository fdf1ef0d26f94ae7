import GRDBSQLite

/// Result codes of the engine that the store reacts to.
enum SQLiteCode {
  static let busy = SQLITE_BUSY
  static let locked = SQLITE_LOCKED
  static let constraint = SQLITE_CONSTRAINT
  static let full = SQLITE_FULL
  static let readOnly = SQLITE_READONLY
  static let inputOutput = SQLITE_IOERR
  static let corrupt = SQLITE_CORRUPT
  static let notADatabase = SQLITE_NOTADB
  static let cannotOpen = SQLITE_CANTOPEN
  static let interrupted = SQLITE_INTERRUPT
}

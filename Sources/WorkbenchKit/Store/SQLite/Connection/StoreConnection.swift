import GRDB
import GRDBSQLite
import KitModel
import Synchronization

/// One of the two connections of a store, opened when it is first needed and serialised by GRDB's queue.
///
/// GRDB's pool would open the writer each time and write to the journal while opening, to have its readers find
/// one: four syncs of the disk, and a lock, for a question that changes nothing.
final class StoreConnection: Sendable {
  enum Role { case reader, writer }

  private let path: String
  private let role: Role
  private let configuration: Configuration
  private let queue = Mutex<DatabaseQueue?>(nil)

  /// `readOnly`: the file cannot be written at all; without it a reader opens it for writing too, since the last
  /// connection to go must be able to put the journal into the file and to remove it.
  init(path: String, role: Role, options: StoreOptions, readOnly: Bool) {
    self.path = path
    self.role = role
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(options.patience)
    configuration.readonly = readOnly
    configuration.prepareDatabase { database in
      // Old images of rows are kept by the journal anyway, so wiping freed pages would protect nothing; without
      // it a whole table goes in 0.02 instead of 0.22 of an import's time.
      try database.execute(sql: "PRAGMA secure_delete = OFF")
      if role == .reader { try database.execute(sql: "PRAGMA query_only = ON") }
      guard let handle = database.sqliteConnection else { return }
      try SQLFunctions.register(on: handle)
      // GRDB notes the columns of every statement that is compiled, for observers, of which there are none: a quarter of
      // the time of collecting sheets.
      sqlite3_set_authorizer(handle, nil, nil)
    }
    self.configuration = configuration
  }

  /// Lends the connection, outside any transaction; not reentrant. Throws the engine's errors as they are.
  func access<Result>(_ body: (OpaquePointer) throws -> Result) throws -> Result {
    try opened().writeWithoutTransaction { database in
      guard let handle = database.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
      return try body(handle)
    }
  }

  private func opened() throws -> DatabaseQueue {
    try queue.withLock { queue in
      if let queue { return queue }
      let new = try DatabaseQueue(path: path, configuration: configuration)
      if role == .writer, !configuration.readonly {
        try new.writeWithoutTransaction { database in
          try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
      }
      queue = new
      return new
    }
  }

  /// Closes it if it was opened; the next access opens it again.
  func close() throws {
    try queue.withLock { queue in
      try queue?.close()
      queue = nil
    }
  }
}

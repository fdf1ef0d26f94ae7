import Glibc
import KitModel
import Synchronization

extension SQLiteStore {
  public func change<Result>(
    _ context: ChangeContext, isDryRun: Bool, _ body: (any ChangeTransaction) throws -> Result
  ) throws -> (result: Result, change: ChangeRecord?) {
    try requireWritable()
    if let session = sessions.current {
      do {
        return (try session.joined(keep: !isDryRun, context, body), nil)
      } catch {
        throw failures.translated(error, holder: holder)
      }
    }
    return try withSession(context, isDryRun: isDryRun) { session in
      let result = try body(session)
      return (result, try session.close())
    }
  }

  public var isInTrial: Bool { sessions.current?.isTrial ?? false }

  public func recordReveal(of columns: [String], rows: Int, context: ChangeContext) throws -> ChangeRecord? {
    try requireWritable()
    func note(in session: ChangeSession) throws {
      for column in columns {
        try session.note(JournalPart(entity: column, action: .reveal, first: 0, last: 0, rows: rows))
      }
    }
    // Within a change it is a part of that change's entry.
    if let session = sessions.current {
      try note(in: session)
      return nil
    }
    return try withSession(context, isDryRun: false) { session in
      try note(in: session)
      return try session.close(kind: .reveal)
    }
  }

  /// Runs `body` with a session of its own inside one transaction.
  func withSession<Result>(
    _ context: ChangeContext, isDryRun: Bool, _ body: (ChangeSession) throws -> Result
  ) throws -> Result {
    try withWriter { connection in
      var last: ChangeSession?
      defer { if last?.hasEnlargedCache == true { _ = try? connection.run("PRAGMA cache_size = -2000") } }
      return try transaction(on: connection, context: context, keep: !isDryRun) {
        try refreshSchema(connection)
        let session = try ChangeSession(
          connection, schema: try loadedSchema(connection), context: context, isTrial: isDryRun)
        last = session
        return try sessions.entered(session) { try body(session) }
      }
    }
  }

  /// Takes up columns that another process has made: an image must hold all of a row.
  func refreshSchema(_ connection: SQLiteConnection) throws {
    let kept = try connection.text(#"SELECT value FROM "_meta" WHERE name = 'schema'"#)
    schema.withLock { cache in
      if cache.loadedFor != kept { cache.loaded = nil }
      cache.loadedFor = kept
    }
  }
}

/// The change that each thread is in. A session never leaves its thread; the table is only shared.
final class SessionRegister: Sendable {
  private struct Box: @unchecked Sendable { let session: ChangeSession }
  private let sessions = Mutex<[UInt: Box]>([:])

  var current: ChangeSession? { sessions.withLock { $0[UInt(pthread_self())] }?.session }

  func entered<Result>(_ session: ChangeSession, _ body: () throws -> Result) rethrows -> Result {
    let thread = UInt(pthread_self())
    let box = Box(session: session)
    let before = sessions.withLock { $0.updateValue(box, forKey: thread) }
    defer { sessions.withLock { $0[thread] = before } }
    return try body()
  }
}

import GRDBSQLite
import Glibc
import Synchronization

/// A query or change that runs, so that another thread can ask it to stop.
final class RunningOperation: Sendable {
  private let stop = Atomic<Bool>(false)
  /// The connection, as a number: handles are not sendable, and this one is only used to interrupt.
  private let connection: UInt

  init(_ handle: OpaquePointer) { connection = UInt(bitPattern: handle) }

  /// Throws when stopping was asked for. The engine looks by itself while a statement runs; this is for what
  /// happens between statements.
  func check() throws {
    if stop.load(ordering: .relaxed) { throw CancellationError() }
  }

  var isStopping: Bool { stop.load(ordering: .relaxed) }

  func interrupt() {
    stop.store(true, ordering: .relaxed)
    if let handle = OpaquePointer(bitPattern: connection) { sqlite3_interrupt(handle) }
  }
}

/// All operations that run on one store, and which connection each thread holds.
///
/// Queries may be run inside the rows of others and inside changes; GRDB's accesses are not reentrant, so an
/// inner one takes the connection that its thread holds already.
final class OperationRegister: Sendable {
  private struct Holding: Sendable {
    var reader: UInt?
    var writer: UInt?
    var operation: RunningOperation
  }

  private let holdings = Mutex<[UInt: [Holding]]>([:])

  enum Role { case reader, writer }

  private static var thread: UInt { UInt(pthread_self()) }

  /// The connection that this thread holds: the writer before a reader, since a change sees its own rows.
  func current(needsWriter: Bool) -> SQLiteConnection? {
    holdings.withLock { holdings in
      guard let held = holdings[Self.thread] else { return nil }
      for holding in held.reversed() {
        guard let bits = holding.writer, let handle = OpaquePointer(bitPattern: bits) else { continue }
        return SQLiteConnection(handle: handle, operation: holding.operation)
      }
      if needsWriter { return nil }
      for holding in held.reversed() {
        guard let bits = holding.reader, let handle = OpaquePointer(bitPattern: bits) else { continue }
        return SQLiteConnection(handle: handle, operation: holding.operation)
      }
      return nil
    }
  }

  /// Runs `body` with the connection noted as held by this thread.
  func holding<Result>(_ handle: OpaquePointer, as role: Role, _ body: (SQLiteConnection) throws -> Result)
    rethrows -> Result
  {
    let bits = UInt(bitPattern: handle)
    let operation = RunningOperation(handle)
    let holding = Holding(
      reader: role == .reader ? bits : nil, writer: role == .writer ? bits : nil, operation: operation)
    let thread = Self.thread
    holdings.withLock { $0[thread, default: []].append(holding) }
    defer {
      holdings.withLock { holdings in
        _ = holdings[thread]?.popLast()
        if holdings[thread]?.isEmpty ?? true { holdings[thread] = nil }
      }
    }
    return try body(SQLiteConnection(handle: handle, operation: operation))
  }

  func interrupt() {
    // Under the lock: a connection that is given back meanwhile must not be interrupted for its next user.
    holdings.withLock { holdings in
      for held in holdings.values { for holding in held { holding.operation.interrupt() } }
    }
  }
}

import GRDB
import KitModel

/// Makes of what the engine reports what a person can act on.
struct FailureTranslator: Sendable {
  let file: String

  func translated(_ error: any Error, holder: HolderNote) -> any Error {
    switch error {
    case let failure as SQLiteFailure: translated(failure, holder)
    case let failure as DatabaseError: translated(SQLiteFailure(failure), holder)
    default: error
    }
  }

  /// What is to be said of an error.
  func diagnostics(of error: any Error) -> [Diagnostic] {
    switch error {
    case let found as Diagnostics: found.all
    case let found as Diagnostic: [found]
    default:
      [
        Diagnostic(
          StoreMessages.inputOutput,
          ["file": file].merging(SystemReason.arguments(of: error, as: "detail")) { $1 })
      ]
    }
  }

  private func translated(_ failure: SQLiteFailure, _ holder: HolderNote) -> any Error {
    let arguments = ["file": file, "detail": failure.text]
    switch failure.kind {
    case SQLiteCode.interrupted: return CancellationError()
    case SQLiteCode.busy, SQLiteCode.locked: return busy(holder)
    case SQLiteCode.full: return Diagnostic(StoreMessages.diskFull, arguments)
    case SQLiteCode.readOnly: return Diagnostic(StoreMessages.notWritable, arguments)
    case SQLiteCode.cannotOpen: return Diagnostic(StoreMessages.cannotOpen, arguments)
    case SQLiteCode.notADatabase: return Diagnostic(StoreMessages.notAStore, arguments)
    case SQLiteCode.corrupt: return Diagnostic(StoreMessages.damaged, arguments)
    case SQLiteCode.inputOutput: return Diagnostic(StoreMessages.inputOutput, arguments)
    // What a running query meets (overflow, a row too many) has words of its own.
    default: return RuntimeFailure.diagnostic(failure.text) ?? Diagnostic(StoreMessages.engine, arguments)
    }
  }

  private func busy(_ holder: HolderNote) -> Diagnostic {
    guard let found = holder.read() else { return Diagnostic(StoreMessages.heldByUnknown, ["file": file]) }
    return Diagnostic(
      StoreMessages.held,
      [
        "file": file, "person": found.person, "login": found.login, "host": found.host,
        "pid": String(found.pid),
        "command": found.command, "since": found.since,
      ])
  }
}

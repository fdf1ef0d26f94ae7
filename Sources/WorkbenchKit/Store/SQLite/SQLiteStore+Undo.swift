import KitModel
import KitQuery

extension SQLiteStore {
  public func undo(_ id: Int64?, withLater: Bool, isDryRun: Bool, context: ChangeContext) throws
    -> UndoOutcome
  {
    try requireWritable()
    return try withWriter { connection in
      var enlarged = false
      defer { if enlarged { _ = try? connection.run("PRAGMA cache_size = -2000") } }
      guard let outer = sessions.current else {
        return try transaction(on: connection, context: context, keep: !isDryRun) {
          try takeBack(id, withLater, context, connection, &enlarged)
        }
      }
      // A dry run is one change around all that it runs, each of which has its entry already.
      guard isDryRun, outer.isUntouched else { throw Diagnostic(StoreMessages.undoInsideChange) }
      let outcome = try connection.savepoint { try takeBack(id, withLater, context, connection, &enlarged) }
      try outer.renumber()
      return outcome
    }
  }

  private func takeBack(
    _ id: Int64?, _ withLater: Bool, _ context: ChangeContext, _ connection: SQLiteConnection,
    _ enlarged: inout Bool
  ) throws -> UndoOutcome {
    var outcome = UndoOutcome(undone: [], entries: [])
    try refreshSchema(connection)
    let schema = try loadedSchema(connection)
    let journal = Journal(connection: connection)
    let asked = try id ?? Undo.lastStanding(connection)
    let plan = try Undo(connection: connection, schema: schema, journal: journal)
      .plan(asked, withLater: withLater)
    for change in plan {
      let session = try ChangeSession(connection, schema: schema, context: context)
      let entry = try Undo.takeBack(change, in: session, journal)
      enlarged = enlarged || session.hasEnlargedCache
      outcome.undone.append(change.id)
      outcome.entries.append(entry)
    }
    let parts = try outcome.entries.flatMap { try JournalPart.all(of: $0.id, on: connection) }
    let left = try ReferenceCheck(connection: connection, schema: schema).left(by: parts)
    if !left.isEmpty {
      throw Diagnostic(
        StoreMessages.undoLeavesDangling, ["id": String(asked)],
        notes: left.map { Diagnostic.Note($0.message, $0.arguments) })
    }
    return outcome
  }
}

import KitModel
import KitQuery

extension SQLiteStore {
  public func undo(_ id: Int64?, withLater: Bool, isDryRun: Bool, context: ChangeContext) throws
    -> UndoOutcome
  {
    try requireWritable()
    if sessions.current != nil { throw Diagnostic(StoreMessages.undoInsideChange) }
    var outcome = UndoOutcome(undone: [], entries: [])
    try withWriter { connection in
      let journal = Journal(connection: connection)
      var enlarged = false
      defer { if enlarged { _ = try? connection.run("PRAGMA cache_size = -2000") } }
      try transaction(on: connection, context: context, keep: !isDryRun) {
        let schema = try loadedSchema(connection)
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
      }
    }
    return outcome
  }
}

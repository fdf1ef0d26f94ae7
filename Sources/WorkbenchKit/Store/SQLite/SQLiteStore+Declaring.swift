import KitModel
import KitQuery

extension SQLiteStore {
  @discardableResult
  public func declare(_ entities: [EntityDeclaration], context: ChangeContext) throws -> [Diagnostic] {
    let wanted = StoreSchema.fingerprint(entities)
    let kept = try withReader { try $0.text(#"SELECT value FROM "_meta" WHERE name = 'schema'"#) }
    var remarks: [Diagnostic] = []
    if kept != wanted {
      if case .readOnly(let reason) = access {
        remarks = [
          Diagnostic(
            StoreMessages.declarationsNewer, ["file": file], severity: .warning,
            notes: [
              Diagnostic.Note(reason.message, reason.arguments)
            ])
        ]
      } else {
        remarks = try withWriter { try alter(to: entities, fingerprint: wanted, context, $0) }
      }
    }
    schema.withLock {
      $0.declared = entities
      $0.loaded = nil
    }
    return remarks
  }

  private func alter(
    to entities: [EntityDeclaration], fingerprint: String, _ context: ChangeContext,
    _ connection: SQLiteConnection
  ) throws -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if try SchemaChange(entities, on: connection).altersRows() {
      let copy = try backUpBeforeMigration(connection, time: context.time)
      remarks.append(Diagnostic(StoreMessages.backedUpBefore, ["file": copy], severity: .note))
    }
    try transaction(on: connection, context: context) {
      var change = SchemaChange(entities, on: connection)
      try change.apply()
      remarks += change.remarks
      try connection.run(
        #"INSERT INTO "_meta" (name, value) VALUES ('schema', ?1) ON CONFLICT DO UPDATE SET value = ?1"#,
        [.text(fingerprint)])
      guard !change.converted.isEmpty else { return }
      let session = try ChangeSession(
        connection, schema: try StoreSchema(entities, on: connection), context: context)
      for entity in change.converted {
        try session.note(JournalPart(entity: entity, action: .convert, first: 0, last: 0, rows: 0))
      }
      _ = try session.close(kind: .schema)
    }
    return remarks
  }
}

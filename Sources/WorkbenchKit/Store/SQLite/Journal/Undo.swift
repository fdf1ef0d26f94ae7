import KitModel
import KitQuery

/// Takes changes back, part by part in reverse order.
struct Undo {
  let connection: SQLiteConnection
  let schema: StoreSchema
  let journal: Journal

  /// The last change that stands and can be named: no undo, nothing that was taken back.
  static func lastStanding(_ connection: SQLiteConnection) throws -> Int64 {
    let last = try connection.integer(
      #"SELECT max(id) FROM "_change" WHERE kind = 'change' AND undone_by IS NULL"#)
    // Who has restored a backup and types undo means the restore, not what was done before it.
    let restore = try connection.integer(#"SELECT max(id) FROM "_change" WHERE kind = 'restore'"#)
    if let restore, restore > last ?? 0 {
      throw Diagnostic(StoreMessages.cannotUndoKind, ["id": String(restore)])
    }
    guard let last else { throw Diagnostic(StoreMessages.nothingToUndo) }
    return last
  }

  /// The changes to be taken back, the latest first. Throws when one of them must stay.
  func plan(_ id: Int64, withLater: Bool) throws -> [ChangeRecord] {
    let dependents = Dependents(connection: connection, schema: schema)
    var records: [Int64: ChangeRecord] = [:]
    var waiting = [id]
    var later = Dependents.Found()
    while let next = waiting.popLast() {
      guard records[next] == nil else { continue }
      let record = try allowed(next)
      records[next] = record
      let found = try dependents.of(next)
      let new = found.changes.filter { records[$0] == nil }
      later.changes.formUnion(new)
      if next == id { later.rows = found.rows }
      waiting += new
    }
    if !later.changes.isEmpty && !withLater { throw try refusal(id, later) }
    return records.values.sorted { $0.id > $1.id }
  }

  private func refusal(_ id: Int64, _ later: Dependents.Found) throws -> Diagnostic {
    let notes = try later.changes.sorted().prefix(KeyClashes.shown).compactMap { try journal.record($0) }.map
    { record in
      Diagnostic.Note(
        StoreMessages.laterChange,
        [
          "id": String(record.id), "time": record.context.time.text, "person": record.context.person,
          "command": record.context.command,
        ])
    }
    return Diagnostic(
      StoreMessages.undoHasLater, ["id": String(id), "count": String(later.changes.count)],
      notes: notes + later.rows.prefix(ReferenceCheck.shown))
  }

  private func allowed(_ id: Int64) throws -> ChangeRecord {
    let arguments = ["id": String(id)]
    guard let record = try journal.record(id) else { throw Diagnostic(StoreMessages.noSuchChange, arguments) }
    if let by = record.undoneBy {
      throw Diagnostic(StoreMessages.alreadyUndone, ["id": String(id), "by": String(by)])
    }
    if let reason = record.sealed {
      throw Diagnostic(StoreMessages.sealedChange, ["id": String(id), "reason": reason])
    }
    switch record.kind {
    case .schema, .restore: throw Diagnostic(StoreMessages.cannotUndoKind, arguments)
    case .reveal: throw Diagnostic(StoreMessages.cannotUndoReveal, arguments)
    case .run: throw Diagnostic(StoreMessages.cannotUndoRun, arguments)
    case .change, .undo: break
    }
    return record
  }

  /// Takes one change back as an entry of its own.
  static func takeBack(_ change: ChangeRecord, in session: ChangeSession, _ journal: Journal) throws
    -> ChangeRecord
  {
    let connection = session.connection
    for part in try JournalPart.all(of: change.id, on: connection).reversed() {
      try takeBack(part, of: change.id, in: session)
    }
    let marks = try UndoMarks.given(by: session.id, taking: change.id) { id in
      try connection.integer(#"SELECT undoes FROM "_change" WHERE id = ?1"#, [.integer(id)])
    }
    for mark in marks {
      try connection.run(
        #"UPDATE "_change" SET undone_by = ?2 WHERE id = ?1"#,
        [.integer(mark.change), mark.undoneBy.map(SQLValue.integer) ?? .null])
    }
    guard let entry = try session.close(kind: .undo, undoes: change.id) else {
      throw Diagnostic(StoreMessages.nothingToUndo)
    }
    return entry
  }

  private static func takeBack(_ part: JournalPart, of change: Int64, in session: ChangeSession) throws {
    // What was seen stays seen, and the entry that says so stays.
    if part.action == .reveal || part.action == .run { return }
    if part.action == .save {
      try session.point(part.entity, to: part.first)
      try session.note(
        JournalPart(entity: part.entity, action: .save, first: part.last, last: part.first, rows: part.rows))
      return
    }
    let table = try session.schema.table(part.entity)
    let converted = ConvertedFields(part, table)
    let rows = part.rowCondition("_rid", images: table.images)
    let count: Int
    switch part.action {
    case .insert where converted.isEmpty:
      // The rows are as they were inserted, since no later change touched them: their digest is known.
      count = try session.delete(from: table, where: rows, columns: part.columns, digest: part.digest)
    case .insert, .revive: count = try session.delete(from: table, where: rows)
    case .update, .delete:
      try converted.refuseLoss(of: change, on: session.connection)
      count =
        part.action == .update
        ? try restore(part, table, rows, in: session)
        : try revive(part, table, isConverted: !converted.isEmpty, in: session)
    case .save, .convert, .reveal, .run: return
    }
    guard count == part.rows else {
      throw Diagnostic(
        StoreMessages.rowsNotAsJournaled,
        ["id": String(change), "entity": table.entity.label.zh, "entityEn": table.entity.label.en])
    }
  }

  /// Gives updated rows the values of their images, with images of their own.
  private static func restore(
    _ part: JournalPart, _ table: TableShape, _ rows: String, in session: ChangeSession
  )
    throws -> Int
  {
    let images = try session.takeImages(of: table, where: rows)
    let columns = (["_source", "_row"] + table.physical).map { "\(quoted($0)) = i.\(quoted($0))" }
    let count = try UniqueIndex.checkingAtEnd(of: table, on: session.connection) {
      try session.connection.run(
        """
        UPDATE \(quoted(table.name)) AS t SET \(columns.joined(separator: ", "))
        FROM \(quoted(table.images)) AS i
        WHERE i._seq BETWEEN \(part.first) AND \(part.last) AND t._rid = i._rid
        """)
    }
    try session.note(
      JournalPart(
        entity: table.name, action: .update, first: images.first, last: images.last, rows: count,
        columns: table.columnIDs))
    return count
  }

  /// Brings deleted rows back under their old ids.
  private static func revive(
    _ part: JournalPart, _ table: TableShape, isConverted: Bool, in session: ChangeSession
  ) throws -> Int {
    let indexes = UniqueIndex.all(of: table.entity)
    let isLarge = part.rows > 20_000
    if isLarge {
      try session.enlargeCache()
      for index in indexes { try index.drop(on: session.connection) }
    }
    let count: Int
    do {
      count = try session.connection.run(
        """
        INSERT INTO \(quoted(table.name)) (_rid, _source, _row\(table.physicalList))
        SELECT _rid, _source, _row\(table.physicalList) FROM \(quoted(table.images))
        WHERE _seq BETWEEN \(part.first) AND \(part.last) ORDER BY _seq
        """)
      if isLarge { for index in indexes { try index.create(on: session.connection) } }
    } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.constraint {
      throw KeyClashes.taken(failure, in: table)
    }
    // With a field that was converted since, what is in the present columns was never covered by a digest.
    try session.note(
      JournalPart(
        entity: table.name, action: .revive, first: part.first, last: part.last, rows: count,
        columns: isConverted ? table.columnIDs : part.columns), digest: isConverted ? nil : part.digest)
    return count
  }
}

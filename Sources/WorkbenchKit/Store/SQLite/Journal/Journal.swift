import KitModel
import KitQuery

/// Reads and writes the journal on a connection.
struct Journal {
  let connection: SQLiteConnection

  /// The number of the next entry. Right only while the write lock is held.
  func nextID() throws -> Int64 { (try connection.integer(#"SELECT max(id) FROM "_change""#) ?? 0) + 1 }

  /// Writes an entry with its parts at the end of the chain. Sources are in their table already.
  func append(_ entry: JournalEntry) throws {
    let previous = try link(of: nil)?.link ?? []
    let link = entry.link(after: previous)
    let statement = try connection.prepare(
      """
      INSERT INTO "_change" (id, time, offset, person, login, command, kind, undoes, head)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """)
    let context = entry.context
    statement.bind([
      .integer(entry.id), .text(context.time.text), .integer(Int64(context.time.offset)),
      .text(context.person),
      .text(context.login), .text(context.command), .text(entry.kind.rawValue),
      entry.undoes.map(SQLValue.integer) ?? .null,
    ])
    statement.bind(bytes: link, at: 9)
    try statement.run()
    let insert = try connection.prepare(
      """
      INSERT INTO "_part" (change, entity, action, first, last, rows, columns, mark, digest)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """)
    for part in entry.parts {
      insert.bind([
        .integer(entry.id), .text(part.entity), .text(part.action.rawValue), .integer(part.first),
        .integer(part.last), .integer(Int64(part.rows)), .text(part.columnText), .integer(part.mark),
      ])
      insert.bind(bytes: part.digest, at: 9)
      try insert.run()
    }
    for seal in entry.seals {
      try connection.run(
        #"INSERT INTO "_seal" (change, sealed_by, reason) VALUES (?1, ?2, ?3)"#,
        [.integer(seal.change), .integer(entry.id), .text(seal.reason)])
    }
  }

  /// The link of a change, nil: of the last one.
  func link(of id: Int64?) throws -> (id: Int64, link: [UInt8])? {
    let condition = id.map { "WHERE id = \($0)" } ?? ""
    return try connection.first(
      #"SELECT id, head FROM "_change" \#(condition) ORDER BY id DESC LIMIT 1"#
    ) { ($0.integer(at: 0), $0.bytes(at: 1)) }
  }

  func head() throws -> ChainHead? {
    guard let last = try link(of: nil) else { return nil }
    return try record(last.id)?.head
  }

  /// An entry with its parts, sources and seals.
  func entry(_ id: Int64) throws -> JournalEntry? {
    guard let entry = try bareEntry(id) else { return nil }
    var whole = entry
    whole.parts = try JournalPart.all(of: id, on: connection)
    whole.sources = try sources(of: id)
    whole.seals = try connection.map(
      #"SELECT change, reason FROM "_seal" WHERE sealed_by = ?1 ORDER BY id"#, [.integer(id)]
    ) { ($0.integer(at: 0), $0.text(at: 1)) }
    return whole
  }

  /// The sources that a change brought, as the chain covers them.
  func sources(of id: Int64) throws -> [JournalEntry.SourceRow] {
    // A store of the first version that can only be read has no column for the entity.
    let isKept = try connection.integer("SELECT 1 FROM pragma_table_info('_source') WHERE name = 'entity'")
    return try connection.map(
      """
      SELECT id, file, sha256, copy, sheet, header, mapping, \(isKept == nil ? "NULL" : "entity")
      FROM "_source" WHERE change = ?1 ORDER BY id
      """, [.integer(id)]
    ) { row in
      // Sources of the first version say no entity, and their links were made without it.
      let entity = row.optionalText(at: 7).map { [$0] } ?? []
      return JournalEntry.SourceRow(
        id: row.integer(at: 0), texts: (1...6).map { row.optionalText(at: $0) } + entity)
    }
  }

  private func bareEntry(_ id: Int64) throws -> JournalEntry? {
    try connection.first(
      #"SELECT time, offset, person, login, command, kind, undoes FROM "_change" WHERE id = ?1"#,
      [.integer(id)]
    ) { row in
      let offset = Int(row.integer(at: 1))
      // The kept text is the time on the clock that took it; the moment is that less the clock's offset.
      let shown = Timestamp(text: row.text(at: 0))?.seconds ?? 0
      return JournalEntry(
        id: id,
        context: ChangeContext(
          person: row.text(at: 2), login: row.text(at: 3),
          time: Timestamp(seconds: shown - Int64(offset), offset: offset), command: row.text(at: 4)),
        kind: ChangeRecord.Kind(rawValue: row.text(at: 5)) ?? .change, undoes: row.optionalInteger(at: 6),
        parts: [], sources: [], seals: [])
    }
  }

  /// An entry as others see it.
  func record(_ id: Int64) throws -> ChangeRecord? {
    guard let entry = try bareEntry(id), let link = try link(of: id) else { return nil }
    let parts = try JournalPart.all(of: id, on: connection).compactMap { part in
      ChangeRecord.Action(rawValue: part.action.rawValue).map {
        ChangeRecord.Part(table: part.entity, action: $0, rows: part.rows)
      }
    }
    return ChangeRecord(
      id: id, context: entry.context, kind: entry.kind, undoes: entry.undoes,
      undoneBy: try connection.integer(#"SELECT undone_by FROM "_change" WHERE id = ?1"#, [.integer(id)]),
      sealed: try connection.text(
        #"SELECT reason FROM "_seal" WHERE change = ?1 ORDER BY id LIMIT 1"#, [.integer(id)]),
      head: ChainHead(change: id, code: JournalEntry.code(link.link), time: entry.context.time), parts: parts)
  }
}

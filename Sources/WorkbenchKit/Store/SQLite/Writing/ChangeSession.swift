import FoundationEssentials
import KitModel
import KitQuery

/// A change while it is made: what it has done so far, and the ways to do more.
final class ChangeSession: ChangeTransaction {
  let connection: SQLiteConnection
  let schema: StoreSchema
  let context: ChangeContext
  /// The number that the entry will have.
  private(set) var id: Int64
  private(set) var parts: [JournalPart] = []
  private var seals: [(change: Int64, reason: String)] = []
  private var hasSources = false
  /// The id of the next row: one counter for all tables, which never goes back.
  private(set) var nextRow: Int64
  private var firstRow: Int64
  /// What has to be said about the rows that the present intent has read.
  var remarks: [Diagnostic] = []
  /// A writer that has not been finished.
  private var openWriters = 0

  /// It is a dry run around other changes: each of them becomes an entry, as it would in earnest, so that what comes
  /// later finds it in the journal; in the end all are taken back.
  let isTrial: Bool
  /// Changes that run within this one.
  private var depth = 0

  init(
    _ connection: SQLiteConnection, schema: StoreSchema, context: ChangeContext, isTrial: Bool = false
  ) throws {
    self.connection = connection
    self.isTrial = isTrial
    self.schema = schema
    self.context = context
    id = try Journal(connection: connection).nextID()
    firstRow = try Self.nextRow(connection)
    nextRow = firstRow
  }

  private static func nextRow(_ connection: SQLiteConnection) throws -> Int64 {
    let kept = try connection.text(#"SELECT value FROM "_meta" WHERE name = 'next_row'"#)
    return kept.flatMap { Int64($0) } ?? 1
  }

  /// Whether it has done nothing yet.
  var isUntouched: Bool { parts.isEmpty && seals.isEmpty && !hasSources && openWriters == 0 }

  /// Goes behind entries that were made within it while it was untouched.
  func renumber() throws {
    id = try Journal(connection: connection).nextID()
    firstRow = try Self.nextRow(connection)
    nextRow = firstRow
  }

  /// Writes the entry of the journal; nil when nothing was changed.
  func close(
    kind: ChangeRecord.Kind = .change, undoes: Int64? = nil, as command: ChangeContext? = nil
  ) throws -> ChangeRecord? {
    if openWriters > 0 { throw Diagnostic(StoreMessages.writerOpen) }
    if parts.isEmpty && seals.isEmpty && kind == .change {
      // A source that no row came from leaves no trace.
      if hasSources { try connection.run(#"DELETE FROM "_source" WHERE change = ?1"#, [.integer(id)]) }
      return nil
    }
    if nextRow != firstRow {
      try connection.run(
        #"INSERT INTO "_meta" (name, value) VALUES ('next_row', ?1) ON CONFLICT DO UPDATE SET value = ?1"#,
        [.text(String(nextRow))])
    }
    let journal = Journal(connection: connection)
    try journal.append(
      JournalEntry(
        id: id, context: command ?? context, kind: kind, undoes: undoes, parts: parts,
        sources: try journal.sources(of: id), seals: seals))
    return try journal.record(id)
  }

  /// Runs `body` as a part of the change that is taken back by itself when it throws, or at its end.
  func joined<Result>(
    keep: Bool, _ command: ChangeContext, _ body: (any ChangeTransaction) throws -> Result
  ) throws -> Result {
    let (partCount, sealCount, writers) = (parts.count, seals.count, openWriters)
    depth += 1
    defer { depth -= 1 }
    func forget() {
      parts.removeLast(max(0, parts.count - partCount))
      seals.removeLast(max(0, seals.count - sealCount))
      openWriters = writers
    }
    do {
      return try connection.savepoint(keep: keep) {
        let result = try body(self)
        if !keep {
          forget()
        } else if isTrial && depth == 1 {
          _ = try close(as: command)
          (parts, seals, hasSources) = ([], [], false)
          try renumber()
        }
        return result
      }
    } catch {
      forget()
      throw error
    }
  }

  // MARK: What was done

  /// Numbers for new rows.
  func reserveRows(_ count: Int) -> Int64 {
    let first = nextRow
    nextRow += Int64(count)
    return first
  }

  /// The last image of a table.
  func lastImage(_ table: String) throws -> Int64 {
    try connection.integer("SELECT max(_seq) FROM \(quoted(TableShape.images(of: table)))") ?? 0
  }

  /// Notes a part; its digest is read from the rows unless it is known. Rows for a whole beside rows for its parts
  /// are refused here, where all rows pass that come or come back.
  func note(_ part: JournalPart, digest: [UInt8]? = nil) throws {
    guard part.rows > 0 || !part.action.concernsRows else { return }
    if part.action == .insert || part.action == .revive {
      try schema.tables[part.entity].flatMap { WholeCheck(connection, $0) }?.refuse(part)
    }
    var noted = part
    if part.action.concernsRows { noted.mark = try lastImage(part.entity) }
    noted.digest =
      try digest ?? StateReader(connection: connection, schema: schema).digest(of: noted)?.digest ?? []
    parts.append(noted)
  }

  private(set) var hasEnlargedCache = false

  /// Sorting in memory saves a third of the building of an index; the store shrinks the cache again.
  func enlargeCache() throws {
    if hasEnlargedCache { return }
    try connection.run("PRAGMA cache_size = -32000")
    hasEnlargedCache = true
  }

  func writerOpened() { openWriters += 1 }
  func writerClosed() { openWriters -= 1 }

  // MARK: ChangeTransaction

  func addSource(_ source: SourceRecord, into entity: EntityDeclaration) throws -> Int64 {
    hasSources = true
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let header = String(decoding: try encoder.encode(source.header), as: UTF8.self)
    let mapping = String(decoding: try encoder.encode(source.mapping), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO "_source" (change, file, sha256, copy, sheet, header, mapping, entity)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """,
      [
        .integer(id), .text(source.file), .text(source.sha256), .text(source.copy),
        source.sheet.map(SQLValue.text) ?? .null, .text(header), .text(mapping),
        .text(entity.fullName),
      ])
    return try connection.integer("SELECT last_insert_rowid()") ?? 0
  }

  func rowWriter(into entity: EntityDeclaration, fields: [String], mode: WriteMode, source: Int64?) throws
    -> any RowWriter
  {
    let target = try WriteTarget(entity.fullName, fields: fields, schema: schema)
    let isPlain = target.lineage.count == 1
    let table = quoted(target.leaf.name)
    let isEmpty = try connection.integer("SELECT 1 FROM \(table) LIMIT 1") == nil
    switch mode {
    case .insert where isPlain: return try DirectWriter(self, target, source: source)
    case .upsert where isPlain && isEmpty, .merge where isPlain && isEmpty:
      return try DirectWriter(self, target, source: source)
    default: return try StagedWriter(self, target, mode: mode, source: source)
    }
  }

  func seal(_ change: Int64?, reason: String) throws {
    guard let change else { return seals.append((id, reason)) }
    guard try connection.integer(#"SELECT 1 FROM "_change" WHERE id = ?1"#, [.integer(change)]) != nil else {
      throw Diagnostic(StoreMessages.noSuchChange, ["id": String(change)])
    }
    seals.append((change, reason))
  }
}

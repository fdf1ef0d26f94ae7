import KitModel

/// Writes many new rows straight into the table of an entity.
///
/// The unique indexes stay while rows are few; when they become many they are dropped and built again at the
/// end, which costs a third of keeping them (notes on storage). Clashes are then found all at once.
final class DirectWriter: RowWriter {
  private let session: ChangeSession
  private let target: WriteTarget
  private let insert: BulkInsert
  private let indexes: [UniqueIndex]
  private let keyCells: [Int]
  private let first: Int64
  private var indexesDropped = false
  /// Rows that were there before; counted when it matters, since a small write costs less than the counting.
  private var present: Int64?
  private var emptyKeys: [Int64] = []
  private var emptyKeyCount = 0
  private var isFinished = false

  init(_ session: ChangeSession, _ target: WriteTarget, source: Int64?) throws {
    self.session = session
    self.target = target
    let table = target.leaf
    indexes = UniqueIndex.all(of: table.entity)
    first = session.nextRow
    let cells = Dictionary(
      target.fields.enumerated().map { ($1.field.id, $0) }, uniquingKeysWith: { first, _ in first })
    keyCells = table.key.compactMap { cells[$0] }
    let layout = BulkInsert.Layout(
      table: quoted(table.name), idColumn: "_rid", source: source, rowColumn: source == nil ? nil : "_row",
      columns: target.fields.map { ($0.field.id, $0.form.cellKind) },
      digest: table.columns.map { cells[$0.field.id] }, order: ["_rid", "_source", "_row"] + table.physical)
    insert = try BulkInsert(session.connection, layout, firstRow: first)
    session.writerOpened()
  }

  func append(_ rows: RowBuffer) throws {
    findEmptyKeys(rows)
    if !indexesDropped, try areMany(insert.next - first + Int64(rows.rowCount)) { try dropIndexes() }
    do {
      try insert.append(rows)
    } catch let clash as BulkInsert.Clash {
      guard clash.failure.kind == SQLiteCode.constraint, !indexesDropped else { throw clash.failure }
      try dropIndexes()
      try insert.append(rows, from: clash.row)
    }
  }

  /// Whether so many rows are written that indexes are better built afterwards.
  private func areMany(_ rows: Int64) throws -> Bool {
    guard rows > 20_000 else { return false }
    if present == nil {
      let counted = try session.connection.integer("SELECT count(*) FROM \(quoted(target.leaf.name))")
      present = (counted ?? 0) - (insert.next - first)
    }
    return rows > (present ?? 0) / 4
  }

  private func findEmptyKeys(_ rows: RowBuffer) {
    for row in 0..<rows.rowCount {
      for cell in keyCells where rows.cells[row * rows.width + cell].kind == .null {
        emptyKeyCount += 1
        if emptyKeys.count < KeyClashes.shown { emptyKeys.append(rows.rowNumbers[row]) }
      }
    }
  }

  private func dropIndexes() throws {
    for index in indexes { try index.drop(on: session.connection) }
    try session.enlargeCache()
    indexesDropped = true
  }

  func finish() throws -> WriteCounts {
    guard !isFinished else { return WriteCounts() }
    isFinished = true
    session.writerClosed()
    let clashes = KeyClashes(connection: session.connection, entity: target.entity)
    if emptyKeyCount > 0 { throw clashes.emptyKeys(emptyKeys, count: emptyKeyCount) }
    if indexesDropped { try buildIndexes(clashes) }
    let count = Int(insert.next - first)
    _ = session.reserveRows(count)
    try session.note(
      JournalPart(
        entity: target.leaf.name, action: .insert, first: first, last: insert.next - 1, rows: count,
        columns: target.leaf.columnIDs), digest: insert.digest())
    return WriteCounts(inserted: count)
  }

  private func buildIndexes(_ clashes: KeyClashes) throws {
    for index in indexes {
      do {
        try index.create(on: session.connection)
      } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.constraint {
        throw try clashes.inTable(index, firstNew: first)
      }
    }
  }
}

import KitModel

/// Writes rows that may be there already, or that belong to several tables: into a temporary table first, from
/// which sets of rows are then merged.
final class StagedWriter: RowWriter {
  private let session: ChangeSession
  private let target: WriteTarget
  private let mode: WriteMode
  private let source: Int64?
  private let stage: Stage
  private let insert: BulkInsert
  private let keyCells: [Int]
  private var emptyKeys: [Int64] = []
  private var isFinished = false

  init(_ session: ChangeSession, _ target: WriteTarget, mode: WriteMode, source: Int64?) throws {
    self.session = session
    self.target = target
    self.mode = mode
    self.source = source
    stage = try Stage(session.connection, fields: target.fields)
    insert = try stage.writer()
    keyCells = target.leaf.key.compactMap { key in target.fields.firstIndex { $0.field.id == key } }
    session.writerOpened()
  }

  func append(_ rows: RowBuffer) throws {
    for row in 0..<rows.rowCount {
      for cell in keyCells where rows.cells[row * rows.width + cell].kind == .null {
        emptyKeys.append(rows.rowNumbers[row])
      }
    }
    do {
      try insert.append(rows)
    } catch let clash as BulkInsert.Clash {
      throw clash.failure
    }
  }

  func finish() throws -> WriteCounts {
    guard !isFinished else { return WriteCounts() }
    isFinished = true
    session.writerClosed()
    if !emptyKeys.isEmpty {
      throw KeyClashes(connection: session.connection, entity: target.entity).emptyKeys(
        Array(emptyKeys.prefix(KeyClashes.shown)), count: emptyKeys.count)
    }
    let counts = try StageMerge(session, stage, target, mode: mode, source: source).run()
    try stage.drop()
    return counts
  }
}

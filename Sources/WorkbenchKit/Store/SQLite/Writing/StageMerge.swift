import KitModel
import KitQuery

/// Merges the rows of a stage into the tables of an entity: which are new, which differ, which are the same is
/// found by the engine in sets, so that a large file costs no look-up for each row.
struct StageMerge {
  private let session: ChangeSession
  private let stage: Stage
  private let target: WriteTarget
  private let mode: WriteMode
  private let source: Int64?
  private var connection: SQLiteConnection { session.connection }

  init(_ session: ChangeSession, _ stage: Stage, _ target: WriteTarget, mode: WriteMode, source: Int64?) {
    self.session = session
    self.stage = stage
    self.target = target
    self.mode = mode
    self.source = source
  }

  /// Rows of the stage that changed something, but for those that are new.
  static let touched = #"temp."~touched""#

  func run() throws -> WriteCounts {
    try refuseDoubles()
    try refuseByMode()
    let total = Int(try connection.integer("SELECT count(*) FROM \(stage.table)") ?? 0)
    try connection.run("DROP TABLE IF EXISTS \(Self.touched)")
    try connection.run("CREATE TABLE \(Self.touched) (n INTEGER PRIMARY KEY)")
    var inserted = 0
    for table in target.lineage {
      let updates = TableUpdate(
        session, table: table, columns: target.own(of: table), constant: target.constant(in: table),
        keepsFilled: mode == .merge, source: source)
      try updates.run(matching: matching(table))
      inserted = try insertNew(table, isLeaf: table.name == target.leaf.name)
    }
    let updated = Int(try connection.integer("SELECT count(*) FROM \(Self.touched)") ?? 0)
    try connection.run("DROP TABLE \(Self.touched)")
    return WriteCounts(inserted: inserted, updated: updated, unchanged: total - inserted - updated)
  }

  private func matching(_ table: TableShape) -> String {
    "JOIN \(quoted(table.name)) AS t ON "
      + table.key.map { "t.\(quoted($0)) = s.\(quoted($0))" }.joined(separator: " AND ")
  }

  private func refuseDoubles() throws {
    let clashes = KeyClashes(connection: connection, entity: target.entity)
    let given = Set(target.fields.map(\.field.id))
    for table in target.lineage {
      for index in UniqueIndex.all(of: table.entity) where given.isSuperset(of: index.columns) {
        if let clash = try clashes.inStage(index, stage: stage.table) { throw clash }
      }
    }
  }

  /// `insert` wants new keys only, `update` existing ones only; and a row of another kind is not turned into one
  /// of this entity.
  private func refuseByMode() throws {
    let leaf = target.leaf
    let clashes = KeyClashes(connection: connection, entity: leaf.entity)
    if mode == .insert, let found = try rows("\(matching(leaf))") {
      throw clashes.existing(found.rows, count: found.count)
    }
    if mode == .update, let found = try rows("LEFT \(matching(leaf)) WHERE t._rid IS NULL") {
      throw Diagnostic(
        StoreMessages.noSuchRow,
        [
          "entity": leaf.entity.label.zh, "entityEn": leaf.entity.label.en,
          "keys": found.rows.map(\.value).joined(separator: "、"), "count": String(found.count),
        ])
    }
    for table in target.lineage.dropLast() {
      guard let constant = target.constant(in: table) else { continue }
      let column = "t." + quoted(constant.field)
      if let found = try rows("\(matching(table)) WHERE \(column) <> ?1", [.text(constant.value)]) {
        throw Diagnostic(
          StoreMessages.otherKind,
          [
            "entity": leaf.entity.label.zh, "entityEn": leaf.entity.label.en,
            "keys": found.rows.map(\.value).joined(separator: "、"), "count": String(found.count),
          ])
      }
    }
  }

  /// Keys and row numbers of the rows of the stage that a condition holds for; nil: none.
  private func rows(_ rest: String, _ parameters: [SQLValue] = []) throws
    -> (rows: [(value: String, row: Int64?)], count: Int)?
  {
    let count = try connection.integer("SELECT count(*) FROM \(stage.table) AS s \(rest)", parameters) ?? 0
    guard count > 0 else { return nil }
    let key = target.leaf.key.map { "s." + quoted($0) }.joined(separator: ", ")
    let rows = try connection.map(
      "SELECT s._row, \(key) FROM \(stage.table) AS s \(rest) ORDER BY s._n LIMIT \(KeyClashes.shown)",
      parameters
    ) { row in
      let value = target.leaf.key.indices.map { KeyClashes.text(row.value(at: $0 + 1)) }
      return (value: value.joined(separator: " "), row: row.optionalInteger(at: 0))
    }
    return (rows, Int(count))
  }

  private func insertNew(_ table: TableShape, isLeaf: Bool) throws -> Int {
    let own = target.own(of: table).map(\.field.id)
    let names = table.key + own
    var columns = ["_rid", "_source", "_row"] + names.map(quoted)
    var values = ["?1 + row_number() OVER (ORDER BY s._n)", source.map(String.init) ?? "NULL"]
    values.append(source == nil ? "NULL" : "s._row")
    values += names.map { "s." + quoted($0) }
    var parameters: [SQLValue] = [.integer(session.nextRow - 1)]
    if let constant = target.constant(in: table) {
      columns.append(quoted(constant.field))
      values.append("?2")
      parameters.append(.text(constant.value))
    }
    let new = "FROM \(stage.table) AS s LEFT \(matching(table)) WHERE t._rid IS NULL"
    if isLeaf {
      try connection.run("DELETE FROM \(Self.touched) WHERE n IN (SELECT s._n \(new))")
    } else {
      try connection.run("INSERT OR IGNORE INTO \(Self.touched) SELECT s._n \(new)")
    }
    let count: Int
    do {
      count = try connection.run(
        """
        INSERT INTO \(quoted(table.name)) (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) \(new) ORDER BY s._n
        """, parameters)
    } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.constraint {
      throw KeyClashes.taken(failure, in: table)
    }
    let first = session.reserveRows(count)
    try session.note(
      JournalPart(
        entity: table.name, action: .insert, first: first, last: first + Int64(count) - 1, rows: count,
        columns: table.columnIDs))
    return count
  }
}

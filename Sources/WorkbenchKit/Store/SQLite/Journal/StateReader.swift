import KitModel

/// Reads rows as they were when a part of the journal was done: what later images say of them, else as they are.
struct StateReader {
  let connection: SQLiteConnection
  let schema: StoreSchema

  /// The digest that a part should have, and how many rows it covers. Nil when the table or a column is not
  /// known: its plugin is not enabled, so its rows cannot have changed through this program either.
  func digest(of part: JournalPart) throws -> (digest: [UInt8], rows: Int)? {
    let hasher = RowHasher()
    var rows = 0
    func add(_ sql: String, skipping: Int) throws {
      try connection.forEach(sql) { row in
        if rows & 1023 == 0 { try connection.operation.check() }
        hasher.add(row: row, from: skipping)
        rows += 1
      }
    }
    switch part.action {
    case .convert, .reveal: return (part.digest, part.rows)
    case .run: try add(#"SELECT * FROM "_run" WHERE change = \#(part.first)"#, skipping: 0)
    case .save:
      guard part.last > 0 else { return ([], 0) }
      try add("SELECT * FROM \(quoted(StoredTables.storedName(part.last))) ORDER BY _rid", skipping: 0)
    case .insert:
      guard let columns = columnNames(part) else { return nil }
      try add(insertedRows(part, columns), skipping: 0)
    case .delete:
      guard let columns = columnNames(part) else { return nil }
      try add(imageRows(part, columns), skipping: 0)
    case .update:
      guard let columns = columnNames(part) else { return nil }
      try add(imageRows(part, columns), skipping: 0)
      let images = rows
      try add(rowsAfter(part, columns), skipping: 1)
      rows -= images
    case .revive:
      guard let columns = columnNames(part) else { return nil }
      try add(rowsAfter(part, columns), skipping: 1)
    }
    return (hasher.finish(), rows)
  }

  private func columnNames(_ part: JournalPart) -> [String]? {
    let names = part.columns.compactMap { schema.columnNames[$0] }
    return names.count == part.columns.count ? names : nil
  }

  private func list(_ columns: [String], of alias: String) -> String {
    (["_rid", "_source", "_row"] + columns).map { "\(alias).\(quoted($0))" }.joined(separator: ", ")
  }

  private func imageRows(_ part: JournalPart, _ columns: [String]) -> String {
    let images = quoted(TableShape.images(of: part.entity))
    return """
      SELECT \(list(columns, of: "i")) FROM \(images) AS i WHERE i._seq BETWEEN \(part.first) AND \(part.last)
      ORDER BY i._seq
      """
  }

  private func insertedRows(_ part: JournalPart, _ columns: [String]) throws -> String {
    let table = quoted(part.entity)
    let images = quoted(TableShape.images(of: part.entity))
    let range = "BETWEEN \(part.first) AND \(part.last)"
    let touched = try connection.integer(
      "SELECT 1 FROM \(images) WHERE _rid \(range) AND _seq > \(part.mark) LIMIT 1")
    if touched == nil {
      return "SELECT \(list(columns, of: "t")) FROM \(table) AS t WHERE t._rid \(range) ORDER BY t._rid"
    }
    return """
      WITH later AS MATERIALIZED (
        SELECT _rid, min(_seq) AS _seq FROM \(images) WHERE _rid \(range) AND _seq > \(part.mark) GROUP BY _rid)
      SELECT \(list(columns, of: "t")) FROM \(table) AS t
      WHERE t._rid \(range) AND t._rid NOT IN (SELECT _rid FROM later)
      UNION ALL
      SELECT \(list(columns, of: "i")) FROM later JOIN \(images) AS i ON i._seq = later._seq
      ORDER BY 1
      """
  }

  /// The rows that the images of the part are of, after it; a first column gives their order.
  private func rowsAfter(_ part: JournalPart, _ columns: [String]) -> String {
    let images = quoted(TableShape.images(of: part.entity))
    return """
      WITH target AS MATERIALIZED (
        SELECT _seq AS n, _rid FROM \(images) WHERE _seq BETWEEN \(part.first) AND \(part.last)),
      later AS MATERIALIZED (
        SELECT _rid, min(_seq) AS _seq FROM \(images)
        WHERE _seq > \(part.mark) AND _rid IN (SELECT _rid FROM target) GROUP BY _rid)
      SELECT target.n, \(list(columns, of: "t")) FROM target JOIN \(quoted(part.entity)) AS t ON t._rid = target._rid
      WHERE target._rid NOT IN (SELECT _rid FROM later)
      UNION ALL
      SELECT target.n, \(list(columns, of: "i"))
      FROM target JOIN later ON later._rid = target._rid JOIN \(images) AS i ON i._seq = later._seq
      ORDER BY 1
      """
  }
}

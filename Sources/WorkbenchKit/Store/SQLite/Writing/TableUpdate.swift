import KitModel
import KitQuery

/// Gives rows of one table the values of a stage, where they differ: images first, then the new values.
struct TableUpdate {
  private let session: ChangeSession
  private let table: TableShape
  private let columns: [TableShape.ColumnShape]
  private let constant: (field: String, value: String)?
  /// An empty cell leaves what is there.
  private let keepsFilled: Bool
  /// Rows take this as their source; nil: they keep theirs, since the value was typed.
  private let source: Int64?

  init(
    _ session: ChangeSession, table: TableShape, columns: [TableShape.ColumnShape],
    constant: (field: String, value: String)? = nil, keepsFilled: Bool = false, source: Int64? = nil
  ) {
    self.session = session
    self.table = table
    self.columns = columns
    self.constant = constant
    self.keepsFilled = keepsFilled
    self.source = source
  }

  private static let match = #"temp."~match""#

  /// `join` leads from the stage `s` to the row `t` of each.
  func run(matching join: String) throws {
    let connection = session.connection
    guard !columns.isEmpty || constant != nil else { return }
    var differs = columns.map { column -> String in
      let name = quoted(column.field.id)
      return keepsFilled
        ? "(s.\(name) IS NOT NULL AND s.\(name) IS NOT t.\(name))" : "s.\(name) IS NOT t.\(name)"
    }
    var parameters: [SQLValue] = []
    if let constant {
      differs.append("t.\(quoted(constant.field)) IS NOT ?1")
      parameters.append(.text(constant.value))
    }
    try connection.run("DROP TABLE IF EXISTS \(Self.match)")
    try connection.run("CREATE TABLE \(Self.match) (rid INTEGER PRIMARY KEY, n INTEGER NOT NULL)")
    let count = try connection.run(
      """
      INSERT OR IGNORE INTO \(Self.match) (rid, n)
      SELECT t._rid, s._n FROM \(Stage.name) AS s \(join) WHERE \(differs.joined(separator: " OR "))
      """, parameters)
    if count > 0 {
      let images = try session.takeImages(of: table, rows: "SELECT rid FROM \(Self.match)")
      try update(parameters)
      try connection.run("INSERT OR IGNORE INTO \(StageMerge.touched) SELECT n FROM \(Self.match)")
      try session.note(
        JournalPart(
          entity: table.name, action: .update, first: images.first, last: images.last, rows: count,
          columns: table.columnIDs))
    }
    try connection.run("DROP TABLE \(Self.match)")
  }

  private func update(_ parameters: [SQLValue]) throws {
    var sets = columns.map { column -> String in
      let name = quoted(column.field.id)
      return keepsFilled ? "\(name) = coalesce(s.\(name), t.\(name))" : "\(name) = s.\(name)"
    }
    if let constant { sets.append("\(quoted(constant.field)) = ?1") }
    if let source { sets += ["_source = \(source)", "_row = s._row"] }
    _ = try UniqueIndex.checkingAtEnd(of: table, on: session.connection) {
      try session.connection.run(
        """
        UPDATE \(quoted(table.name)) AS t SET \(sets.joined(separator: ", "))
        FROM \(Self.match) AS m JOIN \(Stage.name) AS s ON s._n = m.n WHERE t._rid = m.rid
        """, parameters)
    }
  }
}

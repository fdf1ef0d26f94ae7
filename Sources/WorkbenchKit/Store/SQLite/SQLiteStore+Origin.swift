import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  public func origin(entity: EntityDeclaration, key: [Value], field: String) throws -> CellOrigin? {
    try withReader { connection in
      let schema = try loadedSchema(connection)
      let lineage = try schema.lineage(of: entity).map { try schema.table($0.fullName) }
      guard let table = lineage.first(where: { $0.column(field) != nil }) else {
        throw Diagnostic(StoreMessages.unknownField, ["entity": entity.fullName, "field": field])
      }
      return try CellHistory(connection: connection, table: table, field: field).origin(of: key)
    }
  }

  public func values(of field: String, touchedBy change: Int64, in entity: EntityDeclaration) throws
    -> Set<String>
  {
    try withReader { connection in
      let table = try loadedSchema(connection).table(entity.fullName)
      guard table.column(field) != nil else { return [] }
      let column = quoted(field)
      let texts = try connection.map(
        """
        SELECT DISTINCT t.\(column) FROM "_part" AS p JOIN \(quoted(table.name)) AS t ON t._rid BETWEEN p.first AND p.last
        WHERE p.change = ?1 AND p.entity = ?2 AND p.action = 'insert'
        UNION
        SELECT DISTINCT i.\(column) FROM "_part" AS p
        JOIN \(quoted(table.images)) AS i ON i._seq BETWEEN p.first AND p.last
        WHERE p.change = ?1 AND p.entity = ?2 AND p.action IN ('update', 'delete')
        """, [.integer(change), .text(table.name)]
      ) { $0.text(at: 0) }
      return Set(texts)
    }
  }
}

/// Follows the value of one field of one row back to the change that gave it.
struct CellHistory {
  let connection: SQLiteConnection
  let table: TableShape
  let field: String

  private struct State {
    var value: SQLValue
    var source: Int64?
    var row: Int64?
    /// The image that shows it; nil: the row as it is.
    var image: Int64?
  }

  func origin(of key: [Value]) throws -> CellOrigin? {
    let condition = table.key.indices.map { "\(quoted(table.key[$0])) = ?\($0 + 1)" }.joined(
      separator: " AND ")
    let parameters = try zip(table.key, key).map { name, value in
      try SQLValue(stored: value, as: table.column(name)?.field.type ?? .text)
    }
    guard parameters.count == table.key.count,
      let rid = try connection.integer(
        "SELECT _rid FROM \(quoted(table.name)) WHERE \(condition)", parameters),
      let change = try changeThatSet(rid)
    else { return nil }
    return change
  }

  /// Walks back from the present state to the change that gave the value. An undo gives nothing of its own: it
  /// brought a value back, which came from where it came from before.
  private func changeThatSet(_ rid: Int64) throws -> CellOrigin? {
    let column = quoted(field)
    let images = try connection.map(
      """
      SELECT \(column), _source, _row, NULL FROM \(quoted(table.name)) WHERE _rid = ?1
      UNION ALL
      SELECT * FROM (
        SELECT \(column), _source, _row, _seq FROM \(quoted(table.images)) WHERE _rid = ?1 ORDER BY _seq DESC)
      """, [.integer(rid)]
    ) { row in
      State(
        value: row.value(at: 0), source: row.optionalInteger(at: 1), row: row.optionalInteger(at: 2),
        image: row.optionalInteger(at: 3))
    }
    var states = images[...]
    while let present = states.first {
      let same = states.prefix { $0.value == present.value }
      guard let given = same.last, let before = states.dropFirst(same.count).first else { break }
      let record = try before.image.flatMap(changeOfImage).flatMap {
        try Journal(connection: connection).record($0)
      }
      if record?.kind != .undo { return try origin(given, of: record) }
      states = states.dropFirst(same.count).drop { $0.value != present.value }
    }
    guard let first = images.last else { return nil }
    let made = try connection.integer(
      #"SELECT change FROM "_part" WHERE entity = ?1 AND action = 'insert' AND ?2 BETWEEN first AND last"#,
      [.text(table.name), .integer(rid)])
    return try origin(first, of: made.flatMap { try Journal(connection: connection).record($0) })
  }

  private func changeOfImage(_ image: Int64) throws -> Int64? {
    try connection.integer(
      """
      SELECT change FROM "_part" WHERE entity = ?1 AND action IN ('update', 'delete') AND ?2 BETWEEN first AND last
      """, [.text(table.name), .integer(image)])
  }

  private func origin(_ state: State, of change: ChangeRecord?) throws -> CellOrigin? {
    guard let record = change else { return nil }
    var origin = CellOrigin(change: record)
    // A typed change leaves the row's source as it was: the source counts only for the change that brought it.
    let brought = try state.source.flatMap {
      try connection.integer(#"SELECT change FROM "_source" WHERE id = ?1"#, [.integer($0)])
    }
    guard let source = state.source, brought == record.id else { return origin }
    origin.source = try sourceRecord(source)
    origin.row = state.row
    origin.column = origin.source.flatMap { found in
      found.header.firstIndex { found.mapping[$0] == field }.map { $0 + 1 }
    }
    if let column = origin.source?.mapping[SourceRecord.recordColumn].flatMap({ Int($0) }),
      let place = origin.column
    {
      origin.row = origin.row.map { $0 + Int64(place) - 1 }
      origin.column = column
    }
    return origin
  }

  private func sourceRecord(_ id: Int64) throws -> SourceRecord? {
    let decoder = JSONDecoder()
    return try connection.first(
      #"SELECT file, sha256, copy, sheet, header, mapping FROM "_source" WHERE id = ?1"#, [.integer(id)]
    ) { row in
      SourceRecord(
        file: row.text(at: 0), sha256: row.text(at: 1), copy: row.text(at: 2), sheet: row.optionalText(at: 3),
        header: try decoder.decode([String].self, from: Data(row.text(at: 4).utf8)),
        mapping: try decoder.decode([String: String].self, from: Data(row.text(at: 5).utf8)))
    }
  }
}

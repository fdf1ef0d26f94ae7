import KitModel
import KitQuery

extension ChangeSession {
  func write(_ intent: WriteIntent) throws -> WriteCounts {
    remarks = []
    var counts = try carryOut(intent)
    counts.remarks = remarks
    return counts
  }

  private func carryOut(_ intent: WriteIntent) throws -> WriteCounts {
    switch intent {
    case .set(let entity, let tables, let fields, let rows): try set(entity, tables, fields, rows)
    case .delete(let entity, let tables, let rows): try delete(entity, tables, rows)
    case .insert(let entity, let fields, let update, let rows):
      try insert(into: entity, fields.map(\.id), update: update, rows)
    case .save(let name, let replace, let rows): try save(rows, as: name, replacing: replace)
    }
  }

  // MARK: into

  private func insert(into entity: String, _ fields: [String], update: Bool, _ rows: CompiledQuery) throws
    -> WriteCounts
  {
    let target = try WriteTarget(entity, fields: fields, schema: schema)
    let required = target.lineage.flatMap(\.entity.fields).filter { field in
      field.isRequired && !fields.contains(field.id)
        && !target.lineage.contains { target.constant(in: $0)?.field == field.id }
    }
    if let field = required.first {
      throw Diagnostic(StoreMessages.valueRequired, ["field": field.label.zh, "fieldEn": field.label.en])
    }
    let writer = try StagedWriter(self, target, mode: update ? .upsert : .insert, source: nil)
    try copy(rows, fields: target.fields, rowIDs: 0, to: writer.append)
    let counts = try writer.finish()
    for table in target.lineage { try checkReferences(in: table, of: target.fields) }
    return counts
  }

  /// Hands the rows of a query over as cells: row ids as they are, then values in the form of the fields.
  private func copy(
    _ query: CompiledQuery, fields: [TableShape.ColumnShape], rowIDs: Int, to sink: (RowBuffer) throws -> Void
  ) throws {
    let rules = fields.map { FieldRules($0.field) }
    // A query that was broken off may have left counts behind.
    if !query.footnotes.isEmpty { _ = try connection.integer("SELECT \(SQLExtras.resetPassed)()") }
    var buffer = RowBuffer(width: rowIDs + fields.count)
    var reader = RowReader(query)
    var number = 0
    let statement = try connection.prepare(query.sql)
    statement.bind(query.parameters)
    while try statement.step() {
      try connection.operation.check()
      guard let row = try reader.read({ statement.cell(at: $0) }) else { continue }
      number += 1
      for (index, value) in row.values.enumerated() {
        if index < rowIDs {
          if case .integer(let id) = value { buffer.append(id) } else { buffer.appendNull() }
        } else if index - rowIDs < fields.count {
          try rules[index - rowIDs].check(value)
          try buffer.append(value, as: fields[index - rowIDs].field.type)
        }
      }
      buffer.endRow(number: number)
      if buffer.rowCount == 1000 {
        try sink(buffer)
        buffer.removeAll()
      }
    }
    try sink(buffer)
    // Measured before anything is written: what was read is what counts.
    let footnotes = query.footnotes + [reader.tie].compactMap { $0 }
    remarks += try footnotes.compactMap { try SQLiteStore.remark($0, connection) }
  }

  // MARK: set

  private func set(_ entity: String, _ tables: [String], _ fields: [WriteIntent.Field], _ rows: CompiledQuery)
    throws -> WriteCounts
  {
    let target = try WriteTarget(entity, fields: fields.map(\.id), schema: schema, needsKey: false)
    if let key = target.fields.first(where: { target.leaf.key.contains($0.field.id) }) {
      throw Diagnostic(
        StoreMessages.keyIsFixed, ["field": key.field.label.zh, "fieldEn": key.field.label.en])
    }
    let stage = try Stage(connection, fields: target.fields, rowIDs: tables.count)
    let insert = try stage.writer()
    try copy(rows, fields: target.fields, rowIDs: tables.count) { try insert.append($0) }
    let total = Int(insert.next - 1)
    try connection.run("DROP TABLE IF EXISTS \(StageMerge.touched)")
    try connection.run("CREATE TABLE \(StageMerge.touched) (n INTEGER PRIMARY KEY)")
    for (place, name) in tables.enumerated() {
      let table = try schema.table(name)
      let own = target.fields.filter { given in
        fields.contains { $0.table == name && $0.id == given.field.id }
      }
      try TableUpdate(self, table: table, columns: own)
        .run(matching: "JOIN \(quoted(name)) AS t ON t._rid = s._rid\(place)")
      try checkReferences(in: table, of: own)
    }
    let updated = Int(try connection.integer("SELECT count(*) FROM \(StageMerge.touched)") ?? 0)
    try connection.run("DROP TABLE \(StageMerge.touched)")
    try stage.drop()
    return WriteCounts(updated: updated, unchanged: total - updated)
  }

  /// References just written must point to rows that are there.
  private func checkReferences(in table: TableShape, of fields: [TableShape.ColumnShape]) throws {
    for column in fields where table.columns.contains(where: { $0.field.id == column.field.id }) {
      guard case .reference(let entity) = column.field.type, let target = schema.tables[entity],
        target.key.count == 1, let key = target.key.first
      else { continue }
      let name = quoted(column.field.id)
      let lost = try connection.map(
        """
        SELECT DISTINCT t.\(name) FROM \(quoted(table.name)) AS t WHERE t.\(name) IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM \(quoted(target.name)) AS r WHERE r.\(quoted(key)) = t.\(name)) LIMIT 5
        """
      ) { $0.text(at: 0) }
      if !lost.isEmpty {
        throw Diagnostic(
          StoreMessages.danglingReference,
          [
            "field": column.field.label.zh, "fieldEn": column.field.label.en,
            "entity": target.entity.label.zh, "entityEn": target.entity.label.en,
            "keys": lost.joined(separator: "、"),
          ])
      }
    }
  }

  // MARK: delete

  private static let gone = #"temp."~gone""#

  private func delete(_ entity: String, _ tables: [String], _ rows: CompiledQuery) throws -> WriteCounts {
    let own = try schema.table(entity)
    let stage = try Stage(connection, fields: [], rowIDs: tables.count)
    let insert = try stage.writer()
    try copy(rows, fields: [], rowIDs: tables.count) { try insert.append($0) }
    try connection.run("DROP TABLE IF EXISTS \(Self.gone)")
    try connection.run(
      "CREATE TABLE \(Self.gone) (entity TEXT, rid INTEGER, PRIMARY KEY (entity, rid)) WITHOUT ROWID")
    let family = try schema.family(of: own.entity).map { try schema.table($0.fullName) }
    let key = own.key.map { "x.\(quoted($0)) = o.\(quoted($0))" }.joined(separator: " AND ")
    for table in family {
      try connection.run(
        """
        INSERT OR IGNORE INTO \(Self.gone) SELECT ?1, x._rid FROM \(stage.table) AS s
        JOIN \(quoted(own.name)) AS o ON o._rid = s._rid0 JOIN \(quoted(table.name)) AS x ON \(key)
        """, [.text(table.name)])
    }
    try refuseReferred(own)
    var deleted = 0
    for table in family {
      let count = try delete(
        from: table, where: "_rid IN (SELECT rid FROM \(Self.gone) WHERE entity = '\(table.name)')")
      if table.name == own.name { deleted = count }
    }
    try connection.run("DROP TABLE \(Self.gone)")
    try stage.drop()
    return WriteCounts(deleted: deleted)
  }

  /// Rows that others refer to stay: deleting them would leave the others pointing at nothing.
  private func refuseReferred(_ own: TableShape) throws {
    guard own.key.count == 1, let key = own.key.first else { return }
    var notes: [Diagnostic.Note] = []
    for (table, field) in schema.references(to: own.entity) {
      let count = try connection.integer(
        """
        SELECT count(*) FROM \(quoted(table.name)) AS r WHERE r.\(quoted(field.id)) IN (
          SELECT o.\(quoted(key)) FROM \(quoted(own.name)) AS o
          WHERE o._rid IN (SELECT rid FROM \(Self.gone) WHERE entity = ?1))
        AND r._rid NOT IN (SELECT rid FROM \(Self.gone) WHERE entity = ?2)
        """, [.text(own.name), .text(table.name)])
      guard let count, count > 0 else { continue }
      notes.append(
        Diagnostic.Note(
          StoreMessages.referringRows,
          [
            "entity": table.entity.label.zh, "entityEn": table.entity.label.en, "field": field.label.zh,
            "fieldEn": field.label.en, "count": String(count),
          ]))
    }
    if !notes.isEmpty {
      throw Diagnostic(
        StoreMessages.rowsReferred, ["entity": own.entity.label.zh, "entityEn": own.entity.label.en],
        notes: notes)
    }
  }

  // MARK: save as

  private func save(_ query: CompiledQuery, as name: String, replacing: Bool) throws -> WriteCounts {
    let before = try connection.integer(#"SELECT saved FROM "_saved_name" WHERE name = ?1"#, [.text(name)])
    if before != nil && !replacing { throw Diagnostic(StoreMessages.savedExists, ["name": name]) }
    let columns = query.columns.map(\.column)
    try connection.run(
      #"INSERT INTO "_saved" (name, columns, change) VALUES (?1, ?2, ?3)"#,
      [.text(name), .text(try SavedColumn.encoded(columns)), .integer(id)])
    let number = try connection.integer("SELECT last_insert_rowid()") ?? 0
    let table = StoredTables.storedName(number)
    try connection.run(StoredTables.creation(of: quoted(table), columns: columns))
    let shapes = columns.map {
      TableShape.ColumnShape(
        id: 0, field: FieldDeclaration(id: $0.id, label: $0.label, type: Self.savedType($0.type)),
        form: StoredForm($0.type))
    }
    let insert = try BulkInsert(
      connection,
      BulkInsert.Layout(
        table: quoted(table), idColumn: "_rid", source: nil, rowColumn: nil,
        columns: shapes.map { ($0.field.id, $0.form.cellKind) }, digest: nil), firstRow: 1)
    try copy(query, fields: shapes, rowIDs: 0) { try insert.append($0) }
    try point(name, to: number)
    let count = Int(insert.next - 1)
    try note(JournalPart(entity: name, action: .save, first: before ?? 0, last: number, rows: count))
    return WriteCounts(inserted: count)
  }

  /// Values of a choice were checked where they were entered; a saved table takes them as they are.
  private static func savedType(_ type: DataType) -> DataType {
    switch type {
    case .choice, .null: .text
    default: type
    }
  }

  /// Lets a name stand for a saved table; 0: for none.
  func point(_ name: String, to number: Int64) throws {
    try connection.run(#"DELETE FROM "_saved_name" WHERE name = ?1"#, [.text(name)])
    if number > 0 {
      try connection.run(
        #"INSERT INTO "_saved_name" (name, saved) VALUES (?1, ?2)"#, [.text(name), .integer(number)])
    }
  }
}

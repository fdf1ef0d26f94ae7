import KitModel
import KitQuery

/// Finds references that point to rows that are not there.
struct ReferenceCheck {
  let connection: SQLiteConnection
  let schema: StoreSchema

  /// Rows that are named one by one; the rest is counted.
  static let shown = 5

  /// One field whose values point to nothing, or rows of an entity without their row in the one that it extends.
  struct Dangling {
    var table: TableShape
    /// Nil: the rows lack their row in `target`.
    var field: FieldDeclaration?
    var target: TableShape
    var count: Int
    /// The first of them: the key of the row, and what it points to.
    var rows: [(key: String, value: String)]

    var message: Message { field == nil ? StoreMessages.rowsWithoutParent : StoreMessages.rowsPointNowhere }

    var arguments: [String: String] {
      let list = rows.map { field == nil ? $0.key : "\($0.key) → \($0.value)" }.joined(separator: "、")
      return [
        "entity": table.entity.label.zh, "entityEn": table.entity.label.en,
        "field": field?.label.zh ?? "", "fieldEn": field?.label.en ?? "",
        "target": target.entity.label.zh, "targetEn": target.entity.label.en, "count": String(count),
        "rows": list + (count > rows.count ? " …" : ""),
      ]
    }
  }

  /// All of them.
  func all() throws -> [Dangling] {
    try schema.tables.values.sorted { $0.name < $1.name }.flatMap { try leaving($0) }
  }

  /// Those that the parts of changes just made have left behind. What dangled before is not theirs.
  func left(by parts: [JournalPart]) throws -> [Dangling] {
    var found: [Dangling] = []
    for part in parts {
      guard let table = schema.tables[part.entity] else { continue }
      switch part.action {
      case .delete: found += try pointing(to: table, lostIn: part)
      case .insert, .update, .revive:
        found += try leaving(table, where: part.rowCondition("r._rid", images: table.images))
      case .save, .convert, .reveal, .run: break
      }
    }
    return found
  }

  /// From a table to others.
  private func leaving(_ table: TableShape, where condition: String? = nil) throws -> [Dangling] {
    var found: [Dangling] = []
    for column in table.columns {
      guard case .reference(let entity) = column.field.type, !column.field.holdsMany,
        let target = schema.tables[entity]
      else { continue }
      found += try dangling(table, [column.field.id], column.field, target, condition)
    }
    if let parent = table.entity.extends.flatMap({ schema.tables[$0] }) {
      found += try dangling(table, table.key, nil, parent, condition)
    }
    return found
  }

  /// From other tables to the rows that a part took away.
  private func pointing(to table: TableShape, lostIn part: JournalPart) throws -> [Dangling] {
    func lost(_ columns: [String]) -> String {
      """
      (\(columns.map { "r." + quoted($0) }.joined(separator: ", "))) IN (
        SELECT \(table.key.map(quoted).joined(separator: ", ")) FROM \(quoted(table.images))
        WHERE _seq BETWEEN \(part.first) AND \(part.last))
      """
    }
    var found: [Dangling] = []
    if table.key.count == 1 {
      for (other, field) in schema.references(to: table.entity) {
        guard case .reference(let entity) = field.type, let target = schema.tables[entity] else { continue }
        found += try dangling(other, [field.id], field, target, lost([field.id]))
      }
    }
    for entity in schema.family(of: table.entity) where entity.extends == table.name {
      guard let child = schema.tables[entity.fullName] else { continue }
      found += try dangling(child, child.key, nil, table, lost(child.key))
    }
    return found
  }

  private func dangling(
    _ table: TableShape, _ columns: [String], _ field: FieldDeclaration?, _ target: TableShape,
    _ condition: String?
  ) throws -> [Dangling] {
    guard target.key.count == columns.count else { return [] }
    let same = zip(target.key, columns).map { "x.\(quoted($0)) = r.\(quoted($1))" }
    let filled = columns.map { "r.\(quoted($0)) IS NOT NULL" }
    let source = """
      FROM \(quoted(table.name)) AS r WHERE \(filled.joined(separator: " AND ")) AND NOT EXISTS (
        SELECT 1 FROM \(quoted(target.name)) AS x WHERE \(same.joined(separator: " AND ")))
      """
    // Nearly always there is none, which the key of the target tells fast.
    guard try connection.integer("SELECT 1 \(source) LIMIT 1") != nil else { return [] }
    let narrowed = condition.map { "\(source) AND \($0)" } ?? source
    let count = Int(try connection.integer("SELECT count(*) \(narrowed)") ?? 0)
    guard count > 0 else { return [] }
    let names = (table.key + columns).map { "r." + quoted($0) }.joined(separator: ", ")
    let rows = try connection.map("SELECT \(names) \(narrowed) ORDER BY r._rid LIMIT \(Self.shown)") { row in
      let values = (table.key + columns).indices.map { KeyClashes.text(row.value(at: $0)) }
      return (
        key: values.prefix(table.key.count).joined(separator: " "),
        value: values.dropFirst(table.key.count).joined(separator: " ")
      )
    }
    return [Dangling(table: table, field: field, target: target, count: count, rows: rows)]
  }
}

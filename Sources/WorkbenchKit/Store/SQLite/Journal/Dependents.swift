import KitModel

/// Finds the later changes that rest on an earlier one: those that touched the same rows, took the key of a row
/// that it deleted, or refer to a row that it made.
///
/// Changes that were taken back and the entries that took them back cancel each other and do not count.
struct Dependents {
  let connection: SQLiteConnection
  let schema: StoreSchema

  private static let standing = "c.undone_by IS NULL AND c.kind <> 'undo'"

  /// Numbers of the later changes that rest on `change`.
  func of(_ change: Int64) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for part in try JournalPart.all(of: change, on: connection) {
      switch part.action {
      case .save: found.formUnion(try laterSaves(part, after: change))
      case .convert: break
      case .insert, .update, .delete, .revive:
        found.formUnion(try laterTouches(part, after: change))
        guard let table = schema.tables[part.entity] else { continue }
        if part.action == .delete || part.action == .update {
          found.formUnion(try laterOwners(part, table, after: change))
        }
        if part.action == .insert || part.action == .revive {
          found.formUnion(try laterReferences(part, table, after: change))
        }
      }
    }
    return found
  }

  /// Changes that put a table of the same name in the place of the one saved.
  private func laterSaves(_ part: JournalPart, after change: Int64) throws -> [Int64] {
    try numbers("p.entity = '\(escaped(part.entity))' AND p.action = 'save'", after: change)
  }

  private func laterTouches(_ part: JournalPart, after change: Int64) throws -> [Int64] {
    let images = TableShape.images(of: part.entity)
    return try numbers(
      """
      p.entity = '\(escaped(part.entity))' AND p.action IN ('update', 'delete') AND EXISTS (
        SELECT 1 FROM \(quoted(images)) AS i WHERE i._seq BETWEEN p.first AND p.last
        AND \(part.rowCondition("i._rid", images: images)))
      """, after: change)
  }

  /// Changes that gave another row the key that the part's images have.
  private func laterOwners(_ part: JournalPart, _ table: TableShape, after change: Int64) throws -> [Int64] {
    let same = table.key.map { "t.\(quoted($0)) = i.\(quoted($0))" }.joined(separator: " AND ")
    return try numbers(
      """
      p.entity = '\(escaped(part.entity))' AND p.action = 'insert' AND EXISTS (
        SELECT 1 FROM \(quoted(table.images)) AS i JOIN \(quoted(table.name)) AS t ON \(same)
        WHERE i._seq BETWEEN \(part.first) AND \(part.last) AND t._rid <> i._rid
        AND t._rid BETWEEN p.first AND p.last)
      """, after: change)
  }

  /// Changes that made or changed rows which refer to rows that the part made; a row of an entity that extends
  /// this one refers to it by its key.
  private func laterReferences(_ part: JournalPart, _ table: TableShape, after change: Int64) throws
    -> [Int64]
  {
    let made = part.rowCondition("m._rid", images: table.images)
    var found: [Int64] = []
    func collect(_ name: String, _ fields: [String], _ key: [String]) throws {
      guard try connection.integer("SELECT 1 FROM \(quoted(name)) LIMIT 1") != nil else { return }
      let refers = """
        (\(fields.map { "r." + quoted($0) }.joined(separator: ", "))) IN (
          SELECT \(key.map { "m." + quoted($0) }.joined(separator: ", ")) FROM \(quoted(table.name)) AS m WHERE \(made))
        """
      found += try numbers(
        """
        p.entity = '\(escaped(name))' AND (
          (p.action = 'insert' AND EXISTS (
            SELECT 1 FROM \(quoted(name)) AS r WHERE r._rid BETWEEN p.first AND p.last AND \(refers)))
          OR (p.action = 'update' AND EXISTS (
            SELECT 1 FROM \(quoted(TableShape.images(of: name))) AS i JOIN \(quoted(name)) AS r ON r._rid = i._rid
            WHERE i._seq BETWEEN p.first AND p.last AND \(refers))))
        """, after: change)
    }
    if table.key.count == 1 {
      for (other, field) in schema.references(to: table.entity) {
        try collect(other.name, [field.id], table.key)
      }
    }
    for entity in schema.family(of: table.entity) where entity.fullName != table.name {
      try collect(entity.fullName, table.key, table.key)
    }
    return found
  }

  private func numbers(_ condition: String, after change: Int64) throws -> [Int64] {
    try connection.map(
      """
      SELECT DISTINCT p.change FROM "_part" AS p JOIN "_change" AS c ON c.id = p.change
      WHERE p.change > ?1 AND \(Self.standing) AND \(condition)
      """, [.integer(change)]
    ) { $0.integer(at: 0) }
  }

  private func escaped(_ name: String) -> String { name.replacing("'", with: "''") }
}

import KitModel
import KitQuery

/// Finds the later changes that rest on an earlier one: those that touched the same rows, took the key of a row
/// that it deleted, refer to a row that it made, or took away a row that its rows refer to.
///
/// A change and the entry that took it back cancel each other when both are later, and do not count. An entry that
/// took back something earlier counts as the change that it is: it must be taken back first.
struct Dependents {
  let connection: SQLiteConnection
  let schema: StoreSchema

  private static let standing = "c.undone_by IS NULL AND (c.kind <> 'undo' OR c.undoes < ?1)"

  /// Rows that are named for each field.
  private static let shownRows = 2

  struct Found {
    /// Numbers of the later changes.
    var changes: Set<Int64> = []
    /// Rows whose references hold it.
    var rows: [Diagnostic.Note] = []
  }

  /// What rests on `change`.
  func of(_ change: Int64) throws -> Found {
    var found = Found()
    for part in try JournalPart.all(of: change, on: connection) {
      switch part.action {
      case .save: found.changes.formUnion(try laterSaves(part, after: change))
      case .convert, .reveal, .run: break
      case .insert, .update, .delete, .revive:
        found.changes.formUnion(try laterTouches(part, after: change))
        guard let table = schema.tables[part.entity] else { continue }
        if part.action == .delete || part.action == .update {
          found.changes.formUnion(try laterOwners(part, table, after: change))
          try addLosses(part, table, after: change, to: &found)
        }
        if part.action == .insert || part.action == .revive {
          try addReferences(part, table, after: change, to: &found)
        }
      }
    }
    return found
  }

  /// Changes that put a table of the same name in the place of the one saved.
  private func laterSaves(_ part: JournalPart, after change: Int64) throws -> [Int64] {
    try numbers("p.entity = '\(Self.escaped(part.entity))' AND p.action = 'save'", after: change)
  }

  private func laterTouches(_ part: JournalPart, after change: Int64) throws -> [Int64] {
    let images = TableShape.images(of: part.entity)
    return try numbers(
      """
      p.entity = '\(Self.escaped(part.entity))' AND p.action IN ('update', 'delete') AND EXISTS (
        SELECT 1 FROM \(quoted(images)) AS i WHERE i._seq BETWEEN p.first AND p.last
        AND \(part.rowCondition("i._rid", images: images)))
      """, after: change)
  }

  /// Changes that gave another row a key, or a value that must be unique, which the part's images have, or that
  /// wrote the parts of a whole that was taken away, or the whole of such parts.
  private func laterOwners(_ part: JournalPart, _ table: TableShape, after change: Int64) throws -> [Int64] {
    guard try isTouched(table, after: change) else { return [] }
    var clashes = UniqueIndex.all(of: table.entity).map { index in
      index.columns.map { "r.\(quoted($0)) = o.\(quoted($0))" }.joined(separator: " AND ")
    }
    if part.action == .delete, let wholes = WholeCheck(connection, table) {
      clashes.append(wholes.areWholeAndPart("r", "o"))
    }
    return try clashes.flatMap { same -> [Int64] in
      let owners = """
        SELECT r._rid FROM \(quoted(table.images)) AS o JOIN \(quoted(table.name)) AS r ON \(same)
        WHERE o._seq BETWEEN \(part.first) AND \(part.last) AND r._rid <> o._rid
        """
      guard try connection.integer(owners + " LIMIT 1") != nil else { return [] }
      return try numbers(Self.brought("r._rid IN (\(owners))", in: table), after: change)
    }
  }

  /// Changes that made or changed rows which refer to rows that the part made; a row of an entity that extends
  /// this one refers to it by its key.
  private func addReferences(
    _ part: JournalPart, _ table: TableShape, after change: Int64, to found: inout Found
  ) throws {
    let made = part.rowCondition("m._rid", images: table.images)
    func collect(_ other: TableShape, _ fields: [String], _ label: Label) throws {
      guard try connection.integer("SELECT 1 FROM \(quoted(other.name)) LIMIT 1") != nil else { return }
      let refers = """
        (\(fields.map { "r." + quoted($0) }.joined(separator: ", "))) IN (
          SELECT \(table.key.map { "m." + quoted($0) }.joined(separator: ", "))
          FROM \(quoted(table.name)) AS m WHERE \(made))
        """
      let changes = try numbers(Self.brought(refers, in: other), after: change)
      guard !changes.isEmpty else { return }
      found.changes.formUnion(changes)
      found.rows += try notes(
        """
        FROM \(quoted(other.name)) AS r WHERE \(refers) AND NOT EXISTS (
          SELECT 1 FROM "_part" AS p WHERE p.change = \(change) AND p.entity = '\(Self.escaped(other.name))'
          AND p.action = 'insert' AND r._rid BETWEEN p.first AND p.last)
        """, of: other, fields, label, table)
    }
    if table.key.count == 1 {
      for (other, field) in schema.references(to: table.entity) {
        try collect(other, [field.id], field.label)
      }
    }
    for entity in schema.family(of: table.entity) where entity.fullName != table.name {
      guard let other = schema.tables[entity.fullName] else { continue }
      try collect(other, table.key, Label(zh: "键", en: "key"))
    }
  }

  /// Changes that took away rows to which rows refer that would come back.
  private func addLosses(
    _ part: JournalPart, _ table: TableShape, after change: Int64, to found: inout Found
  ) throws {
    for column in table.columns {
      guard case .reference(let entity) = column.field.type, let target = schema.tables[entity],
        target.key.count == 1, let key = target.key.first, try isTouched(target, after: change)
      else { continue }
      let name = quoted(column.field.id)
      let lost = """
        FROM \(quoted(table.images)) AS r WHERE r._seq BETWEEN \(part.first) AND \(part.last)
        AND r.\(name) IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM \(quoted(target.name)) AS x WHERE x.\(quoted(key)) = r.\(name))
        """
      guard try connection.integer("SELECT 1 \(lost) LIMIT 1") != nil else { continue }
      let changes = try numbers(
        """
        p.entity = '\(Self.escaped(target.name))' AND p.action = 'delete' AND EXISTS (
          SELECT 1 FROM \(quoted(target.images)) AS d WHERE d._seq BETWEEN p.first AND p.last
          AND d.\(quoted(key)) IN (SELECT r.\(name) \(lost)))
        """, after: change)
      guard !changes.isEmpty else { continue }
      found.changes.formUnion(changes)
      found.rows += try notes(lost, of: table, [column.field.id], column.field.label, target)
    }
  }

  /// The first rows of a query over `r`, each with what it refers to.
  private func notes(
    _ source: String, of table: TableShape, _ fields: [String], _ label: Label, _ target: TableShape
  ) throws -> [Diagnostic.Note] {
    let names = (table.key + fields).map { "r." + quoted($0) }.joined(separator: ", ")
    return try connection.map("SELECT \(names) \(source) ORDER BY r._rid LIMIT \(Self.shownRows)") {
      row in
      let values = (table.key + fields).indices.map { KeyClashes.text(row.value(at: $0)) }
      return Diagnostic.Note(
        StoreMessages.referringRow,
        [
          "entity": table.entity.label.zh, "entityEn": table.entity.label.en, "field": label.zh,
          "fieldEn": label.en, "target": target.entity.label.zh, "targetEn": target.entity.label.en,
          "key": values.prefix(table.key.count).joined(separator: " "),
          "value": values.dropFirst(table.key.count).joined(separator: " "),
        ])
    }
  }

  /// Whether the part `p` made or changed a row `r` of a table for which a condition holds.
  private static func brought(_ condition: String, in table: TableShape) -> String {
    """
    p.entity = '\(escaped(table.name))' AND (
      (p.action = 'insert' AND EXISTS (
        SELECT 1 FROM \(quoted(table.name)) AS r WHERE r._rid BETWEEN p.first AND p.last AND \(condition)))
      OR (p.action IN ('update', 'revive') AND EXISTS (
        SELECT 1 FROM \(quoted(table.images)) AS i JOIN \(quoted(table.name)) AS r ON r._rid = i._rid
        WHERE i._seq BETWEEN p.first AND p.last AND \(condition))))
    """
  }

  /// Whether any later change concerns a table at all: most often none does, and no row need be looked at.
  private func isTouched(_ table: TableShape, after change: Int64) throws -> Bool {
    try !numbers("p.entity = '\(Self.escaped(table.name))'", after: change).isEmpty
  }

  private func numbers(_ condition: String, after change: Int64) throws -> [Int64] {
    try connection.map(
      """
      SELECT DISTINCT p.change FROM "_part" AS p JOIN "_change" AS c ON c.id = p.change
      WHERE p.change > ?1 AND \(Self.standing) AND \(condition)
      """, [.integer(change)]
    ) { $0.integer(at: 0) }
  }

  private static func escaped(_ name: String) -> String { name.replacing("'", with: "''") }
}

import KitModel

/// The table of one entity as it is kept: its own columns, its key, and the table of images beside it.
struct TableShape {
  var entity: EntityDeclaration
  /// Columns of the fields that are declared now; the key of a parent first.
  var columns: [ColumnShape]
  /// Names of all columns of the table, retired ones too: what an image holds.
  var physical: [String]
  /// Columns of fields that have another type now, under the names by which they are kept.
  var retired: [RetiredColumn] = []

  struct RetiredColumn {
    var id: Int64
    var field: String
    var name: String
    var form: StoredForm
  }

  struct ColumnShape {
    var id: Int64
    /// The declared field; of an ancestor, for a key column that is shared.
    var field: FieldDeclaration
    var form: StoredForm
  }

  var name: String { entity.fullName }
  /// Holds rows as they were before they were updated or deleted. Never emptied: it is the history.
  var images: String { Self.images(of: name) }
  static func images(of table: String) -> String { table + "~before" }

  var key: [String] { entity.key }
  /// All columns but the store's own, quoted, behind commas.
  var physicalList: String { physical.map { ", " + quoted($0) }.joined() }
  /// Ids of the present columns, as a part of the journal names them.
  var columnIDs: [Int64] { columns.map(\.id) }

  func column(_ field: String) -> ColumnShape? { columns.first { $0.field.id == field } }
}

/// An index over columns whose values tell rows apart.
struct UniqueIndex {
  var table: String
  var columns: [String]
  var suffix: String

  /// The key of an entity, and its fields that are declared unique.
  static func all(of entity: EntityDeclaration) -> [UniqueIndex] {
    let unique = entity.fields.filter { $0.isUnique && entity.key != [$0.id] }
    return [UniqueIndex(table: entity.fullName, columns: entity.key, suffix: "key")]
      + unique.map { UniqueIndex(table: entity.fullName, columns: [$0.id], suffix: "unique~" + $0.id) }
  }

  var name: String { table + "~" + suffix }
  var columnList: String { columns.map(quoted).joined(separator: ", ") }

  func create(on connection: SQLiteConnection) throws {
    try connection.run(
      "CREATE UNIQUE INDEX IF NOT EXISTS \(quoted(name)) ON \(quoted(table)) (\(columnList))")
  }

  /// Runs a statement that changes values of a table, and tells rows apart by what they have when it has ended.
  ///
  /// The engine compares row by row, so that `set place = place + 1` meets the place that the next row is about to
  /// give up. Only then the indexes go, the statement runs again, and building them anew is the check.
  static func checkingAtEnd(
    of table: TableShape, on connection: SQLiteConnection, _ statement: () throws -> Int
  ) throws -> Int {
    do {
      do {
        return try statement()
      } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.constraint {
        let indexes = all(of: table.entity)
        for index in indexes { try index.drop(on: connection) }
        let count = try statement()
        for index in indexes { try index.create(on: connection) }
        return count
      }
    } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.constraint {
      throw KeyClashes.taken(failure, in: table)
    }
  }

  func drop(on connection: SQLiteConnection) throws {
    try connection.run("DROP INDEX IF EXISTS \(quoted(name))")
  }
}

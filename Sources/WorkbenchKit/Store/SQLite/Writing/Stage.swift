import KitModel

/// A temporary table of rows that wait to be written: `_n` counts them, `_row` is their number in the source,
/// `_rid0` … are ids of rows they are for, then one column for each field.
struct Stage {
  let connection: SQLiteConnection
  let fields: [TableShape.ColumnShape]
  let rowIDs: Int

  /// Quoted, with its schema. One at a time: a stage is dropped before the next is made.
  static let name = #"temp."~stage""#
  var table: String { Self.name }

  init(_ connection: SQLiteConnection, fields: [TableShape.ColumnShape], rowIDs: Int = 0) throws {
    self.connection = connection
    self.fields = fields
    self.rowIDs = rowIDs
    let ids = (0..<rowIDs).map { ", _rid\($0) INTEGER" }.joined()
    let columns = fields.map { ", \(quoted($0.field.id)) \($0.form.sqlType)" }.joined()
    try connection.run("DROP TABLE IF EXISTS \(table)")
    try connection.run("CREATE TABLE \(table) (_n INTEGER PRIMARY KEY, _row INTEGER\(ids)\(columns)) STRICT")
  }

  /// A writer whose cells are the row ids, then the fields.
  func writer() throws -> BulkInsert {
    let ids = (0..<rowIDs).map { ("_rid\($0)", RowBuffer.Kind.integer) }
    return try BulkInsert(
      connection,
      BulkInsert.Layout(
        table: table, idColumn: "_n", source: nil, rowColumn: "_row",
        columns: ids + fields.map { ($0.field.id, $0.form.cellKind) }, digest: nil), firstRow: 1)
  }

  func drop() throws { try connection.run("DROP TABLE IF EXISTS \(table)") }
}

import KitModel
import KitQuery

/// What a change did to one table, as the journal keeps it.
struct JournalPart {
  /// Full name of the entity; the name of a saved table.
  var entity: String
  var action: Action
  /// insert: the ids of the rows. update, delete, revive: the images. save: the table before (0: none) and after.
  var first: Int64
  var last: Int64
  var rows: Int
  /// Ids of the columns that the digest covers.
  var columns: [Int64] = []
  /// The last image of the table when the part was done: later images tell what rows were like after it.
  var mark: Int64 = 0
  var digest: [UInt8] = []

  enum Action: String {
    case insert, update, delete, revive, save
    /// A field was converted to another type: changes before can no longer be taken back.
    case convert
    /// Sensitive values were shown: `entity` names the column; nothing was written.
    case reveal
    /// A script was run: `entity` names it, `first` is its row in the table of runs.
    case run

    /// Whether rows of a table were written, so that images and a digest belong to the part.
    var concernsRows: Bool {
      switch self {
      case .insert, .update, .delete, .revive: true
      case .save, .convert, .reveal, .run: false
      }
    }
  }

  /// The parts of a change, in their order.
  static func all(of change: Int64, on connection: SQLiteConnection) throws -> [JournalPart] {
    try connection.map(
      """
      SELECT entity, action, first, last, rows, columns, mark, digest FROM "_part" WHERE change = ?1 ORDER BY id
      """, [.integer(change)]
    ) { row in
      JournalPart(
        entity: row.text(at: 0), action: Action(rawValue: row.text(at: 1)) ?? .convert,
        first: row.integer(at: 2),
        last: row.integer(at: 3), rows: Int(row.integer(at: 4)),
        columns: row.text(at: 5).split(separator: ",").compactMap { Int64($0) }, mark: row.integer(at: 6),
        digest: row.bytes(at: 7))
    }
  }

  var columnText: String { columns.map(String.init).joined(separator: ",") }

  /// A condition on the row ids that the part concerns.
  func rowCondition(_ column: String, images: String) -> String {
    switch action {
    case .insert: "\(column) BETWEEN \(first) AND \(last)"
    case .update, .delete, .revive:
      "\(column) IN (SELECT _rid FROM \(quoted(images)) WHERE _seq BETWEEN \(first) AND \(last))"
    case .save, .convert, .reveal, .run: "0"
    }
  }
}

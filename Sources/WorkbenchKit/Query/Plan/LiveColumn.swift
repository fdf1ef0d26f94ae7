import KitModel

/// A column that is alive at some stage: what it is called, what it holds and how SQL reads it.
struct LiveColumn {
  /// Stays with the column through rename, select and nesting.
  let number: Int
  var id: String
  var label: Label
  /// Names beside id and label that find it: aliases, former labels, the path it came by.
  var aliases: [NameKey] = []
  var type: DataType
  var value: ColumnValue
  var isNullable = true
  /// The largest absolute value in units, where one is known.
  var magnitude: Int128?
  var isSensitive = false
  var restriction: Label?
  /// What people read in place of values that are ids.
  var words: [String: Label] = [:]
  /// How the column follows from other columns of the same rows, as parts by number; what `total` uses.
  var recipe: SQLExpression?
  /// An error in it was reported: whatever uses it says nothing more.
  var isFaulty = false

  /// Takes over what must follow a value from the values that may now stand in the column.
  mutating func mark(like others: [Typed]) {
    isSensitive = isSensitive || others.contains(where: \.isSensitive)
    restriction = restriction ?? others.lazy.compactMap(\.restriction).first
  }

  var firstNames: [NameKey] { [NameKey(id), NameKey(label.zh), NameKey(label.en)] }
  var column: Column {
    Column(
      id: id, label: label, type: type, isSensitive: isSensitive, restriction: restriction, words: words)
  }
}

/// Where a column's values come from.
enum ColumnValue: Hashable {
  case sql(SQLExpression)
  /// A table that is joined only when the column is used.
  case lookup(Lookup)
}

/// A column of a table that has at most one row for a key.
struct Lookup: Hashable {
  var target: Target
  var key: [SQLExpression]
  var column: String

  enum Target: Hashable {
    /// A stored table, its key columns, and what to call it in SQL.
    case table(String, keys: [String], name: String)
    /// The computed columns of an entity.
    case computed(entity: String, index: Int)
    /// A part of the statement, with its key columns.
    case part(String, keys: [String])
  }
}

import KitModel

/// A column that is alive at some stage: what it is called, what it holds and how SQL reads it.
struct LiveColumn {
  /// Stays with the column through rename, select and nesting.
  private(set) var number: Int
  var id: String { didSet { firstNames = Self.names(id, label) } }
  var label: Label { didSet { firstNames = Self.names(id, label) } }
  /// Id and labels as they are compared; kept, since every name in a statement is looked up among all columns.
  private(set) var firstNames: [NameKey]
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

  init(
    number: Int, id: String, label: Label, aliases: [NameKey] = [], type: DataType, value: ColumnValue,
    isNullable: Bool = true, magnitude: Int128? = nil, isSensitive: Bool = false, restriction: Label? = nil,
    words: [String: Label] = [:]
  ) {
    self.number = number
    self.id = id
    self.label = label
    self.aliases = aliases
    self.type = type
    self.value = value
    self.isNullable = isNullable
    self.magnitude = magnitude
    self.isSensitive = isSensitive
    self.restriction = restriction
    self.words = words
    firstNames = Self.names(id, label)
  }

  /// Takes over what must follow a value from the values that may now stand in the column.
  mutating func mark(like others: [Typed]) {
    isSensitive = isSensitive || others.contains(where: \.isSensitive)
    restriction = restriction ?? others.lazy.compactMap(\.restriction).first
  }

  /// The same column of rows that are read once more: it and those that it follows from have numbers of their own.
  func numbered(_ numbers: [Int: Int]) -> LiveColumn {
    var result = self
    result.number = numbers[number] ?? number
    result.recipe = recipe?.replacing { part in
      if case .part(let number) = part { .part(numbers[number] ?? number) } else { nil }
    }
    return result
  }

  private static func names(_ id: String, _ label: Label) -> [NameKey] {
    [NameKey(id), NameKey(label.zh), NameKey(label.en)]
  }

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

  func mapped(_ change: (SQLExpression) -> SQLExpression) -> ColumnValue {
    switch self {
    case .sql(let sql): return .sql(change(sql))
    case .lookup(var lookup):
      lookup.key = lookup.key.map(change)
      return .lookup(lookup)
    }
  }
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

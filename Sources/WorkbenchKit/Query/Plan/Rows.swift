import KitModel

/// Rows at some stage: one SELECT still open, the columns alive, and the order that the rows have.
///
/// Stages fill the slots of the open SELECT; `close` makes it a part of the statement (a CTE) and opens a new
/// one over it, when a slot is taken that the next stage needs.
struct Rows {
  var columns: [LiveColumn] = []
  var select = SQLSelect()
  /// Aliases of the lookups that the open SELECT has joined.
  var joined: [Lookup.Target: [[SQLExpression]: String]] = [:]
  /// The order asked for.
  var sort: [SQLOrder] = []
  /// The order without that, and among equals; tells all rows apart.
  var base: [SQLOrder] = []
  /// Rows of one entity that `set` and `delete` can reach.
  var origin: Origin?
  /// Entity and key expressions of rows that are an entity's, whatever else was added to them.
  var key: Key?
  /// After `group`: numbers of the key columns.
  var groupKeys: [Int]?
  /// Conditions that pass over rows without a value.
  var passed: [PassedRows] = []
  /// The cut that the open SELECT ends in.
  var cut: Cut?
  var footnotes: [PendingFootnote] = []
  /// The place of each row in the order, for aggregates that go by it.
  var place: SQLExpression?
  /// What `total` says of a row.
  var mark: SQLExpression?
  /// At most one row.
  var isSingle = false
  /// How many SELECTs lie one in the other.
  var depth = 0

  struct Origin {
    var entity: EntityView
    /// `_rid` of each table of the chain, the entity's own first.
    var rids: [(table: String, value: ColumnValue)]
  }

  struct Key {
    var entity: String
    var expressions: [SQLExpression]
    /// No two rows have the same: not after a join, which may meet a row several times.
    var isUnique = true
  }

  var order: [SQLOrder] {
    var seen: Set<SQLExpression> = []
    return (sort + base).filter { seen.insert($0.expression).inserted }
  }

  var hasWindow: Bool {
    columns.contains { column in
      if case .sql(let expression) = column.value { expression.hasWindow } else { false }
    } || order.contains { $0.expression.hasWindow }
  }

  /// A filter would change what the open SELECT has already decided.
  var mustCloseBeforeFilter: Bool {
    select.limit != nil || select.offset != nil || hasWindow || !select.unions.isEmpty
  }

  var mustCloseBeforeGroup: Bool { mustCloseBeforeFilter || select.isGrouped }

  /// Window functions do not nest, and a SELECT that aggregates all rows to one takes none: the engine cannot push a
  /// filter into it.
  var mustCloseBeforeWindow: Bool { hasWindow || (select.isGrouped && select.groups.isEmpty) }
}

/// One SELECT with its slots.
package struct SQLSelect: Hashable, Sendable {
  var columns: [Output] = []
  var from: Source?
  var joins: [Join] = []
  var filters: [SQLExpression] = []
  var groups: [SQLExpression] = []
  /// GROUP BY, or aggregates over all rows when `groups` is empty.
  var isGrouped = false
  var having: [SQLExpression] = []
  var order: [SQLOrder] = []
  var limit: SQLExpression?
  var offset: SQLExpression?
  /// Further SELECTs joined by UNION ALL; they have the same columns.
  var unions: [SQLSelect] = []

  struct Output: Hashable, Sendable {
    var expression: SQLExpression
    var name: String
  }

  /// A table or a CTE under an alias of its own, unique in the whole statement.
  struct Source: Hashable, Sendable {
    var table: String
    var isCTE: Bool
    var alias: String
  }

  struct Join: Hashable, Sendable {
    var kind: Kind
    var source: Source
    var condition: SQLExpression
    /// At most one row on the right for each on the left: dropped again if nothing reads it.
    var isLookup = false

    enum Kind: String, Hashable, Sendable { case inner = "JOIN", left = "LEFT JOIN", full = "FULL JOIN" }
  }

  /// The same SELECT with every expression changed.
  func mapped(_ change: (SQLExpression) -> SQLExpression) -> SQLSelect {
    var result = self
    result.columns = columns.map { Output(expression: change($0.expression), name: $0.name) }
    result.joins = joins.map {
      Join(kind: $0.kind, source: $0.source, condition: change($0.condition), isLookup: $0.isLookup)
    }
    result.filters = filters.map(change)
    result.groups = groups.map(change)
    result.having = having.map(change)
    result.order = order.map {
      SQLOrder(expression: change($0.expression), isDescending: $0.isDescending)
    }
    result.limit = limit.map(change)
    result.offset = offset.map(change)
    result.unions = unions.map { $0.mapped(change) }
    return result
  }

  /// Columns, or terms of one clause, whichever are more.
  var width: Int { max(columns.count, groups.count, order.count) }

  /// All expressions of all slots.
  var expressions: [SQLExpression] {
    columns.map(\.expression) + joins.map(\.condition) + filters + groups + having
      + order.map(\.expression) + [limit, offset].compactMap { $0 }
  }

  func visitColumns(_ visit: (String, String) -> Void) {
    for expression in expressions { expression.visitColumns(visit) }
    for union in unions { union.visitColumns(visit) }
  }

  /// Tables and CTEs read, inner SELECTs included.
  func visitSources(_ visit: (Source) -> Void) {
    if let from { visit(from) }
    for join in joins { visit(join.source) }
    func inner(_ expression: SQLExpression) {
      expression.select?.visitSources(visit)
      for child in expression.children { inner(child) }
    }
    for expression in expressions { inner(expression) }
    for union in unions { union.visitSources(visit) }
  }
}

/// A named part of a statement.
package struct SQLCTE: Hashable, Sendable {
  var name: String
  var body: Body
  /// Worked out once, before anything reads it, rather than put in where it is read.
  var isMaterialized = false

  enum Body: Hashable, Sendable {
    case select(SQLSelect)
    /// Rows written out, under these column names.
    case values([String], [[SQLExpression]])
  }
}

/// A whole statement: its parts in order, then the SELECT that returns rows.
package struct SQLStatement: Hashable, Sendable {
  var parts: [SQLCTE]
  var main: SQLSelect

  /// Columns, or terms of one clause, in the SELECT that has most of them.
  var widest: Int {
    let widths = parts.map { part in
      switch part.body {
      case .select(let select): select.width
      case .values(let names, _): names.count
      }
    }
    return max(main.width, widths.max() ?? 0)
  }
}

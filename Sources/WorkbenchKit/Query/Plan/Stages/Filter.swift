import KitLanguage
import KitModel

extension Compiler {
  func filter(_ condition: Expression, _ rows: inout Rows, at span: SourceSpan) {
    if rows.mustCloseBeforeFilter || (rows.select.isGrouped && rows.select.groups.isEmpty) {
      rows.close(self)
    }
    let builder = ExpressionBuilder(self, rows: rows)
    var never: [SQLExpression] = []
    var maybe: [SQLExpression] = []
    for part in condition.conjuncts {
      guard let typed = builder.condition(part) else { continue }
      let sql = typed.sql.asCondition
      if typed.isNullable { maybe.append(sql) } else { never.append(sql) }
    }
    rows = builder.rows ?? rows
    let before = rows
    rows.add(filters: never)
    guard let passing = SQLExpression.all(maybe) else { return }
    guard countsPassed else { return rows.add(filters: [passing]) }
    let others = rows.select.isGrouped ? rows.select.having : rows.plainFilters
    let isReadOnce = rows.select.joins.allSatisfy(\.isLookup) && others.count <= 6
    let slot = nextSlot()
    let mark = SQLExpression.function(.passed, [.number(Int64(slot))])
    let rest = SQLExpression.all(others + [mark]) ?? mark
    let passed = PassedRows(
      span: span, slot: slot, others: never, condition: passing, counted: .coalesce(passing, rest),
      before: PassedRows.Snapshot(before))
    if isReadOnce {
      rows.passed.append(passed)
      rows.add(filters: [passed.counted])
    } else {
      rows.add(filters: [passing])
      rows.footnotes.append(passedFootnote(passed))
    }
  }
}

extension Rows {
  /// Filters as they are, without the counting.
  var plainFilters: [SQLExpression] {
    select.filters.map { filter in passed.first { $0.counted == filter }?.condition ?? filter }
  }

  mutating func add(filters: [SQLExpression]) {
    if select.isGrouped {
      select.having += filters
    } else {
      select.filters += filters
    }
  }

  /// The rows without any counting in them.
  var uncounted: Rows {
    var result = self
    let plain: (SQLExpression) -> SQLExpression = { filter in
      self.passed.first { $0.counted == filter }?.condition ?? filter
    }
    result.select.filters = select.filters.map(plain)
    result.select.having = select.having.map(plain)
    result.passed = []
    result.footnotes = []
    result.cut = nil
    return result
  }
}

extension Expression {
  /// The parts of a chain of `and`, in order.
  var conjuncts: [Expression] {
    if case .binary(.and, let left, let right) = kind { return left.conjuncts + right.conjuncts }
    return [self]
  }
}

extension SQLExpression {
  /// The same where null counts as not true: `=` with a constant serves an index as `IS` does not everywhere.
  var asCondition: SQLExpression {
    switch self {
    case .binary(.and, let left, let right): return .binary(.and, left.asCondition, right.asCondition)
    case .binary(.or, let left, let right): return .binary(.or, left.asCondition, right.asCondition)
    case .binary(.same, let left, let right):
      if case .bound = right { return .binary(.equal, left, right) }
      if case .bound = left { return .binary(.equal, left, right) }
      return self
    case .function(.coalesce, let parts):
      if parts.count == 2, parts.last == .falsehood, let first = parts.first { return first.asCondition }
      return self
    default: return self
    }
  }
}

extension Compiler {
  /// How many rows a condition passes over, as a query of its own.
  func passedFootnote(_ passed: PassedRows) -> Footnote {
    var rows = passed.before.rows.uncounted
    rows.add(filters: passed.others)
    rows.add(filters: [.isNull(passed.condition, isNegated: false)])
    let (sql, parameters) = countQuery(rows)
    return Footnote(
      QueryMessages.passedOver, at: passed.span, measure: .query(sql: sql, parameters: parameters))
  }

  func countQuery(_ rows: Rows) -> (String, [SQLValue]) {
    var rows = rows
    rows.close(self)
    rows.select.columns = [SQLSelect.Output(expression: .aggregate(.count, [], filter: nil), name: "count")]
    return rendered(rows.select)
  }

  func rendered(_ select: SQLSelect) -> (String, [SQLValue]) {
    var renderer = SQLRenderer(.sqlite)
    let sql = renderer.text(SQLPruning.statement(select, parts: parts))
    return (sql, renderer.parameters)
  }

  /// Rows equal to the last one kept, if the next one is equal too: none, or as many as there are.
  func tieFootnote(_ cut: Cut) -> Footnote {
    var rows = cut.before.rows.uncounted
    let keys = rows.sort.map(\.expression)
    rows.close(self)
    let order = rows.order
    let names = rows.sort.indices.map { "k\($0 + 1)" }
    func row(_ offset: Int) -> SQLCTE {
      var select = rows.select
      select.columns = zip(rows.sort, names).map {
        SQLSelect.Output(expression: $0.expression.uncollated, name: $1)
      }
      select.order = order
      select.limit = .number(1)
      select.offset = .number(Int64(offset))
      return SQLCTE(name: freshName("cut"), body: .select(select))
    }
    let ends = keys.isEmpty ? [] : [row(cut.last), row(cut.last + 1)]
    var select = rows.select
    for end in ends {
      add(end)
      let equal = zip(rows.sort, names).map { key, name in
        SQLExpression.binary(.same, key.expression.uncollated, .column(end.name, name))
      }
      select.joins.append(
        SQLSelect.Join(
          kind: .inner, source: SQLSelect.Source(table: end.name, isCTE: true, alias: end.name),
          condition: SQLExpression.all(equal) ?? .truth))
    }
    select.columns = [SQLSelect.Output(expression: .aggregate(.count, [], filter: nil), name: "count")]
    let (sql, parameters) = rendered(select)
    return Footnote(
      QueryMessages.cutThroughTie, ["kept": String(cut.rows)], at: cut.span,
      measure: .query(sql: sql, parameters: parameters))
  }
}

extension SQLExpression {
  var uncollated: SQLExpression { if case .collated(let inner) = self { inner } else { self } }
}

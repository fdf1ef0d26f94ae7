import KitLanguage
import KitModel

extension Compiler {
  func filter(_ condition: Expression, _ rows: inout Rows, at span: SourceSpan) {
    if rows.mustCloseBeforeFilter || rows.mustCloseBeforeWindow {
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
    let others = rows.select.isGrouped ? rows.plainHaving : rows.plainFilters
    let isReadOnce = rows.select.joins.allSatisfy(\.isLookup) && others.count <= 6
    let slot = nextSlot()
    let mark = SQLExpression.function(.passed, [.number(Int64(slot))])
    let rest = isReadOnce ? SQLExpression.all(others + [mark]) ?? mark : mark
    let passed = PassedRows(
      span: span, slot: slot, others: never, condition: passing, counted: passing.counting(rest),
      before: PassedRows.Snapshot(before))
    if isReadOnce {
      rows.passed.append(passed)
      rows.add(filters: [passed.counted])
    } else {
      rows.add(filters: [passing])
      rows.footnotes.append(.passed(passed))
    }
  }
}

extension Rows {
  /// Filters as they are, without the counting.
  var plainFilters: [SQLExpression] {
    select.filters.map { filter in passed.first { $0.counted == filter }?.condition ?? filter }
  }

  var plainHaving: [SQLExpression] {
    select.having.map { filter in passed.first { $0.counted == filter }?.condition ?? filter }
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
    result.select.filters = plainFilters
    result.select.having = plainHaving
    result.passed = []
    result.footnotes = []
    result.cut = nil
    return result
  }
}

extension Expression {
  /// The parts of a chain of `and`, in order.
  var conjuncts: [Expression] {
    var parts: [Expression] = []
    var rest = self
    while case .binary(.and, let left, let right) = rest.kind {
      parts.append(right)
      rest = left
    }
    return [rest] + parts.reversed().flatMap(\.conjuncts)
  }
}

extension SQLExpression {
  /// The same where null counts as not true: `=` with a constant serves an index as `IS` does not everywhere.
  var asCondition: SQLExpression {
    switch self {
    case .binary(.and, let left, let right): return .binary(.and, left.asCondition, right.asCondition)
    case .binary(.or, _, _):
      return chain.dropFirst().reduce(chain.first?.asCondition ?? self) { .binary(.or, $0, $1.asCondition) }
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
  /// Each costs a query of its own: beyond these it is only said that there are more.
  static let maximumFootnotes = 20

  func footnotes(_ pending: [PendingFootnote]) -> [Footnote] {
    if pending.count > Self.maximumFootnotes {
      remark(QueryMessages.notCounted, ["count": String(pending.count - Self.maximumFootnotes)], at: nil)
    }
    return pending.prefix(Self.maximumFootnotes).map { footnote in
      switch footnote {
      case .ready(let ready): ready
      case .passed(let passed): passedFootnote(passed)
      case .tie(let cut): tieFootnote(cut)
      }
    }
  }

  /// How many rows a condition passes over, as a query of its own.
  func passedFootnote(_ passed: PassedRows) -> Footnote {
    var rows = passed.before.rows
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
    let statement = SQLPruning.statement(select, parts: parts)
    guard SQLUnfolding.reads(of: statement, limit: Self.maximumReads) <= Self.maximumReads else {
      reportReads()
      return ("", [])
    }
    guard statement.widest <= Self.maximumOutputs else {
      reportWidth(statement.widest)
      return ("", [])
    }
    var renderer = SQLRenderer(.sqlite)
    let sql = renderer.text(SQLUnfolding.keepingSmall(statement))
    return (sql, renderer.parameters)
  }

  /// Rows equal to the last one kept, if the next one is equal too: none, or as many as there are.
  func tieFootnote(_ cut: Cut) -> Footnote {
    var rows = cut.before.rows
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
    let ends = keys.isEmpty || cut.last == .max ? [] : [row(cut.last), row(cut.last + 1)]
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

import KitLanguage
import KitModel

extension Compiler {
  func sort(_ keys: [Stage.SortKey], _ rows: inout Rows) {
    if rows.select.limit != nil || rows.select.offset != nil { rows.close(self) }
    let builder = ExpressionBuilder(self, rows: rows)
    let terms = keys.compactMap { key in
      builder.build(key.expression).map { orderTerm($0, isDescending: key.isDescending) }
    }
    rows = builder.rows ?? rows
    rows.sort = terms + rows.sort
  }

  func orderTerm(_ typed: Typed, isDescending: Bool) -> SQLOrder {
    SQLOrder(expression: typed.type.sortable(typed.sql), isDescending: isDescending)
  }

  // MARK: take, skip, top

  func take(from: Stage.Count?, to: Stage.Count, _ rows: inout Rows, at span: SourceSpan) {
    guard let last = count(to) else { return }
    if rows.select.limit != nil || rows.select.offset != nil { rows.close(self) }
    let before = PassedRows.Snapshot(rows)
    guard let from else {
      rows.select.limit = last.sql
      if let number = last.number, number > 0 { cut(&rows, rows: number, last: number - 1, before, span) }
      return
    }
    guard let first = count(from) else { return }
    if let one = first.number, let two = last.number {
      guard one >= 1 else { return report(QueryMessages.rangeFromOne, at: span) }
      guard two >= one else {
        rows.select.limit = .number(0)
        return remark(QueryMessages.emptyRange, at: span)
      }
      rows.select.limit = .number(Int64(two - one + 1))
      rows.select.offset = .number(Int64(one - 1))
      cut(&rows, rows: two - one + 1, last: two - 1, before, span)
    } else {
      let least = SQLExpression.binary(.subtract, last.sql, first.sql)
      rows.select.limit = .function(.atLeastZero, [.binary(.add, least, .number(1))])
      rows.select.offset = .binary(.subtract, first.sql, .number(1))
    }
  }

  private func cut(
    _ rows: inout Rows, rows count: Int, last: Int, _ before: PassedRows.Snapshot, _ span: SourceSpan
  ) {
    if rows.select.groups.isEmpty { rows.settlePassed() }
    guard !rows.sort.isEmpty, countsPassed else { return }
    rows.cut = Cut(span: span, rows: count, last: last, before: before)
  }

  func skip(_ count: Stage.Count, _ rows: inout Rows) {
    guard let number = self.count(count) else { return }
    if rows.select.limit != nil || rows.select.offset != nil { rows.close(self) }
    rows.select.offset = number.sql
  }

  func top(
    _ count: Stage.Count, by expression: Expression, ascending: Bool, per: [Path], _ rows: inout Rows,
    at span: SourceSpan
  ) {
    let number = self.count(count)
    if rows.select.limit != nil || rows.select.offset != nil { rows.close(self) }
    guard let number else { return }
    if !per.isEmpty {
      if rows.mustCloseBeforeWindow { rows.close(self) }
      return topPer(number.sql, by: expression, ascending: ascending, per: per, &rows, at: span)
    }
    let builder = ExpressionBuilder(self, rows: rows)
    guard let by = builder.build(expression) else { return }
    rows = builder.rows ?? rows
    rows.base = rows.order
    rows.sort = [orderTerm(by, isDescending: !ascending)]
    let before = PassedRows.Snapshot(rows)
    rows.select.limit = number.sql
    if let count = number.number, count > 0 { cut(&rows, rows: count, last: count - 1, before, span) }
  }

  /// The first rows of each group: numbered in it, then filtered.
  private func topPer(
    _ number: SQLExpression, by expression: Expression, ascending: Bool, per: [Path], _ rows: inout Rows,
    at span: SourceSpan
  ) {
    let builder = ExpressionBuilder(self, rows: rows)
    let groups = per.compactMap { builder.build($0) }
    guard let by = builder.build(expression), groups.count == per.count else { return }
    rows = builder.rows ?? rows
    let term = orderTerm(by, isDescending: !ascending)
    let place = SQLExpression.window(
      .rowNumber, [], SQLWindow(partition: groups.map(\.sql), order: [term] + rows.order))
    let equal = SQLExpression.window(
      .rank, [], SQLWindow(partition: groups.map(\.sql), order: [term]))
    rows.base = rows.order
    rows.sort = groups.map { orderTerm($0, isDescending: false) } + [term]
    let before = rows
    rows.keep(where: place, .lessOrEqual, number, self)
    guard countsPassed else { return }
    // Left out although equal to one that was kept: its rank in the group is within the number.
    var left = before.uncounted
    left.keep(where: place, .greater, number, self, and: equal)
    let (sql, parameters) = countQuery(left)
    rows.footnotes.append(
      .ready(Footnote(QueryMessages.cutInGroups, at: span, measure: .query(sql: sql, parameters: parameters)))
    )
  }

  // MARK: The whole number of these stages

  /// A count as SQL, and as a number where it is known now.
  func count(_ count: Stage.Count) -> (sql: SQLExpression, number: Int?)? {
    let typed: Typed?
    let span: SourceSpan
    switch count {
    case .literal(let number, let place):
      span = place
      typed = Typed(.integer(number), .integer, span: place)
    case .path(let path):
      span = path.span
      typed = ExpressionBuilder(self, rows: nil).build(path)
    case .expression(let expression):
      span = expression.span
      typed = ExpressionBuilder(self, rows: nil).build(expression)
    }
    guard let typed else { return nil }
    guard typed.type == .integer else {
      report(QueryMessages.notWhole, ["type": name(typed.type)], at: span)
      return nil
    }
    guard case .integer(let number)? = typed.constant else {
      return (.function(.rowCount, [typed.sql]), nil)
    }
    guard number >= 0 else {
      report(QueryMessages.negativeCount, at: span)
      return nil
    }
    return (typed.sql, Int(clamping: number))
  }
}

extension Rows {
  /// Keeps rows by something numbered over all of them: a window column, nested, then filtered.
  mutating func keep(
    where window: SQLExpression, _ test: SQLOperator, _ limit: SQLExpression, _ compiler: Compiler,
    and second: SQLExpression? = nil
  ) {
    let values = [window] + [second].compactMap { $0 }
    let closed = close(compiler, keeping: values)
    var tests = [SQLExpression.binary(test, closed[0], limit)]
    if closed.count > 1 { tests.append(.binary(.lessOrEqual, closed[1], limit)) }
    select.filters += tests
  }

  /// Closes the SELECT with further expressions in it and returns what they are outside.
  @discardableResult mutating func close(_ compiler: Compiler, keeping values: [SQLExpression])
    -> [SQLExpression]
  {
    let count = columns.count
    for value in values {
      columns.append(
        LiveColumn(
          number: compiler.nextColumn(), id: "_n", label: Label(zh: "", en: ""), type: .integer,
          value: .sql(value)))
    }
    close(compiler)
    let closed = columns[count...].map { column -> SQLExpression in
      if case .sql(let sql) = column.value { sql } else { .null }
    }
    columns.removeSubrange(count...)
    return Array(closed)
  }
}

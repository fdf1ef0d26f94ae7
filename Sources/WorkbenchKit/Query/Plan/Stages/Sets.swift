import KitLanguage
import KitModel

extension Compiler {
  func combine(
    _ operation: Stage.SetOperation, _ relation: Relation, _ rows: inout Rows, at span: SourceSpan
  ) {
    let outer = countsPassed
    countsPassed = false
    let found = self.rows(of: relation)
    countsPassed = outer
    guard var right = found else { return }
    if operation == .union {
      union(&rows, &right, at: span)
    } else {
      restrict(operation, &rows, &right, at: span)
    }
  }

  /// For each left column the right one of the same name.
  private func partners(_ left: Rows, _ right: Rows) -> [Int?] {
    left.columns.map { column in
      right.columns.firstIndex { NameKey($0.id) == NameKey(column.id) }
        ?? right.columns.firstIndex { NameKey($0.label.zh) == NameKey(column.label.zh) }
    }
  }

  private func union(_ rows: inout Rows, _ right: inout Rows, at span: SourceSpan) {
    if rows.mustCloseBeforeFilter || rows.mustCloseBeforeWindow { rows.close(self) }
    if right.mustCloseBeforeFilter || right.mustCloseBeforeWindow { right.close(self) }
    rows.settleFootnotes()
    let partners = partners(rows, right)
    let name = freshName("u")
    var outputs: (left: [SQLSelect.Output], right: [SQLSelect.Output]) = ([], [])
    var columns: [LiveColumn] = []
    for (place, partner) in partners.enumerated() {
      var column = rows.columns[place]
      let own = Typed(column, sql: rows.sql(of: place, self))
      let other = partner.map { Typed(right.columns[$0], sql: right.sql(of: $0, self)) } ?? .null(at: span)
      guard let (values, type) = unified([own, other]) else {
        report(
          QueryMessages.unionTypes,
          [
            "name": column.label.text(environment.language), "left": self.name(own.type),
            "right": self.name(other.type),
          ],
          at: span)
        continue
      }
      append(values[0].sql, values[1].sql, column.id, &outputs)
      column.type = type
      column.isNullable = own.isNullable || other.isNullable
      column.magnitude = ExpressionBuilder.largest(values)
      column.isSensitive = own.isSensitive || other.isSensitive
      column.restriction = own.restriction ?? other.restriction
      if column.words != other.words { column.words = [:] }
      column.recipe = nil
      columns.append(column)
    }
    let added = right.columns.indices.filter { !partners.contains($0) }
    for place in added {
      append(.null, right.sql(of: place, self), right.columns[place].id, &outputs)
      columns.append(right.columns[place])
      columns[columns.count - 1].isNullable = true
    }
    if !added.isEmpty {
      let list = added.map { right.columns[$0].label.text(environment.language) }
      remark(QueryMessages.unionAdded, ["list": list.joined(separator: ", ")], at: span)
    }
    var united = Rows()
    united.columns = columns
    let (side, number) = (united.free("_side"), united.free("_n"))
    place(rows, right, as: (side, number), &outputs)
    rows.select.columns = outputs.left
    right.select.columns = outputs.right
    rows.select.unions = [right.select]
    add(SQLCTE(name: name, body: .select(rows.select)))
    var result = Rows()
    result.select.from = SQLSelect.Source(table: name, isCTE: true, alias: name)
    result.columns = columns.map { column in
      var column = column
      column.value = .sql(.column(name, column.id))
      return column
    }
    result.base = [side, number].map { SQLOrder(expression: .column(name, $0)) }
    result.footnotes = rows.footnotes
    result.depth = rows.depth + 1
    rows = result
  }

  private func append(
    _ left: SQLExpression, _ right: SQLExpression, _ name: String,
    _ outputs: inout (left: [SQLSelect.Output], right: [SQLSelect.Output])
  ) {
    outputs.left.append(SQLSelect.Output(expression: left, name: name))
    outputs.right.append(SQLSelect.Output(expression: right, name: name))
  }

  /// Left rows first, each side in its own order.
  private func place(
    _ rows: Rows, _ right: Rows, as names: (side: String, number: String),
    _ outputs: inout (left: [SQLSelect.Output], right: [SQLSelect.Output])
  ) {
    append(.number(0), .number(1), names.side, &outputs)
    append(
      .window(.rowNumber, [], SQLWindow(order: rows.order)),
      .window(.rowNumber, [], SQLWindow(order: right.order)), names.number, &outputs)
  }

  /// except, intersect: left rows that equal no, or some, right row; null equals null.
  private func restrict(
    _ operation: Stage.SetOperation, _ rows: inout Rows, _ right: inout Rows, at span: SourceSpan
  ) {
    if rows.mustCloseBeforeGroup { rows.close(self) }
    if right.mustCloseBeforeGroup { right.close(self) }
    let partners = partners(rows, right)
    let missing = partners.indices.filter { partners[$0] == nil }
    guard missing.isEmpty else {
      let list = missing.map { rows.columns[$0].label.text(environment.language) }
      return report(
        QueryMessages.setColumns, ["list": list.joined(separator: ", "), "stage": word(operation.rawValue)],
        at: span)
    }
    for (place, partner) in partners.enumerated() {
      guard let partner else { continue }
      let own = Typed(rows.columns[place], sql: rows.sql(of: place, self), span: span)
      let other = Typed(right.columns[partner], sql: right.sql(of: partner, self), span: span)
      let builder = ExpressionBuilder(self, rows: rows)
      guard let (one, two) = builder.comparable(.equal, own, other, at: span) else { continue }
      right.select.filters.append(ExpressionBuilder.comparison(.equal, one, two).sql)
    }
    right.select.columns = []
    let exists = SQLExpression.exists(right.select)
    rows.select.filters.append(operation == .intersect ? exists : .not(exists))
  }

  // MARK: Tables written out

  func rows(of table: TableLiteral) -> Rows? {
    let builder = ExpressionBuilder(self, rows: nil)
    var columns: [[Typed]] = table.columns.map { _ in [] }
    for row in table.rows {
      // The parser has refused rows that are longer or shorter than the first.
      guard row.count == table.columns.count else { return nil }
      for (place, expression) in row.enumerated() {
        if let typed = builder.build(expression) { columns[place].append(typed) }
      }
    }
    guard columns.allSatisfy({ $0.count == table.rows.count }) else { return nil }
    let name = freshName("t")
    var rows = Rows()
    var cells: [[SQLExpression]] = table.rows.indices.map { [.number(Int64($0 + 1))] }
    for (place, column) in columns.enumerated() {
      guard let (values, type) = unified(column) else {
        report(
          QueryMessages.differentTypes, ["list": column.map { self.name($0.type) }.joined(separator: ", ")],
          at: table.columns[place].span)
        continue
      }
      for (row, value) in values.enumerated() { cells[row].append(value.sql) }
      var live = live(Typed(.column(name, table.columns[place].text), type), named: table.columns[place])
      live.isNullable = values.contains(where: \.isNullable)
      live.magnitude = ExpressionBuilder.largest(values)
      rows.columns.append(live)
    }
    add(SQLCTE(name: name, body: .values(["_rid"] + table.columns.map(\.text), cells)))
    rows.select.from = SQLSelect.Source(table: name, isCTE: true, alias: name)
    rows.base = [SQLOrder(expression: .column(name, "_rid"))]
    refuseDoubles(rows.columns, table.columns.map(\.span))
    refuseWidth(rows, at: table.span)
    return rows
  }
}

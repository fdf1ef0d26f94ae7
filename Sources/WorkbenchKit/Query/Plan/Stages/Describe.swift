import KitLanguage
import KitModel

extension Compiler {
  /// One row for each column: how full it is and what it holds.
  func describe(_ rows: inout Rows) {
    rows.number(self)
    if rows.mustCloseBeforeGroup { rows.close(self) }
    for place in rows.columns.indices { _ = rows.sql(of: place, self) }
    rows.close(self)
    let arms = rows.columns.enumerated().map { place, column in
      description(column, rows.sql(of: place, self), number: place, rows)
    }
    // The engine takes at most 500 arms in one UNION.
    let chunks = stride(from: 0, to: arms.count, by: 400).map { start -> SQLSelect in
      var first = arms[start]
      first.unions = Array(arms[(start + 1)..<min(arms.count, start + 400)])
      let name = freshName("d")
      add(SQLCTE(name: name, body: .select(first)))
      var select = SQLSelect(from: SQLSelect.Source(table: name, isCTE: true, alias: name))
      select.columns = first.columns.map {
        SQLSelect.Output(expression: .column(name, $0.name), name: $0.name)
      }
      return select
    }
    guard var all = chunks.first else { return }
    all.unions = Array(chunks.dropFirst())
    let name = freshName("describe")
    add(SQLCTE(name: name, body: .select(all)))
    var result = Rows()
    result.select.from = SQLSelect.Source(table: name, isCTE: true, alias: name)
    let columns: [(String, String, DataType)] = [
      ("column", "列", .text), ("type", "类型", .text), ("filled", "非空", .integer), ("missing", "缺失", .integer),
      ("distinct", "不同值", .integer), ("min", "最小", .text), ("max", "最大", .text), ("avg", "平均", .real),
      ("example", "示例", .text),
    ]
    result.columns = columns.map { id, label, type in
      live(Typed(.column(name, id), type), id: id, label: Label(zh: label, en: id))
    }
    result.base = [SQLOrder(expression: .column(name, "_n"))]
    result.footnotes = rows.footnotes
    rows = result
  }

  private func description(_ column: LiveColumn, _ value: SQLExpression, number: Int, _ rows: Rows)
    -> SQLSelect
  {
    let builder = ExpressionBuilder(self, rows: nil)
    let call = Call(name: Name("text", span: span), arguments: [], condition: nil, span: span)
    func text(_ sql: SQLExpression) -> SQLExpression {
      guard column.isSensitive else { return builder.asText(Typed(sql, column.type), call)?.sql ?? .null }
      return .cases(
        [SQLCase(condition: .isNull(sql, isNegated: true), value: .text(Column.mask))], otherwise: nil)
    }
    let sorted = column.type.sortable(value)
    let isOrdered: Bool =
      switch column.type {
      case .boolean, .duration, .null: false
      default: true
      }
    let mean =
      column.type.isNumeric && !column.isSensitive
      ? Aggregation("avg", [Typed(value, column.type)], call, builder: builder)?.typed(
        filter: nil, window: nil)
      : nil
    let count = SQLExpression.aggregate(.count, [value], filter: nil)
    var select = SQLSelect(from: rows.select.from)
    select.isGrouped = true
    select.columns = [
      SQLSelect.Output(expression: .text(column.label.text(environment.language)), name: "column"),
      SQLSelect.Output(expression: .text(name(column.type)), name: "type"),
      SQLSelect.Output(expression: count, name: "filled"),
      SQLSelect.Output(
        expression: .binary(.subtract, .aggregate(.count, [], filter: nil), count), name: "missing"),
      SQLSelect.Output(expression: .aggregate(.countDistinct, [value], filter: nil), name: "distinct"),
      SQLSelect.Output(
        expression: isOrdered ? text(.aggregate(.minimum, [sorted], filter: nil)) : .null, name: "min"),
      SQLSelect.Output(
        expression: isOrdered ? text(.aggregate(.maximum, [sorted], filter: nil)) : .null, name: "max"),
      SQLSelect.Output(expression: mean?.sql ?? .null, name: "avg"),
      SQLSelect.Output(
        expression: text(.aggregate(.first, [value, rows.place ?? .number(0)], filter: nil)), name: "example"),
      SQLSelect.Output(expression: .number(Int64(number)), name: "_n"),
    ]
    return select
  }
}

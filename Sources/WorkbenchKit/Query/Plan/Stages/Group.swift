import KitLanguage
import KitModel

extension Compiler {
  func count(_ rows: inout Rows) {
    let bind = Stage.Bind(
      name: Name("count", span: span),
      expression: Expression(
        .call(Call(name: Name("count", span: span), arguments: [], condition: nil, span: span)), span: span))
    group(all: false, [], [bind], &rows, at: span)
    if let place = rows.columns.indices.first { rows.columns[place].label = Label(zh: "计数", en: "count") }
  }

  func group(
    all: Bool, _ items: [Stage.Item], _ binds: [Stage.Bind], _ rows: inout Rows, at span: SourceSpan
  ) {
    prepareGroup(binds, &rows)
    let builder = ExpressionBuilder(self, rows: rows)
    let keys = items.compactMap { column($0, builder) }
    let expressions = keys.compactMap { key -> SQLExpression? in
      if case .sql(let sql) = key.value { sql } else { nil }
    }
    builder.mode = .braces(keys: expressions)
    let made = binds.map { column($0, builder) }
    rows = builder.rows ?? rows
    close(&rows, over: keys, expressions, made)
    refuseDoubles(rows.columns, items.map(\.span) + binds.map(\.name.span))
    if all { addMissingGroups(&rows, keys: keys.count, at: span) }
  }

  /// Makes the open SELECT one that can be grouped, with the place of each row where an aggregate asks for it.
  func prepareGroup(_ binds: [Stage.Bind], _ rows: inout Rows) {
    if rows.mustCloseBeforeGroup { rows.close(self) }
    if binds.contains(where: { $0.expression.readsPlace }) { rows.number(self) }
  }

  /// The rows become groups.
  func close(
    _ rows: inout Rows, over keys: [LiveColumn], _ expressions: [SQLExpression], _ made: [LiveColumn]
  ) {
    rows.select.groups = expressions
    rows.select.isGrouped = true
    rows.columns = keys
    for column in made {
      var column = column
      if case .sql(let sql) = column.value { column.recipe = recipe(sql, among: made) }
      rows.columns.append(column)
    }
    rows.sort = []
    rows.base = zip(keys, expressions).map { SQLOrder(expression: $0.type.sortable($1)) }
    rows.origin = nil
    rows.key = nil
    rows.place = nil
    rows.groupKeys = keys.map(\.number)
    rows.isSingle = keys.isEmpty
  }

  /// `group all`: every row that a reference may point to and every value of a choice has its group.
  private func addMissingGroups(_ rows: inout Rows, keys count: Int, at span: SourceSpan) {
    // Without a key `all` is read as the name of one.
    guard count > 0 else { return }
    rows.close(self)
    let groups = rows
    guard let source = groups.select.from else { return }
    var product = SQLSelect()
    var conditions: [SQLExpression] = []
    let name = freshName("all")
    for place in 0..<count {
      let column = rows.columns[place]
      guard let universe = universe(of: column, in: source) else { continue }
      let key = "k\(place + 1)"
      product.columns.append(
        SQLSelect.Output(expression: .column(universe.source.alias, universe.column), name: key))
      if product.from == nil {
        product.from = universe.source
      } else {
        product.joins.append(SQLSelect.Join(kind: .inner, source: universe.source, condition: .truth))
      }
      let own = rows.sql(of: place, self)
      conditions.append(.binary(.same, own, .column(name, key)))
      rows.columns[place].value = .sql(.coalesce(.column(name, key), own))
      rows.base[place] = SQLOrder(
        expression: column.type.sortable(.coalesce(.column(name, key), own)))
    }
    add(SQLCTE(name: name, body: .select(product)))
    rows.select.joins.append(
      SQLSelect.Join(
        kind: .full, source: SQLSelect.Source(table: name, isCTE: true, alias: name),
        condition: SQLExpression.all(conditions) ?? .truth))
    for place in count..<rows.columns.count where !rows.columns[place].isNullable {
      // Counts of a group without rows are 0.
      rows.columns[place].value = .sql(.coalesce(rows.sql(of: place, self), .falsehood))
    }
    rows.close(self)
  }

  /// All values that a key may take: rows of the entity, values of the choice, else those that there are.
  private func universe(of column: LiveColumn, in groups: SQLSelect.Source)
    -> (source: SQLSelect.Source, column: String)?
  {
    switch column.type {
    case .reference(let target):
      guard let view = entity(target), let key = view.singleKey else { return nil }
      let alias = freshAlias(view.declaration.id)
      return (SQLSelect.Source(table: view.fullName, isCTE: false, alias: alias), key)
    case .choice(let values):
      let name = freshName("choices")
      add(SQLCTE(name: name, body: .values(["value"], values.map { [.text($0)] })))
      return (SQLSelect.Source(table: name, isCTE: true, alias: name), "value")
    default:
      guard case .sql(.column(_, let own)) = column.value else { return nil }
      let name = freshName("keys")
      var distinct = SQLSelect(from: groups)
      distinct.from?.alias = freshAlias(groups.table + "_k")
      let value = SQLExpression.column(distinct.from?.alias ?? "", own)
      distinct.columns = [SQLSelect.Output(expression: value, name: "value")]
      distinct.groups = [value]
      distinct.isGrouped = true
      add(SQLCTE(name: name, body: .select(distinct)))
      return (SQLSelect.Source(table: name, isCTE: true, alias: name), "value")
    }
  }

  /// As `recipe(_:_:)`, for aggregates that follow from other aggregates of the same braces.
  func recipe(_ sql: SQLExpression, among columns: [LiveColumn]) -> SQLExpression? {
    var rows = Rows()
    rows.columns = columns
    return recipe(sql, rows)
  }
}

extension Expression {
  /// Holds an aggregate that goes by the order of rows.
  var readsPlace: Bool {
    switch kind {
    case .literal, .path, .table, .pipeline: false
    case .call(let call):
      ["first", "last", "join_text"].contains(Words.function(call.name.text)?.english)
        || call.arguments.contains(where: \.readsPlace)
    case .case(let arms): arms.contains { $0.value.readsPlace || ($0.condition?.readsPlace ?? false) }
    case .unary(_, let one), .isNull(let one, _): one.readsPlace
    case .membership(let one, let members, _):
      one.readsPlace || members.expressions.contains(where: \.readsPlace)
    case .binary(_, let one, let two): one.readsPlace || two.readsPlace
    case .between(let one, let two, let three, _): one.readsPlace || two.readsPlace || three.readsPlace
    }
  }
}

extension Rows {
  /// Gives every row its place in the order, as a column that aggregates can read.
  mutating func number(_ compiler: Compiler, first terms: [SQLOrder] = []) {
    let order = terms + self.order
    if terms.isEmpty, order.count == 1, let only = order.first, !only.isDescending,
      case .column(_, "_rid") = only.expression
    {
      place = only.expression
      return
    }
    if mustCloseBeforeWindow { close(compiler) }
    let number = SQLExpression.window(.rowNumber, [], SQLWindow(order: terms + self.order))
    place = close(compiler, keeping: [number]).first
  }
}

extension ExpressionBuilder {
  /// The place of the row in the order; made ready by the stage.
  func rowPlace() -> SQLExpression { rows?.place ?? rows?.base.last?.expression ?? .number(0) }
}

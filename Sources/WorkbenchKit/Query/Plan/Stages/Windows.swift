import KitLanguage
import KitModel

extension Compiler {
  func window(_ binds: [Stage.Bind], per: [Path], order keys: [Stage.SortKey], _ rows: inout Rows) {
    prepareWindow(&rows)
    refuseDoubles(binds.map(\.name))
    if binds.contains(where: { $0.expression.readsPlace }) {
      let builder = ExpressionBuilder(self, rows: rows)
      let terms = keys.compactMap { key in
        builder.build(key.expression).map { orderTerm($0, isDescending: key.isDescending) }
      }
      rows = builder.rows ?? rows
      rows.number(self, first: terms)
    }
    let builder = ExpressionBuilder(self, rows: rows)
    let groups = per.compactMap { builder.build($0)?.sql }
    let terms = keys.compactMap { key in
      builder.build(key.expression).map { orderTerm($0, isDescending: key.isDescending) }
    }
    guard groups.count == per.count, terms.count == keys.count else { return }
    builder.mode = .window(SQLWindow(partition: groups, order: terms))
    let made = binds.map { ($0.name, column($0, builder)) }
    rows = builder.rows ?? rows
    rows.place = nil
    for (name, column) in made { put(column, under: name, &rows) }
  }

  func rank(_ by: Expression, ascending: Bool, per: [Path], name: Name?, _ rows: inout Rows) {
    prepareWindow(&rows)
    let builder = ExpressionBuilder(self, rows: rows)
    let typed = builder.build(by)
    let groups = per.compactMap { builder.build($0)?.sql }
    rows = builder.rows ?? rows
    guard let typed, groups.count == per.count else { return }
    let rank = SQLExpression.window(
      .rank, [], SQLWindow(partition: groups, order: [orderTerm(typed, isDescending: !ascending)]))
    var made = Typed(rank, .integer, isNullable: false, magnitude: 1 << 40)
    if typed.isNullable {
      made.sql = .cases(
        [SQLCase(condition: .isNull(typed.sql, isNegated: true), value: rank)], otherwise: nil)
      made.isNullable = true
    }
    var column = name.map { live(made, named: $0) }
    column = column ?? live(made, id: "rank", label: Label(zh: "排名", en: "rank"))
    add(column, named: name, &rows)
  }

  /// A new column whose name must be free.
  func add(_ column: LiveColumn?, named name: Name?, _ rows: inout Rows) {
    guard let column else { return }
    rows.columns.append(column)
    refuseDoubles(rows.columns, rows.columns.map { _ in name?.span ?? span })
  }

  /// Windows are counted over all rows and never one in the other.
  func prepareWindow(_ rows: inout Rows) {
    if rows.select.limit != nil || rows.select.offset != nil || rows.mustCloseBeforeWindow {
      rows.close(self)
    }
  }

  // MARK: distinct, sample

  func distinct(_ paths: [Path], _ rows: inout Rows) {
    prepareWindow(&rows)
    let places = paths.isEmpty ? Array(rows.columns.indices) : paths.compactMap { place(of: $0, in: rows) }
    guard paths.isEmpty || places.count == paths.count else { return }
    let keys = places.map { rows.sql(of: $0, self) }
    let number = SQLExpression.window(.rowNumber, [], SQLWindow(partition: keys, order: rows.order))
    rows.keep(where: number, .equal, .number(1), self)
    if paths.isEmpty { rows.origin = nil }
  }

  func sample(
    _ count: Stage.Count, per: [Path], seed: Expression?, _ rows: inout Rows, at span: SourceSpan
  ) {
    guard let number = self.count(count), let seed = seedText(seed, at: span) else { return }
    prepareWindow(&rows)
    let isKeyed = rows.key?.isUnique ?? false
    if !isKeyed { rows.number(self) }
    let builder = ExpressionBuilder(self, rows: rows)
    let groups = per.compactMap { builder.build($0)?.sql }
    rows = builder.rows ?? rows
    guard groups.count == per.count else { return }
    let rowNumber = [SQLExpression.cast(rows.place ?? .number(0), .text)]
    let parts = isKeyed ? rows.key?.expressions ?? rowNumber : rowNumber
    let key = parts.dropFirst().reduce(parts.first ?? .null) {
      .binary(.concatenate, .binary(.concatenate, $0, .text("\u{1F}")), $1)
    }
    let place = SQLExpression.window(
      .rowNumber, [],
      SQLWindow(
        partition: groups,
        order: [SQLOrder(expression: .function(.sampleHash, [seed, key]))] + rows.order))
    rows.keep(where: place, .lessOrEqual, number.sql, self)
    rows.place = nil
  }

  private func seedText(_ seed: Expression?, at span: SourceSpan) -> SQLExpression? {
    if let seed {
      guard let typed = ExpressionBuilder(self, rows: nil).build(seed) else { return nil }
      if typed.type.isTextual { return typed.sql }
      if typed.type == .integer { return .cast(typed.sql, .text) }
      report(
        QueryMessages.argumentType,
        [
          "function": environment.language == .zh ? "种子" : "seed", "wanted": name(.text),
          "type": name(typed.type),
        ], at: seed.span)
      return nil
    }
    guard !environment.isStrict else {
      report(QueryMessages.seedNeeded, at: span)
      return nil
    }
    let drawn = environment.drawSeed()
    remark(QueryMessages.seedDrawn, ["seed": drawn], at: span)
    return .text(drawn)
  }
}

import KitLanguage
import KitModel

extension Compiler {
  static let maximumPivot = 500

  /// A value that becomes a column.
  private struct PivotValue {
    var sql: SQLExpression
    var isNull: Bool
    var name: String
  }

  func pivot(
    _ item: Stage.Item, _ binds: [Stage.Bind], per: [Path], values: [Expression]?, _ rows: inout Rows,
    at span: SourceSpan
  ) {
    prepareGroup(binds, &rows)
    let builder = ExpressionBuilder(self, rows: rows)
    guard let key = column(item, builder), !key.isFaulty, case .sql(let keySQL) = key.value else { return }
    let kept = per.isEmpty ? rest(item, binds, builder) : per.compactMap { rowKey($0, builder) }
    rows = builder.rows ?? rows
    let isFixed = values != nil || environment.isStrict
    let found = values.map { written($0, key, keySQL, rows) } ?? discovered(key, keySQL, rows, at: span)
    guard let found else { return }
    if isFixed, countsPassed { rows.footnotes.append(leftOut(found, keySQL, rows, at: span)) }
    if found.isEmpty {
      guard !kept.isEmpty else { return report(QueryMessages.pivotEmpty, at: span) }
      remark(QueryMessages.pivotEmpty, at: span)
    }
    guard found.count * binds.count <= Self.maximumPivot else {
      return report(
        QueryMessages.pivotTooWide, ["count": String(found.count), "limit": String(Self.maximumPivot)],
        at: span)
    }
    builder.rows = rows
    let keys = kept.map { rowKey -> SQLExpression in
      if case .sql(let sql) = rowKey.value { sql } else { .null }
    }
    builder.mode = .braces(keys: keys)
    var made: [LiveColumn] = []
    // Without a value the calculations are read all the same: what is wrong in them is told.
    if found.isEmpty { for bind in binds { _ = column(bind, builder) } }
    for value in found {
      builder.filter =
        value.isNull ? .isNull(keySQL, isNegated: false) : .binary(.equal, keySQL, value.sql)
      for bind in binds {
        var column = column(bind, builder)
        let suffix = binds.count == 1 ? "" : "_" + bind.name.text
        column.id = value.name + suffix
        column.label = Label(zh: column.id, en: column.id)
        column.aliases = []
        made.append(column)
      }
    }
    rows = builder.rows ?? rows
    close(&rows, over: kept, keys, made)
    refuseDoubles(rows.columns, [item.span])
    if per.isEmpty, !kept.isEmpty {
      let list = kept.map { $0.label.text(environment.language) }.joined(separator: ", ")
      remark(QueryMessages.pivotRows, ["list": list], at: span)
    }
  }

  private func rowKey(_ path: Path, _ builder: ExpressionBuilder) -> LiveColumn? {
    column(.path(path), builder).flatMap { column in
      var column = column
      if let place = builder.rows?.columns.firstIndex(where: { $0.number == column.number }) {
        column.value = .sql(builder.rows?.sql(of: place, self) ?? .null)
      }
      return column
    }
  }

  /// Without `per`: the columns that neither the key nor the binds use.
  private func rest(_ item: Stage.Item, _ binds: [Stage.Bind], _ builder: ExpressionBuilder) -> [LiveColumn] {
    var used: [Expression] = binds.map(\.expression)
    switch item {
    case .path(let path): used.append(Expression(.path(path), span: path.span))
    case .bind(let bind): used.append(bind.expression)
    }
    let columns = builder.rows?.columns ?? []
    return columns.indices.compactMap { place in
      let names = Set(columns[place].firstNames + columns[place].aliases)
      if used.contains(where: { $0.mentions(names) }) { return nil }
      var column = columns[place]
      column.value = .sql(builder.rows?.sql(of: place, self) ?? .null)
      return column
    }
  }

  private func written(_ values: [Expression], _ key: LiveColumn, _ sql: SQLExpression, _ rows: Rows)
    -> [PivotValue]?
  {
    let builder = ExpressionBuilder(self, rows: nil)
    var found: [PivotValue] = []
    for expression in values {
      guard let typed = builder.build(expression) else { continue }
      if typed.type == .null {
        found.append(PivotValue(sql: .null, isNull: true, name: emptyName))
        continue
      }
      guard let constant = typed.constant else {
        report(QueryMessages.pivotConstant, at: expression.span)
        continue
      }
      let own = Typed(key, sql: sql, span: expression.span)
      guard let (_, value) = builder.comparable(.equal, own, typed, at: expression.span) else { continue }
      found.append(PivotValue(sql: value.sql, isNull: false, name: name(of: constant)))
    }
    return found.count == values.count ? found : nil
  }

  /// How many rows have a value that has no column.
  private func leftOut(_ values: [PivotValue], _ key: SQLExpression, _ rows: Rows, at span: SourceSpan)
    -> PendingFootnote
  {
    var others = rows.uncounted
    let written = values.filter { !$0.isNull }.map(\.sql)
    if !written.isEmpty { others.add(filters: [.not(.coalesce(.inList(key, written), .falsehood))]) }
    if values.contains(where: \.isNull) { others.add(filters: [.isNull(key, isNegated: true)]) }
    let (sql, parameters) = countQuery(others)
    return .ready(
      Footnote(QueryMessages.pivotLeftOut, at: span, measure: .query(sql: sql, parameters: parameters)))
  }

  /// The values that there are, in order, found by a query of its own. In a script the columns must not depend
  /// on the data: there only a choice has values that are known.
  private func discovered(_ key: LiveColumn, _ sql: SQLExpression, _ rows: Rows, at span: SourceSpan)
    -> [PivotValue]?
  {
    if environment.isStrict, case .choice(let values) = key.type {
      return values.map { PivotValue(sql: .text($0), isNull: false, name: $0) }
    }
    guard !environment.isStrict, let runner else {
      report(QueryMessages.pivotNeedsValues, at: span)
      return nil
    }
    // Values that are read from the rows would stand in the heading, where nothing masks them.
    guard !key.isSensitive else {
      report(QueryMessages.pivotSensitive, ["name": key.label.text(environment.language)], at: span)
      return nil
    }
    var values = rows.uncounted
    close(&values, over: [key], [sql], [])
    values.select.limit = .number(Int64(Self.maximumPivot + 1))
    do {
      return try runner(finished(values)).compactMap { row in
        guard let value = row.values.first else { return nil }
        if value.isNull { return PivotValue(sql: .null, isNull: true, name: emptyName) }
        return PivotValue(sql: Typed(value, key.type, span: span).sql, isNull: false, name: name(of: value))
      }
    } catch {
      unanswered(error)
      return nil
    }
  }

  private var emptyName: String { environment.language == .zh ? "空" : "empty" }

  /// A value as the name of a column.
  private func name(of value: Value) -> String {
    switch value {
    case .null: emptyName
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number): String(number)
    case .boolean(let flag):
      environment.language == .zh ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case .date(let date): date.iso
    case .period(let period): period.label
    case .time(let time): time.text
    case .duration(let duration): String(duration.count)
    case .reference(let reference): reference.name ?? reference.key
    }
  }

  // MARK: unpivot, bin

  func unpivot(_ paths: [Path], name: Name?, value: Name?, _ rows: inout Rows) {
    let places = paths.compactMap { place(of: $0, in: rows) }
    guard places.count == paths.count else { return }
    if rows.mustCloseBeforeGroup { rows.close(self) }
    let typed = places.map { Typed(rows.columns[$0], sql: rows.sql(of: $0, self)) }
    guard let (values, type) = unified(typed) else {
      let list = typed.map { self.name($0.type) }
      return report(
        QueryMessages.differentTypes, ["list": list.joined(separator: ", ")],
        at: paths.reduce(paths[0].span) { $0.joined($1.span) })
    }
    let items = freshName("items")
    let labels = places.map { rows.columns[$0].label.text(environment.language) }
    add(
      SQLCTE(
        name: items,
        body: .values(["_i", "name"], labels.enumerated().map { [.number(Int64($0)), .text($1)] })))
    rows.settlePassed()
    rows.select.joins.append(
      SQLSelect.Join(
        kind: .inner, source: SQLSelect.Source(table: items, isCTE: true, alias: items), condition: .truth))
    let number = SQLExpression.column(items, "_i")
    let arms = values.enumerated().map {
      SQLCase(condition: .binary(.equal, number, .number(Int64($0))), value: $1.sql)
    }
    let unpivoted = Typed(.cases(arms, otherwise: nil), type, magnitude: ExpressionBuilder.largest(values))
      .marked(like: typed)
    let label = Typed(.column(items, "name"), .text, isNullable: false)
    rows.columns = rows.columns.indices.filter { !places.contains($0) }.map { rows.columns[$0] }
    add(
      name.map { live(label, named: $0) } ?? live(label, id: "name", label: Label(zh: "项目", en: "name")),
      named: name, &rows)
    add(
      value.map { live(unpivoted, named: $0) }
        ?? live(unpivoted, id: "value", label: Label(zh: "值", en: "value")),
      named: value, &rows)
    rows.base.append(SQLOrder(expression: number))
    rows.origin = nil
    rows.key = nil
    rows.groupKeys = nil
  }

  func bin(_ expression: Expression, by size: Expression, name: Name?, _ rows: inout Rows) {
    let builder = ExpressionBuilder(self, rows: rows)
    let value = builder.build(expression)
    let step = builder.build(size)
    rows = builder.rows ?? rows
    guard let value, let step, let made = binned(value, step, at: expression.span) else { return }
    add(
      name.map { live(made, named: $0) } ?? live(made, id: "bin", label: Label(zh: "分段", en: "bin")),
      named: name, &rows)
  }

  private func binned(_ value: Typed, _ step: Typed, at span: SourceSpan) -> Typed? {
    if value.type == .null || step.type == .null { return .null(at: span) }
    if let size = step.constant?.double, size <= 0 {
      report(QueryMessages.binSize, at: step.span)
      return nil
    }
    switch (value.type, step.type) {
    case (.date, .duration(.days)), (.date, .integer):
      // Days are counted from Monday, 29 December 1969, so that weeks begin on Mondays.
      let shifted = SQLExpression.binary(.add, .function(.dayNumber, [value.sql]), .number(3))
      let low = SQLExpression.function(.binUnits, [shifted, step.sql])
      return Typed(
        .function(.dateFromNumber, [.binary(.subtract, low, .number(3))]), .date, isNullable: value.isNullable
      ).marked(like: [value])
    case (.date, .duration(.months)):
      return Typed(.function(.binMonths, [value.sql, step.sql]), .date, isNullable: value.isNullable)
        .marked(like: [value])
    default:
      guard let (one, two, type) = Typed.unified(value, step) else {
        report(
          QueryMessages.cannotCalculate,
          ["operator": word("bin"), "left": name(value.type), "right": name(step.type)], at: span)
        return nil
      }
      let function: SQLFunction = type.scale == nil ? .binReal : .binUnits
      return Typed(
        .function(function, [one.sealed().sql, two.sealed().sql]), value.isPercent ? one.type : type,
        isNullable: value.isNullable
      ).marked(like: [value])
    }
  }
}

import KitLanguage
import KitModel

extension Compiler {
  /// Adds values of the row of the same key one period earlier.
  ///
  /// The earlier row is sought among all rows that the stages before would make without their filters, since
  /// `where year == 2024 | prior year { … }` asks for a row that the filter has taken away. Filters in front
  /// of a `group` stay, but for those on the period.
  func prior(
    _ path: Path, _ binds: [Stage.Bind], _ rows: inout Rows, before: [Stage], source: Source,
    at span: SourceSpan
  ) {
    guard let place = place(of: path, in: rows) else { return }
    let period = rows.columns[place]
    guard case .period = period.type else {
      return report(QueryMessages.notPeriod, ["name": path.text, "type": name(period.type)], at: path.span)
    }
    if rows.mustCloseBeforeGroup { rows.close(self) }
    let names = Set(period.firstNames + period.aliases + [NameKey(path.text)])
    let earlier = stages(before, without: names)
    let outer = countsPassed
    countsPassed = false
    let found = self.rows(of: Pipeline(source: source, stages: earlier.stages, span: span))
    countsPassed = outer
    guard var old = found else { return }
    if old.mustCloseBeforeGroup { old.close(self) }
    guard let oldPlace = old.columns.firstIndex(where: { $0.id == period.id }),
      let own = keys(of: &rows, besides: place), let others = keys(of: &old, besides: oldPlace),
      own.count == others.count
    else { return report(QueryMessages.priorKey, ["name": path.text], at: path.span) }
    let periods = old.sql(of: oldPlace, self)
    let builder = ExpressionBuilder(self, rows: old)
    var columns: [LiveColumn] = []
    var outputs: [SQLSelect.Output] = []
    for (number, bind) in binds.enumerated() {
      let column = column(bind, builder)
      guard case .sql(let sql) = column.value else { continue }
      outputs.append(
        SQLSelect.Output(expression: .aggregate(.onlyPrior, [sql], filter: nil), name: "v\(number + 1)"))
      columns.append(column)
    }
    guard var select = builder.rows?.select else { return }
    let part = freshName("prior")
    select.groups = others + [periods]
    select.isGrouped = true
    select.columns =
      outputs + zip(others.indices, others).map { SQLSelect.Output(expression: $1, name: "k\($0 + 1)") }
    select.columns.append(SQLSelect.Output(expression: periods, name: "p"))
    add(SQLCTE(name: part, body: .select(select)))
    let before = SQLExpression.function(.periodBefore, [rows.sql(of: place, self)])
    let equal = zip(own.indices, own).map { SQLExpression.binary(.same, .column(part, "k\($0 + 1)"), $1) }
    rows.select.joins.append(
      SQLSelect.Join(
        kind: .left, source: SQLSelect.Source(table: part, isCTE: true, alias: part),
        condition: SQLExpression.all(equal + [.binary(.equal, .column(part, "p"), before)]) ?? .truth,
        isLookup: true))
    for (number, (bind, made)) in zip(binds, columns).enumerated() {
      var column = made
      column.value = .sql(.column(part, "v\(number + 1)"))
      column.isNullable = true
      column.recipe = nil
      put(column, under: bind.name, &rows)
    }
    if earlier.dropped { remark(QueryMessages.priorLooksBack, at: span) }
  }

  /// What tells rows apart beside the period: keys of the group, else of the entity.
  private func keys(of rows: inout Rows, besides place: Int) -> [SQLExpression]? {
    let period = rows.sql(of: place, self)
    if let numbers = rows.groupKeys {
      guard numbers.contains(rows.columns[place].number) else { return nil }
      var keys: [SQLExpression] = []
      for number in numbers where number != rows.columns[place].number {
        guard let index = rows.columns.firstIndex(where: { $0.number == number }) else { return nil }
        keys.append(rows.sql(of: index, self))
      }
      return keys
    }
    guard let expressions = rows.key?.expressions, expressions.contains(period) else { return nil }
    return expressions.filter { $0 != period }
  }

  /// The stages before `prior` without the filters that would hide the earlier rows.
  private func stages(_ stages: [Stage], without period: Set<NameKey>) -> (stages: [Stage], dropped: Bool) {
    let lastGroup = stages.lastIndex { if case .group = $0.kind { true } else { false } } ?? -1
    var kept: [Stage] = []
    for (place, stage) in stages.enumerated() {
      if place > lastGroup {
        if !stage.kind.onlyFilters { kept.append(stage) }
      } else if case .where(let condition) = stage.kind {
        let parts = condition.conjuncts.filter { !$0.mentions(period) }
        guard var whole = parts.first else { continue }
        for part in parts.dropFirst() {
          whole = Expression(.binary(.and, whole, part), span: whole.span.joined(part.span))
        }
        kept.append(Stage(.where(whole), keyword: stage.keyword, span: stage.span))
      } else if !stage.kind.isEffect {
        kept.append(stage)
      }
    }
    return (kept, kept != stages)
  }
}

extension Stage.Kind {
  /// Takes rows away or orders them, and changes nothing else.
  var onlyFilters: Bool {
    switch self {
    case .where, .take, .skip, .top, .sample, .sort, .check: true
    case .join(let join): join.kind == .semi || join.kind == .anti
    default: isEffect
    }
  }
}

extension Expression {
  /// Whether a path with one of these names stands in it.
  func mentions(_ names: Set<NameKey>) -> Bool {
    switch kind {
    case .literal, .table, .pipeline: false
    case .path(let path):
      names.contains(NameKey(path.text)) || path.names.first.map { names.contains($0.key) } == true
    case .call(let call):
      call.arguments.contains { $0.mentions(names) } || (call.condition?.mentions(names) ?? false)
    case .case(let arms):
      arms.contains { $0.value.mentions(names) || ($0.condition?.mentions(names) ?? false) }
    case .unary(_, let one), .isNull(let one, _): one.mentions(names)
    case .membership(let one, let members, _):
      one.mentions(names) || members.expressions.contains { $0.mentions(names) }
    case .binary(_, let one, let two): one.mentions(names) || two.mentions(names)
    case .between(let one, let two, let three, _):
      one.mentions(names) || two.mentions(names) || three.mentions(names)
    }
  }
}

extension Expression.Members {
  /// The members that are written out, a name alone among them; sub-pipelines see no columns of the row.
  var expressions: [Expression] {
    switch self {
    case .list(let list): list
    case .path(let path): [Expression(.path(path), span: path.span)]
    case .pipeline, .table: []
    }
  }
}

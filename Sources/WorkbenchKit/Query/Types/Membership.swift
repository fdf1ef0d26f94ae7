import KitLanguage
import KitModel

extension ExpressionBuilder {
  /// `in`: as `==` with each member, so never null; a date lies in a period.
  func membership(_ value: Expression, _ members: Expression.Members, isNegated: Bool, at span: SourceSpan)
    -> Typed?
  {
    let typed = build(value)
    let test: Typed? =
      switch members {
      case .list(let list): among(typed, list, at: span)
      case .pipeline(let pipeline): among(typed, pipeline, at: span)
      case .path(let path): among(typed, path, at: span)
      case .table(let table): among(typed, table, at: span)
      }
    guard let typed, let test else { return nil }
    return Typed(isNegated ? .not(test.sql) : test.sql, .boolean, isNullable: test.isNullable)
      .marked(like: [typed, test])
  }

  private func among(_ value: Typed?, _ list: [Expression], at span: SourceSpan) -> Typed? {
    if list.count == 1, let only = list.first, case .path(let path) = only.kind,
      unknownWord(only, beside: value?.type ?? .text) != nil,
      compiler.relation(named: path, quietly: true) != nil
    {
      return among(value, path, at: span)
    }
    var members: [Typed] = []
    for expression in list {
      if let value, value.type.isTextual, let name = unknownWord(expression, beside: value.type) {
        _ = failure(
          QueryMessages.quotesMissing, ["name": name.text], at: name.span,
          fixes: [Diagnostic.Fix(name.span, "\"" + name.text + "\"")])
      } else if let member = build(expression) {
        members.append(member)
      }
    }
    guard let value, members.count == list.count else { return nil }
    return among(value, members, at: span)
  }

  private func among(_ value: Typed, _ members: [Typed], at span: SourceSpan) -> Typed? {
    var constants: [SQLExpression] = []
    var tests: [SQLExpression] = []
    var left = value
    var isNullable = false
    for member in members {
      if case .period = member.type, value.type == .date || value.type == .time {
        guard let test = within(value, member) else { return nil }
        tests.append(test.sql)
        isNullable = isNullable || test.isNullable
        continue
      }
      guard member.type != .null, value.type != .null else {
        tests.append(.isNull(member.type == .null ? value.sql : member.sql, isNegated: false))
        continue
      }
      guard let (one, two) = comparable(.equal, value, member, at: member.span) else { return nil }
      if two.constant != nil, !two.isNullable, one.sql == value.sql {
        left = one
        constants.append(two.sql)
      } else {
        tests.append(Self.comparison(.equal, one, two).sql)
      }
    }
    if !constants.isEmpty {
      let list = SQLExpression.inList(left.sql, constants)
      tests.insert(left.isNullable ? .coalesce(list, .falsehood) : list, at: 0)
    }
    let any = tests.dropFirst().reduce(tests.first ?? .falsehood) { .binary(.or, $0, $1) }
    return Typed(any, .boolean, isNullable: isNullable).marked(like: members)
  }

  /// A day in a period: two bounds, so that an index on the day works.
  private func within(_ value: Typed, _ period: Typed) -> Typed? {
    guard case .period(let constant)? = period.constant else {
      return failure(QueryMessages.periodLiteral, at: period.span)
    }
    guard let days = compiler.environment.calendar.days(of: constant) else {
      return failure(QueryMessages.periodOutside, ["period": constant.label], at: period.span)
    }
    // A time of the last day sorts behind the day itself: its bound is the day after.
    let bounds: SQLExpression
    if value.type == .time, let next = days.last.adding(days: 1) {
      bounds = .binary(
        .and, .binary(.greaterOrEqual, value.sql, .text(days.first.iso)),
        .binary(.less, value.sql, .text(next.iso)))
    } else {
      bounds = .between(value.sql, .text(days.first.iso), .text(days.last.iso))
    }
    return Typed(value.isNullable ? .coalesce(bounds, .falsehood) : bounds, .boolean, isNullable: false)
  }

  private func among(_ value: Typed?, _ table: TableLiteral, at span: SourceSpan) -> Typed? {
    guard table.columns.count == 1 else {
      return failure(
        QueryMessages.scalarColumns, ["count": String(table.columns.count)], at: table.span)
    }
    return among(value, table.rows.flatMap { $0 }, at: span)
  }

  /// A variable that holds a value or a period, else a relation with one column.
  private func among(_ value: Typed?, _ path: Path, at span: SourceSpan) -> Typed? {
    if let name = path.names.first, let variable = compiler.scope.variables[name.key] {
      switch variable {
      case .value, .row: return among(value, [Expression(.path(path), span: path.span)], at: span)
      case .query, .table: break
      }
    } else if let name = path.single, compiler.relation(named: path, quietly: true) == nil,
      rows?.columns.contains(where: { $0.firstNames.contains(name.key) || $0.aliases.contains(name.key) })
        == true
    {
      return among(value, [Expression(.path(path), span: path.span)], at: span)
    }
    let relation = Relation(.path(path), span: path.span)
    return among(value, Pipeline(source: .relation(relation), stages: [], span: path.span), at: span)
  }

  private func among(_ value: Typed?, _ pipeline: Pipeline, at span: SourceSpan) -> Typed? {
    guard var inner = compiler.inner(pipeline, outer: self), let value else { return nil }
    guard inner.columns.count == 1, let column = inner.columns.first else {
      return failure(
        QueryMessages.scalarColumns, ["count": String(inner.columns.count)], at: pipeline.span)
    }
    if !column.isFaulty, !inner.mustCloseBeforeGroup { _ = inner.sql(of: 0, compiler) }
    inner.close(compiler)
    let member = Typed(column, sql: inner.sql(of: 0, compiler), span: pipeline.span)
    guard let (one, two) = comparable(.equal, value, member, at: span) else { return nil }
    func made(_ sql: SQLExpression) -> Typed {
      Typed(sql, .boolean, isNullable: false).marked(like: [member])
    }
    var filled = inner.select
    filled.columns = [SQLSelect.Output(expression: two.sql, name: column.id)]
    var test = SQLExpression.inSelect(one.sql, filled)
    if member.isNullable {
      filled.filters.append(.isNull(two.sql, isNegated: true))
      test = .inSelect(one.sql, filled)
    }
    guard value.isNullable else { return made(test) }
    guard member.isNullable else { return made(.coalesce(test, .falsehood)) }
    var empty = inner.select
    empty.filters.append(.isNull(two.sql, isNegated: false))
    let bothNull = SQLExpression.binary(.and, .isNull(one.sql, isNegated: false), .exists(empty))
    return made(.coalesce(.binary(.or, test, bothNull), .falsehood))
  }
}

import KitLanguage
import KitModel

extension Compiler {
  func join(_ join: Stage.Join, _ rows: inout Rows, at span: SourceSpan) {
    let outer = countsPassed
    countsPassed = false
    let relation = self.rows(of: join.relation)
    countsPassed = outer
    guard var right = relation else { return }
    let name = join.alias?.text ?? join.relation.name ?? "right"
    let isTest = join.kind == .semi || join.kind == .anti
    if rows.mustCloseBeforeGroup {
      rows.close(self)
    }
    if isTest {
      if right.mustCloseBeforeGroup { right.close(self) }
    } else {
      rows.settlePassed()
      if join.side == .full { placeFirst(&rows) }
      right.close(self)
    }
    guard var condition = condition(join, &rows, &right, name: name, at: span) else { return }
    if isTest {
      var test = right.select
      test.filters += condition.parts
      test.columns = []
      let exists = SQLExpression.exists(test)
      rows.select.filters.append(join.kind == .semi ? exists : .not(exists))
      return
    }
    if !right.select.joins.isEmpty { enclose(&right, &condition) }
    put(right, beside: &rows, join, condition, name: name, at: span)
  }

  /// Left rows come first, those without a value in what they are sorted by too: each gets its place.
  private func placeFirst(_ rows: inout Rows) {
    let depth = rows.depth
    rows.number(self)
    if rows.depth == depth { rows.close(self) }
    guard let place = rows.place else { return }
    rows.sort = []
    rows.base = [SQLOrder(expression: place)]
  }

  // MARK: The condition

  private struct Condition {
    var parts: [SQLExpression]
    /// Right sides of the equalities.
    var rightKeys: [SQLExpression]
    /// `on a, b`: places on both sides.
    var shared: [(left: Int, right: Int)] = []
    var rightIsUnique = false
    /// Compares sensitive values, which no message may show.
    var isSecret = false
  }

  private func condition(
    _ join: Stage.Join, _ rows: inout Rows, _ right: inout Rows, name: String, at span: SourceSpan
  ) -> Condition? {
    switch join.condition {
    case nil:
      guard let link = joinLink(rows, right, at: span, relation: name) else { return nil }
      let (one, two) = (rows.sql(link: link.left, self), right.sql(link: link.right, self))
      return Condition(
        parts: [.binary(.equal, one, two)], rightKeys: [two], rightIsUnique: link.right == nil)
    case .columns(let names): return shared(names, &rows, &right)
    case .expression(let expression): return written(expression, join, &rows, &right, name: name)
    }
  }

  private func shared(_ names: [Name], _ rows: inout Rows, _ right: inout Rows) -> Condition? {
    var result = Condition(parts: [], rightKeys: [])
    for name in names {
      guard let left = place(of: name, in: rows), let other = place(of: name, in: right) else { continue }
      if rows.columns[left].isFaulty || right.columns[other].isFaulty { continue }
      let one = Typed(rows.columns[left], sql: rows.sql(of: left, self), span: name.span)
      let two = Typed(right.columns[other], sql: right.sql(of: other, self), span: name.span)
      let builder = ExpressionBuilder(self, rows: rows)
      guard let (first, second) = builder.comparable(.equal, one, two, at: name.span) else { continue }
      result.parts.append(.binary(.equal, first.sql, second.sql))
      result.rightKeys.append(second.sql)
      result.isSecret = result.isSecret || one.isSensitive || two.isSensitive
      result.shared.append((left, other))
    }
    result.rightIsUnique = right.key.map { Set($0.expressions).isSubset(of: Set(result.rightKeys)) } ?? false
    return result.parts.count == names.count ? result : nil
  }

  private func written(
    _ expression: Expression, _ join: Stage.Join, _ rows: inout Rows, _ right: inout Rows, name: String
  ) -> Condition? {
    let builder = ExpressionBuilder(self, rows: rows)
    builder.right = right
    builder.leftNames = [NameKey("left"), NameKey("左")]
    builder.rightNames = Set(["right", "右", name].map { NameKey($0) })
    var parts: [SQLExpression] = []
    var keys: [SQLExpression] = []
    var (isSecret, hasEquality) = (false, false)
    for part in expression.conjuncts {
      guard let typed = builder.condition(part) else { continue }
      isSecret = isSecret || typed.isSensitive
      let sql = typed.sql.asJoinCondition
      parts.append(sql)
      guard let equality = equality(sql, part, builder) else { continue }
      hasEquality = true
      if let key = equality.rightKey { keys.append(key) }
    }
    guard parts.count == expression.conjuncts.count else { return nil }
    rows = builder.rows ?? rows
    right = builder.right ?? right
    guard hasEquality else {
      report(QueryMessages.joinNeedsEquality, at: expression.span)
      return nil
    }
    let unique = right.key.map { Set($0.expressions).isSubset(of: Set(keys)) } ?? false
    return Condition(parts: parts, rightKeys: keys, rightIsUnique: unique, isSecret: isSecret)
  }

  private struct Equality {
    var rightKey: SQLExpression?
  }

  /// An equality between the sides, with its right side where one can match; nil for what is none.
  private func equality(_ sql: SQLExpression, _ part: Expression, _ builder: ExpressionBuilder)
    -> Equality?
  {
    guard case .binary(.equal, let left, let right) = part.kind else { return nil }
    builder.sidesRead = []
    _ = builder.build(left)
    let first = builder.sidesRead
    builder.sidesRead = []
    _ = builder.build(right)
    let second = builder.sidesRead
    guard first.count == 1, second.count == 1, first != second else { return nil }
    guard case .binary(.equal, let one, let two) = sql else { return Equality() }
    return Equality(rightKey: first == [false] ? two : one)
  }

  /// References followed in the condition belong inside the right side's own SELECT.
  private func enclose(_ right: inout Rows, _ condition: inout Condition) {
    var aliases: Set<String> = []
    right.select.visitSources { aliases.insert($0.alias) }
    var read: [SQLExpression] = []
    for part in condition.parts {
      part.visitColumns { alias, name in
        let column = SQLExpression.column(alias, name)
        if aliases.contains(alias), !read.contains(column) { read.append(column) }
      }
    }
    let closed = right.close(self, keeping: read)
    let renamed = Dictionary(zip(read, closed), uniquingKeysWith: { first, _ in first })
    condition.parts = condition.parts.map { $0.replacing { renamed[$0] } }
    condition.rightKeys = condition.rightKeys.map { $0.replacing { renamed[$0] } }
  }

  // MARK: Both sides as rows

  private func put(
    _ right: Rows, beside rows: inout Rows, _ join: Stage.Join, _ condition: Condition, name: String,
    at span: SourceSpan
  ) {
    var right = right
    var parts = condition.parts
    let isLookup = join.kind == .lookup
    if isLookup && !condition.rightIsUnique {
      checkUnique(&right, keys: condition.rightKeys, parts: &parts, isSecret: condition.isSecret)
    }
    let kind: SQLSelect.Join.Kind =
      join.side == .full ? .full : join.side == .left || isLookup ? .left : .inner
    guard let source = right.select.from else { return }
    rows.select.joins.append(
      SQLSelect.Join(
        kind: kind, source: source, condition: SQLExpression.all(parts) ?? .truth,
        isLookup: isLookup && condition.rightIsUnique))
    let dropped = Set(condition.shared.map(\.right))
    if join.side == .full {
      for pair in condition.shared {
        let both = SQLExpression.coalesce(rows.sql(of: pair.left, self), right.sql(of: pair.right, self))
        rows.columns[pair.left].value = .sql(both)
        rows.columns[pair.left].mark(like: [Typed(right.columns[pair.right], sql: .null)])
      }
      for place in rows.columns.indices { rows.columns[place].isNullable = true }
      rows.key = nil
    }
    for (place, column) in right.columns.enumerated() where !dropped.contains(place) {
      var column = column
      if kind != .inner { column.isNullable = true }
      rename(&column, besides: rows.columns, name: name, join, at: span)
      rows.columns.append(column)
    }
    rows.base += right.order
    if !isLookup { rows.key?.isUnique = false }
    rows.origin = nil
    rows.groupKeys = nil
    rows.isSingle = false
  }

  /// A right name that is taken gets the prefix of the relation, which is said.
  private func rename(
    _ column: inout LiveColumn, besides taken: [LiveColumn], name: String, _ join: Stage.Join,
    at span: SourceSpan
  ) {
    func isTaken(_ id: String) -> Bool { taken.contains { NameKey($0.id) == NameKey(id) } }
    let sameLabel = taken.contains { NameKey($0.label.zh) == NameKey(column.label.zh) }
    guard isTaken(column.id) || sameLabel else { return }
    let before = column.label.text(environment.language)
    let prefix = prefixes(name, join)
    if isTaken(column.id) {
      column.id = prefix.en + "_" + column.id
      if isTaken(column.id) { report(QueryMessages.nameTaken, ["name": column.id], at: span) }
    }
    column.label = Label(zh: prefix.zh + "_" + column.label.zh, en: prefix.en + "_" + column.label.en)
    column.aliases = []
    remark(
      QueryMessages.renamed,
      ["name": before, "new": column.label.text(environment.language), "id": column.id], at: span)
  }

  private func prefixes(_ name: String, _ join: Stage.Join) -> Label {
    if let alias = join.alias { return Label(zh: alias.text, en: alias.text) }
    if case .path(let path) = join.relation.kind,
      case .entity(let entity)? = relation(named: path, quietly: true)
    {
      return Label(zh: entity.declaration.label.zh, en: entity.declaration.id)
    }
    return Label(zh: name, en: name)
  }

  /// A right key met twice is an error, raised only when a left row meets it.
  private func checkUnique(
    _ right: inout Rows, keys: [SQLExpression], parts: inout [SQLExpression], isSecret: Bool
  ) {
    guard let from = right.select.from else { return }
    let name = freshName("r")
    func inner(_ expression: SQLExpression) -> SQLExpression {
      expression.replacing { part in
        if case .column(from.alias, let column) = part { .column(name, column) } else { nil }
      }
    }
    var counted = right.select
    var names: Set<String> = []
    right.visitExpressions { expression in
      expression.visitColumns { alias, column in if alias == from.alias { names.insert(column) } }
    }
    for key in keys { key.visitColumns { alias, column in if alias == from.alias { names.insert(column) } } }
    counted.columns = names.sorted().map { SQLSelect.Output(expression: .column(from.alias, $0), name: $0) }
    counted.columns.append(
      SQLSelect.Output(
        expression: .window(.aggregate(.count), [], SQLWindow(partition: keys)), name: "_count"))
    add(SQLCTE(name: name, body: .select(counted)))
    right.map(inner)
    right.select.from = SQLSelect.Source(table: name, isCTE: true, alias: name)
    parts = parts.map(inner)
    let shown = isSecret ? .text(Column.mask) : keys.first.map(inner) ?? .null
    let check = SQLExpression.function(.checkLookup, [.column(name, "_count"), shown])
    parts.append(
      .cases([SQLCase(condition: SQLExpression.all(parts) ?? .truth, value: check)], otherwise: nil))
  }
}

extension Rows {
  /// Every expression that the rows are read by.
  func visitExpressions(_ visit: (SQLExpression) -> Void) {
    for column in columns {
      switch column.value {
      case .sql(let sql): visit(sql)
      case .lookup(let lookup): lookup.key.forEach(visit)
      }
    }
    for term in sort + base { visit(term.expression) }
    key?.expressions.forEach(visit)
  }

  /// Changes every expression that the rows are read by.
  mutating func map(_ change: (SQLExpression) -> SQLExpression) {
    for place in columns.indices {
      columns[place].value = columns[place].value.mapped(change)
    }
    sort = sort.map { SQLOrder(expression: change($0.expression), isDescending: $0.isDescending) }
    base = base.map { SQLOrder(expression: change($0.expression), isDescending: $0.isDescending) }
    if let key { self.key?.expressions = key.expressions.map(change) }
    if let origin {
      self.origin?.rids = origin.rids.map { ($0.table, $0.value.mapped(change)) }
    }
    place = place.map(change)
    mark = mark.map(change)
  }
}

extension SQLExpression {
  /// Null matches nothing: `=` also where `==` of the language is null-safe.
  var asJoinCondition: SQLExpression {
    switch self {
    case .binary(.and, let left, let right): .binary(.and, left.asJoinCondition, right.asJoinCondition)
    case .binary(.or, let left, let right): .binary(.or, left.asJoinCondition, right.asJoinCondition)
    case .binary(.same, let left, let right): .binary(.equal, left, right)
    default: self
    }
  }
}

extension Relation {
  /// What columns of it are prefixed with.
  var name: String? {
    switch kind {
    case .path(let path): path.names.last?.text
    case .call(let call): call.name.text
    case .table, .pipeline: nil
    }
  }
}

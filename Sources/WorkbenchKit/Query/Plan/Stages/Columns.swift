import KitLanguage
import KitModel

extension Compiler {
  // MARK: select, derive, fill

  func select(_ items: [Stage.Item], _ rows: inout Rows) {
    let builder = ExpressionBuilder(self, rows: rows)
    let columns = items.compactMap { column($0, builder) }
    rows = builder.rows ?? rows
    rows.columns = columns
    refuseDoubles(rows.columns, items.map(\.span))
  }

  /// A listed column: a path, or a new name with its calculation.
  func column(_ item: Stage.Item, _ builder: ExpressionBuilder) -> LiveColumn? {
    switch item {
    case .bind(let bind): return column(bind, builder)
    case .path(let path):
      guard !path.isVariable else { return builder.build(path).map { live($0, named: path.names[0]) } }
      guard let resolved = builder.resolve(path) else { return faulty(path) }
      if let place = resolved.place, path.names.count >= 1, let column = builder.rows?.columns[place],
        column.id == resolved.id
      {
        return column
      }
      var made = live(resolved.typed, id: resolved.id, label: resolved.label)
      made.aliases = resolved.aliases
      return made
    }
  }

  func column(_ bind: Stage.Bind, _ builder: ExpressionBuilder) -> LiveColumn {
    builder.isUnweighted = false
    guard let typed = builder.build(bind.expression) else {
      var column = live(Typed.null(at: bind.expression.span), named: bind.name)
      column.isFaulty = true
      return column
    }
    if typed.sql.weight.calls > 14 { report(QueryMessages.nestedTooDeep, at: bind.expression.span) }
    var column = live(typed, named: bind.name)
    if builder.isUnweighted {
      column.label = Label(zh: column.label.zh + "（未加权）", en: column.label.en + " (unweighted)")
      column.aliases.append(NameKey(bind.name.text))
    }
    column.recipe = recipe(typed.sql, builder.rows)
    return column
  }

  func live(_ typed: Typed, named name: Name) -> LiveColumn {
    live(typed, id: name.text, label: Label(zh: name.text, en: name.text))
  }

  func live(_ typed: Typed, id: String, label: Label) -> LiveColumn {
    LiveColumn(
      number: nextColumn(), id: id, label: label, type: typed.type, value: .sql(typed.sql),
      isNullable: typed.isNullable, magnitude: typed.magnitude, isSensitive: typed.isSensitive,
      restriction: typed.restriction, words: typed.words)
  }

  private func faulty(_ path: Path) -> LiveColumn? {
    guard let last = path.names.last else { return nil }
    var column = live(Typed.null(at: path.span), id: last.text, label: Label(zh: last.text, en: last.text))
    column.isFaulty = true
    return column
  }

  func derive(_ binds: [Stage.Bind], _ rows: inout Rows) {
    refuseDoubles(binds.map(\.name))
    for bind in binds {
      let builder = ExpressionBuilder(self, rows: rows)
      let made = column(bind, builder)
      rows = builder.rows ?? rows
      put(made, under: bind.name, &rows)
      if refuseWidth(rows, at: bind.name.span) { return }
      if binds.count > 1 { rows.limitWeight(self) }
    }
  }

  /// Replaces the column of that name in its place, under its id and label, or adds one.
  func put(_ made: LiveColumn, under name: Name, _ rows: inout Rows) {
    guard let place = place(of: name, in: rows, quietly: true) else {
      rows.columns.append(made)
      return
    }
    var column = made
    column.id = rows.columns[place].id
    column.label = rows.columns[place].label
    column.aliases = rows.columns[place].aliases
    rows.columns[place] = column
  }

  func fill(_ binds: [Stage.Bind], _ rows: inout Rows) {
    for bind in binds {
      guard let place = place(of: bind.name, in: rows) else { continue }
      let builder = ExpressionBuilder(self, rows: rows)
      guard let typed = builder.build(bind.expression), !rows.columns[place].isFaulty else { continue }
      rows = builder.rows ?? rows
      let own = Typed(rows.columns[place], sql: rows.sql(of: place, self))
      guard let (values, type) = unified([own, typed]), let first = values.first, let second = values.last
      else {
        report(
          QueryMessages.differentTypes, ["list": name(own.type) + ", " + name(typed.type)],
          at: bind.expression.span)
        continue
      }
      rows.columns[place].type = type
      rows.columns[place].value = .sql(.coalesce(first.sql, second.sql))
      rows.columns[place].isNullable = first.isNullable && second.isNullable
      rows.columns[place].magnitude = ExpressionBuilder.largest(values)
      rows.columns[place].mark(like: [typed])
    }
  }

  // MARK: drop, reorder, rename

  func drop(_ paths: [Path], _ rows: inout Rows) {
    let places = Set(paths.compactMap { place(of: $0, in: rows) })
    rows.columns = rows.columns.indices.filter { !places.contains($0) }.map { rows.columns[$0] }
    if rows.columns.isEmpty, let path = paths.first { report(QueryMessages.nothingLeft, at: path.span) }
  }

  func reorder(_ paths: [Path], _ rows: inout Rows) {
    var first: [Int] = []
    for place in paths.compactMap({ place(of: $0, in: rows) }) where !first.contains(place) {
      first.append(place)
    }
    let rest = rows.columns.indices.filter { !first.contains($0) }
    rows.columns = (first + rest).map { rows.columns[$0] }
  }

  func rename(_ renamings: [Stage.Renaming], _ rows: inout Rows) {
    let places = renamings.map { place(of: $0.old, in: rows) }
    for (renaming, place) in zip(renamings, places) {
      guard let place else { continue }
      rows.columns[place].id = renaming.new.text
      rows.columns[place].label = Label(zh: renaming.new.text, en: renaming.new.text)
      rows.columns[place].aliases = []
    }
    refuseDoubles(rows.columns, renamings.map(\.new.span))
  }

  // MARK: Finding columns

  func place(of path: Path, in rows: Rows) -> Int? {
    let builder = ExpressionBuilder(self, rows: rows)
    guard let resolved = builder.resolve(path) else { return nil }
    guard let place = resolved.place,
      path.names.count == 1 || resolved.number == nil || rows.columns[place].id == resolved.id
    else {
      report(QueryMessages.notAColumn, ["name": path.text], at: path.span)
      return nil
    }
    return place
  }

  func place(of name: Name, in rows: Rows, quietly: Bool = false) -> Int? {
    let match = NameTable.find(
      name.key, in: Array(rows.columns.indices), first: { rows.columns[$0].firstNames },
      second: { quietly ? [] : rows.columns[$0].aliases })
    switch match {
    case .one(let place): return place
    case .none:
      if !quietly { ExpressionBuilder(self, rows: rows).reportUnknown(Path([name], span: name.span)) }
      return nil
    case .several(let places):
      let ids = places.map { rows.columns[$0].id }
      report(
        QueryMessages.ambiguousColumn, ["name": name.text, "list": ids.joined(separator: ", ")],
        at: name.span, fixes: ids.map { Diagnostic.Fix(name.span, $0) })
      return nil
    }
  }

  // MARK: Two columns of one name

  func refuseDoubles(_ columns: [LiveColumn], _ spans: [SourceSpan]) {
    var seen: Set<NameKey> = []
    for (place, column) in columns.enumerated() where !seen.insert(NameKey(column.id)).inserted {
      let span = spans.indices.contains(place) ? spans[place] : spans.last
      report(QueryMessages.doubleColumn, ["name": column.id], at: span ?? self.span)
    }
  }

  func refuseDoubles(_ names: [Name]) {
    var seen: Set<NameKey> = []
    for name in names where !seen.insert(name.key).inserted {
      report(QueryMessages.doubleColumn, ["name": name.text], at: name.span)
    }
  }

  /// How a value follows from other columns of the rows; nil where it does not, or is one of them.
  func recipe(_ sql: SQLExpression, _ rows: Rows?) -> SQLExpression? {
    guard let rows else { return nil }
    var parts: [SQLExpression: Int] = [:]
    for column in rows.columns {
      if case .sql(let own) = column.value, column.type.scale != nil, own != sql {
        parts[own] = column.number
      }
    }
    let made = sql.replacing { parts[$0].map(SQLExpression.part) }
    var isPure = true
    made.visitColumns { _, _ in isPure = false }
    return isPure && made != sql && !made.hasAggregate ? made : nil
  }
}

extension Stage.Item {
  var span: SourceSpan {
    switch self {
    case .path(let path): path.span
    case .bind(let bind): bind.name.span.joined(bind.expression.span)
    }
  }
}

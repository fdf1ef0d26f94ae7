import KitLanguage
import KitModel

/// A path as a column: its value and what a column made of it is called.
struct ResolvedPath {
  var typed: Typed
  var id: String
  var label: Label
  var aliases: [NameKey]
  /// Its place among the columns of the rows, when it is one of them.
  var place: Int?
  var number: Int?
}

extension ExpressionBuilder {
  func build(_ path: Path) -> Typed? {
    if path.isVariable { return variable(path) }
    guard let resolved = resolve(path) else { return nil }
    if case .braces(let keys) = mode, resolved.typed.constant == nil, !keys.contains(resolved.typed.sql) {
      return failure(QueryMessages.notAKey, ["name": path.text], at: path.span)
    }
    return resolved.typed
  }

  /// The column, field or variable that a path names.
  func resolve(_ path: Path) -> ResolvedPath? {
    guard let first = path.names.first else { return nil }
    if path.names.count > 1 {
      if relationName == first.key { return resolve(Path(Array(path.names.dropFirst()), span: path.span)) }
      if right != nil, let side = side(first.key) { return sided(path, side) }
    }
    let column = find(first, in: rows)
    let other = right.map { find(first, in: $0) } ?? .none
    if case .one(let place) = column, case .one = other {
      _ = place
      return sideNeeded(first)
    }
    switch (column, other) {
    case (.several(let places), _), (_, .several(let places)):
      let columns = (rows?.columns ?? []) + (right?.columns ?? [])
      let ids = places.compactMap { columns.indices.contains($0) ? columns[$0].id : nil }
      _ = failure(
        QueryMessages.ambiguousColumn, ["name": first.text, "list": ids.joined(separator: ", ")],
        at: first.span, fixes: ids.map { Diagnostic.Fix(first.span, $0) })
      return nil
    case (.one(let place), _): return follow(path, from: place, isRight: false)
    case (_, .one(let place)): return follow(path, from: place, isRight: true)
    case (.none, .none): break
    }
    if let variable = compiler.scope.variables[first.key], !first.isQuoted {
      return self.variable(variable, path).map {
        ResolvedPath(typed: $0, id: path.text, label: Label(zh: path.text, en: path.text), aliases: [])
      }
    }
    reportUnknown(path)
    return nil
  }

  private func find(_ name: Name, in rows: Rows?) -> NameTable.Match<Int> {
    guard let rows else { return .none }
    let match = NameTable.find(
      name.key, in: Array(rows.columns.indices), first: { rows.columns[$0].firstNames },
      second: { rows.columns[$0].aliases })
    // A column that is also a variable: both ways out are offered, unless the name is quoted.
    if case .one(let place) = match, !name.isQuoted,
      compiler.scope.variables[name.key] != nil
    {
      compiler.report(
        QueryMessages.variableOrColumn, ["name": name.text, "id": rows.columns[place].id], at: name.span,
        fixes: [
          Diagnostic.Fix(name.span, "$" + name.text), Diagnostic.Fix(name.span, "`" + name.text + "`"),
        ])
    }
    return match
  }

  // MARK: Sides of a join

  private func side(_ key: NameKey) -> Bool? {
    if leftNames.contains(key) { return false }
    if rightNames.contains(key) { return true }
    return nil
  }

  private func sided(_ path: Path, _ isRight: Bool) -> ResolvedPath? {
    let rest = Path(Array(path.names.dropFirst()), span: path.span)
    guard let name = rest.names.first, let rows = isRight ? right : self.rows else { return nil }
    let match = NameTable.find(
      name.key, in: Array(rows.columns.indices), first: { rows.columns[$0].firstNames },
      second: { rows.columns[$0].aliases })
    if case .one(let place) = match { return follow(rest, from: place, isRight: isRight) }
    reportUnknown(rest, among: rows.columns)
    return nil
  }

  private func sideNeeded(_ name: Name) -> ResolvedPath? {
    let rightName = rightNames.map(\.description).sorted().last { $0 != "right" && $0 != "右" } ?? "right"
    _ = failure(
      QueryMessages.sideNeeded, ["name": name.text, "right": rightName], at: name.span,
      fixes: [
        Diagnostic.Fix(name.span, "left." + name.text), Diagnostic.Fix(name.span, "right." + name.text),
      ])
    return nil
  }

  // MARK: Following references

  private func follow(_ path: Path, from place: Int, isRight: Bool) -> ResolvedPath? {
    guard let column = isRight ? right?.columns[place] : rows?.columns[place] else { return nil }
    if column.isFaulty { return nil }
    sidesRead.insert(isRight)
    let sql =
      isRight ? right?.sql(of: place, compiler) ?? .null : rows?.sql(of: place, compiler) ?? .null
    var resolved = ResolvedPath(
      typed: Typed(column, sql: sql, span: path.span), id: column.id, label: column.label,
      aliases: column.aliases, place: place, number: column.number)
    for name in path.names.dropFirst() {
      guard let next = step(resolved, to: name, path: path, isRight: isRight) else { return nil }
      resolved = next
    }
    resolved.typed.span = path.span
    return resolved
  }

  private func step(_ from: ResolvedPath, to name: Name, path: Path, isRight: Bool) -> ResolvedPath? {
    guard case .reference(let target) = from.typed.type, let entity = compiler.entity(target) else {
      reportNoReference(path, name, from)
      return nil
    }
    guard let (owner, field, value) = lookup(name, of: entity, key: from.typed.sql) else { return nil }
    var made = LiveColumn(
      number: 0, id: from.id + "_" + field.id,
      label: Label(zh: from.label.zh + "_" + field.label.zh, en: from.label.en + "_" + field.label.en),
      type: field.type, value: value, isSensitive: field.isSensitive, restriction: field.restriction)
    let isKey = owner.singleKey == field.id
    let sql =
      isKey
      ? from.typed.sql
      : (isRight ? right?.sql(value, compiler) : rows?.sql(value, compiler)) ?? .null
    made.isNullable = isKey ? from.typed.isNullable : true
    var typed = Typed(made, sql: sql, span: path.span)
    if from.typed.isSensitive { typed.isSensitive = true }
    return ResolvedPath(
      typed: typed, id: made.id, label: made.label, aliases: [NameKey(path.text)], place: nil, number: nil)
  }

  /// A field of the entity that a reference points to, or else of the one entity that extends it and has
  /// such a field.
  private func lookup(_ name: Name, of entity: EntityView, key: SQLExpression)
    -> (EntityView, FieldDeclaration, ColumnValue)?
  {
    var candidates = fields(named: name, of: entity)
    if candidates.isEmpty {
      let heirs = compiler.catalog.entities.compactMap { compiler.entity($0.fullName) }
        .filter { $0.fullName != entity.fullName && $0.isKin(of: entity) }
      candidates = heirs.flatMap { fields(named: name, of: $0) }
    }
    if candidates.count == 1, let only = candidates.first {
      return (only.owner, only.field, .lookup(Lookup(target: only.target, key: [key], column: only.field.id)))
    }
    if candidates.isEmpty {
      let known = entity.fields.flatMap { [$0.declaration.id, $0.declaration.label.zh] }
      let near = Nearness.suggestions(for: name.text, among: known)
      _ = failure(
        near.isEmpty ? QueryMessages.unknownField : QueryMessages.unknownFieldNear,
        ["name": name.text, "entity": compiler.label(entity.fullName), "near": near.joined(separator: ", ")],
        at: name.span, fixes: near.map { Diagnostic.Fix(name.span, $0) })
    } else {
      let list = candidates.map { $0.owner.fullName + "." + $0.field.id }
      _ = failure(
        QueryMessages.ambiguousColumn, ["name": name.text, "list": list.joined(separator: ", ")],
        at: name.span)
    }
    return nil
  }

  private typealias Candidate = (owner: EntityView, field: FieldDeclaration, target: Lookup.Target)

  private func fields(named name: Name, of entity: EntityView) -> [Candidate] {
    let stored: [Candidate] = entity.fields.map {
      (entity, $0.declaration, compiler.target(entity.table(of: $0.declaration.id)))
    }
    let computed: [Candidate] = entity.computed.enumerated().flatMap { index, computed in
      computed.columns.columns.map {
        (entity, $0, Lookup.Target.computed(entity: entity.fullName, index: index))
      }
    }
    let match = NameTable.find(
      name.key, in: stored + computed, first: { $0.field.firstNames }, second: { $0.field.furtherNames })
    switch match {
    case .none: return []
    case .one(let one): return [one]
    case .several(let several): return several
    }
  }

  // MARK: Variables

  private func variable(_ path: Path) -> Typed? {
    guard let first = path.names.first else { return nil }
    guard let variable = compiler.scope.variables[first.key] else {
      let near = Nearness.suggestions(
        for: first.text, among: compiler.scope.variables.keys.map(\.description))
      return failure(
        near.isEmpty ? QueryMessages.unknownVariable : QueryMessages.unknownVariableNear,
        ["name": first.text, "near": near.joined(separator: ", ")], at: path.span,
        fixes: near.map { Diagnostic.Fix(path.span, "$" + $0) })
    }
    return self.variable(variable, path)
  }

  private func variable(_ variable: QueryScope.Variable, _ path: Path) -> Typed? {
    switch variable {
    case .value(let value, let type, let isSensitive):
      if path.names.count > 1 { return rowVariable(value, type, path) }
      var typed = Typed(value, type, span: path.span)
      typed.isSensitive = isSensitive
      return typed
    case .row(let columns, let values):
      guard path.names.count > 1 else {
        return failure(QueryMessages.rowVariable, ["name": path.text], at: path.span)
      }
      let name = path.names[1]
      let index = columns.firstIndex { column in
        [column.id, column.label.zh, column.label.en].contains { NameKey($0) == name.key }
      }
      guard let index, values.indices.contains(index) else {
        let list = columns.map { $0.label.text(language) }.joined(separator: ", ")
        return failure(QueryMessages.unknownColumn, ["name": name.text, "list": list], at: name.span)
      }
      if path.names.count == 2 {
        var typed = Typed(values[index], columns[index].type, span: path.span)
        typed.isSensitive = columns[index].isSensitive
        typed.restriction = columns[index].restriction
        return typed
      }
      return rowVariable(
        values[index], columns[index].type, Path(Array(path.names.dropFirst()), span: path.span))
    case .query, .table:
      return failure(QueryMessages.relationAsValue, ["name": path.text], at: path.span)
    }
  }

  /// `z.township.name`: fields of the row that a variable refers to, as a query of its own.
  private func rowVariable(_ value: Value, _ type: DataType, _ path: Path) -> Typed? {
    guard case .reference = type else {
      return failure(QueryMessages.notAReference, ["name": path.names.first?.text ?? ""], at: path.span)
    }
    let inner = ExpressionBuilder(compiler, rows: nil)
    var rows = Rows()
    rows.columns = [
      LiveColumn(
        number: 0, id: "value", label: Label(zh: "value", en: "value"), type: type,
        value: .sql(Typed(value, type, span: path.span).sql))
    ]
    rows.select.from = compiler.oneRow()
    inner.rows = rows
    guard let resolved = inner.follow(path, from: 0, isRight: false), var made = inner.rows else {
      return nil
    }
    made.select.columns = [SQLSelect.Output(expression: resolved.typed.sql, name: "value")]
    return resolved.typed.with(.scalar(made.select), resolved.typed.type)
  }
}

import KitLanguage
import KitModel

/// What the name of a relation stands for.
enum NamedRelation {
  case entity(EntityView)
  case table(TableDeclaration)
  case query(Pipeline, commands: [SourceSpan: TableDeclaration], name: String)
}

extension Compiler {
  /// The relation that a path names; nil if none, after a report unless `quietly`.
  func relation(named path: Path, quietly: Bool = false) -> NamedRelation? {
    if let table = scope.commands[path.span] { return .table(table) }
    if let name = path.single, !path.isVariable, name.text == "_", !name.isQuoted {
      if let last = scope.last { return .table(last) }
    }
    var found: [(name: String, relation: NamedRelation)] = []
    if let name = path.single, !name.isQuoted, let variable = scope.variables[name.key] {
      switch variable {
      case .query(let pipeline, let commands):
        found.append(("$" + name.text, .query(pipeline, commands: commands, name: name.text)))
      case .table(let table): found.append(("$" + name.text, .table(table)))
      case .value, .row: break
      }
    }
    if !path.isVariable {
      found += entities(named: path).map { ($0.fullName, .entity($0)) }
      found += tables(named: path).map { ($0.name ?? $0.storedName, .table($0)) }
    }
    if found.count == 1, let only = found.first { return only.relation }
    if quietly { return nil }
    if found.isEmpty {
      reportUnknownRelation(path)
    } else {
      report(
        QueryMessages.ambiguousRelation,
        ["name": path.text, "list": found.map(\.name).joined(separator: ", ")], at: path.span,
        fixes: found.map { Diagnostic.Fix(path.span, $0.name) })
    }
    return nil
  }

  private func entities(named path: Path) -> [EntityView] {
    catalog.entities(named: path.names.map(\.key), among: entityNames).compactMap { entity($0.fullName) }
  }

  private func tables(named path: Path) -> [TableDeclaration] {
    catalog.tables.filter { table in
      guard let name = table.name else { return false }
      if NameKey(name) == NameKey(path.text) { return true }
      return path.single.map { NameKey(table.label.zh) == $0.key || NameKey(table.label.en) == $0.key }
        ?? false
    }
  }

  private func reportUnknownRelation(_ path: Path) {
    let names =
      catalog.entities.flatMap { [$0.id, $0.label.zh, $0.fullName] + $0.aliases }
      + catalog.tables.compactMap(\.name) + scope.variables.keys.map(\.description) + catalog.commands
    let near = Nearness.suggestions(for: path.text, among: names)
    report(
      near.isEmpty ? QueryMessages.unknownRelation : QueryMessages.unknownRelationNear,
      ["name": path.text, "near": near.joined(separator: ", ")], at: path.span,
      fixes: near.map { Diagnostic.Fix(path.span, $0) })
  }

  // MARK: Rows

  /// The rows of an entity, in its own order.
  func rows(of entity: EntityView) -> Rows {
    let alias = freshAlias(entity.declaration.id)
    var rows = Rows()
    rows.select.from = SQLSelect.Source(table: entity.fullName, isCTE: false, alias: alias)
    let key = entity.key.map { SQLExpression.column(alias, $0) }
    for field in entity.fields {
      let declaration = field.declaration
      let isOwn = entity.table(of: declaration.id) == entity.fullName
      let value: ColumnValue =
        isOwn
        ? .sql(.column(alias, declaration.id))
        : .lookup(Lookup(target: target(field.table), key: key, column: declaration.id))
      var column = live(declaration, value)
      column.isNullable = !(declaration.isRequired || entity.key.contains(declaration.id))
      rows.columns.append(column)
    }
    for (index, computed) in entity.computed.enumerated() {
      for declaration in computed.columns.columns {
        let lookup = Lookup(
          target: .computed(entity: entity.fullName, index: index), key: key, column: declaration.id)
        rows.columns.append(live(declaration, .lookup(lookup)))
      }
    }
    rows.key = Rows.Key(entity: entity.fullName, expressions: key)
    rows.origin = Rows.Origin(
      entity: entity,
      rids: entity.chain.enumerated().map { place, link in
        let value: ColumnValue =
          place == 0
          ? .sql(.column(alias, "_rid"))
          : .lookup(Lookup(target: target(link.fullName), key: key, column: "_rid"))
        return (link.fullName, value)
      })
    rows.base = order(of: entity, in: &rows)
    if !entity.key.allSatisfy(entity.order.contains) || entity.order.isEmpty {
      rows.base.append(SQLOrder(expression: .column(alias, "_rid")))
    }
    return rows
  }

  private func order(of entity: EntityView, in rows: inout Rows) -> [SQLOrder] {
    entity.order.compactMap { id in
      guard let place = rows.columns.firstIndex(where: { $0.id == id }) else { return nil }
      let expression = rows.sql(rows.columns[place].value, self)
      return SQLOrder(expression: rows.columns[place].type.sortable(expression))
    }
  }

  /// The table of an entity as something to be looked up by key.
  func target(_ fullName: String) -> Lookup.Target {
    let view = entity(fullName)
    return .table(fullName, keys: view?.key ?? [], name: view?.declaration.id ?? fullName)
  }

  private func live(_ field: FieldDeclaration, _ value: ColumnValue) -> LiveColumn {
    LiveColumn(
      number: nextColumn(), id: field.id, label: field.label, aliases: field.furtherNames,
      type: field.type, value: value, magnitude: Self.magnitude(field), isSensitive: field.isSensitive,
      restriction: field.restriction)
  }

  /// What the declaration promises about the size of a number, in units.
  private static func magnitude(_ field: FieldDeclaration) -> Int128? {
    if case .decimal(let precision, _) = field.type, precision <= 18 {
      return (0..<precision).reduce(Int128(1)) { power, _ in power * 10 }
    }
    guard case .integer = field.type, case .integer(let low)? = field.minimum,
      case .integer(let high)? = field.maximum
    else { return nil }
    return max(Int128(low.magnitude), Int128(high.magnitude))
  }

  func rows(of table: TableDeclaration) -> Rows {
    let alias = freshAlias(table.name ?? "t")
    var rows = Rows()
    rows.select.from = SQLSelect.Source(table: table.storedName, isCTE: false, alias: alias)
    rows.columns = table.columns.map { column in
      LiveColumn(
        number: nextColumn(), id: column.id, label: column.label, type: column.type,
        value: .sql(.column(alias, column.id)), isSensitive: column.isSensitive,
        restriction: column.restriction, words: column.words)
    }
    rows.base = [SQLOrder(expression: .column(alias, "_rid"))]
    return rows
  }
}

extension Path {
  /// As typed, without `$`.
  var text: String { names.map(\.text).joined(separator: ".") }
}

extension DataType {
  /// Text sorts and compares by pinyin; everything else as it is stored.
  func sortable(_ expression: SQLExpression) -> SQLExpression {
    isTextual ? .collated(expression) : expression
  }
}

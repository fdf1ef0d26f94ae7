import KitLanguage
import KitModel

extension Interpreter {
  /// An aggregate over a relation that refers to the rows of this entity, directly or through the row that both
  /// refer to.
  func backward(_ name: String, _ call: Call, in scope: Scope) throws -> Typed {
    guard let entity = scope.entity, let path = call.arguments.first.flatMap(Self.path),
      let relationName = path.names.first, try scope.column(relationName) == nil,
      let related = world.entity(named: relationName.text)
    else { throw Failure.refused("an aggregate has no place here") }
    let rows = try world.relation(of: related)
    let (own, theirs) = try link(from: scope.columns, of: entity, to: rows, of: related)
    let inner = Scope(rows)
    let fields = Path(Array(path.names.dropFirst()), span: path.span)
    let first = fields.names.isEmpty ? [] : [Expression(.path(fields), span: path.span)]
    let rest = call.arguments.dropFirst().map { argument in
      guard let path = Self.path(argument), path.names.first?.key == relationName.key else { return argument }
      return Expression(.path(Path(Array(path.names.dropFirst()), span: path.span)), span: argument.span)
    }
    return try aggregate(name, first + rest, where: call.condition, in: inner) { context in
      let key = try context.row.cells[own].value()
      if key.isNull { return [] }
      return try rows.contexts().filter { try ValueOrder.compare(key, try $0.row.cells[theirs].value()) == 0 }
    }
  }

  private static func path(_ expression: Expression) -> Path? {
    if case .path(let path) = expression.kind { path } else { nil }
  }

  /// The column of ours and the column of theirs that meet: our key and their reference to us, else two
  /// references to one entity.
  func link(
    from columns: [OracleColumn], of entity: String, to rows: Rows, of related: EntityDeclaration
  ) throws -> (own: Int, theirs: Int) {
    let lineage = world.lineage(of: entity)
    func target(_ column: OracleColumn) -> String? {
      if case .reference(let entity) = column.type { entity } else { nil }
    }
    let direct = rows.columns.indices.filter { target(rows.columns[$0]).map(lineage.contains) ?? false }
    if direct.count > 1 { throw Failure.refused("several references from \(related.fullName)") }
    if let theirs = direct.first {
      guard let key = world.entity(named: entity)?.key, key.count == 1,
        let own = columns.firstIndex(where: { $0.isKey && $0.has(key[0]) })
      else { throw Failure.refused("the key is gone") }
      return (own, theirs)
    }
    let pairs = columns.indices.flatMap { own in
      rows.columns.indices.filter { theirs in
        target(columns[own]) != nil && target(columns[own]) == target(rows.columns[theirs])
      }.map { (own, $0) }
    }
    guard pairs.count == 1 else { throw Failure.refused("\(pairs.count) ways to \(related.fullName)") }
    return pairs[0]
  }
}

/// Leaves out of a statement what nothing reads: parts, their columns, joins that look up at most one row.
enum SQLPruning {
  /// `parts` holds every part made so far; the result has those that `main` needs, in their order.
  static func statement(_ main: SQLSelect, parts: [SQLCTE]) -> SQLStatement {
    var used: [String: Set<String>] = [:]
    let main = withoutUnreadJoins(main)
    note(main, in: &used)
    var kept: [SQLCTE] = []
    for part in parts.reversed() {
      guard let names = used[part.name] else { continue }
      guard case .select(let select) = part.body else {
        kept.append(part)
        continue
      }
      let narrowed = withoutUnreadJoins(narrowed(select, to: names))
      note(narrowed, in: &used)
      kept.append(SQLCTE(name: part.name, body: .select(narrowed)))
    }
    return SQLStatement(parts: kept.reversed(), main: main)
  }

  /// Which columns of which parts a SELECT reads. Aliases are unique in the statement, so inner SELECTs that
  /// read outer tables need no scopes.
  private static func note(_ select: SQLSelect, in used: inout [String: Set<String>]) {
    var parts: [String: String] = [:]
    select.visitSources { source in
      guard source.isCTE else { return }
      parts[source.alias] = source.table
      used[source.table, default: []].formUnion([])
    }
    select.visitColumns { alias, name in
      if let part = parts[alias] { used[part]?.insert(name) }
    }
  }

  private static func narrowed(_ select: SQLSelect, to names: Set<String>) -> SQLSelect {
    let places = select.columns.indices.filter { names.contains(select.columns[$0].name) }
    func narrowed(_ select: SQLSelect) -> SQLSelect {
      var result = select
      result.columns = places.map { select.columns[$0] }
      if result.columns.isEmpty {
        result.columns = [SQLSelect.Output(expression: .truth, name: "_one")]
      }
      result.unions = select.unions.map(narrowed)
      return result
    }
    return narrowed(select)
  }

  private static func withoutUnreadJoins(_ select: SQLSelect) -> SQLSelect {
    var result = select.mapped { $0.replacing(innerPruned) }
    result.unions = result.unions.map(withoutUnreadJoins)
    // From the last to the first: a join may only be there for one behind it.
    for place in result.joins.indices.reversed() where result.joins[place].isLookup {
      let alias = result.joins[place].source.alias
      var others = result
      others.joins.remove(at: place)
      var isRead = false
      others.visitColumns { name, _ in if name == alias { isRead = true } }
      if !isRead { result = others }
    }
    return result
  }

  /// Sub-queries, pruned before what is around them.
  private static func innerPruned(_ expression: SQLExpression) -> SQLExpression? {
    switch expression {
    case .exists(let select): .exists(withoutUnreadJoins(select))
    case .scalar(let select): .scalar(withoutUnreadJoins(select))
    case .inSelect(let value, let select):
      .inSelect(value.replacing(innerPruned), withoutUnreadJoins(select))
    default: nil
    }
  }
}

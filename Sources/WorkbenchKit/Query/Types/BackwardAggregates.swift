import KitLanguage
import KitModel

/// `count(visit where term == 2024秋)` over schools: the rows that refer to this row, as a grouped part of
/// the statement that is looked up by the key.
extension ExpressionBuilder {
  /// Whether the first argument's path begins with a relation rather than a live column.
  func namesRelation(_ call: Call) -> Bool { relation(of: call) != nil }

  private func relation(of call: Call) -> (relation: NamedRelation, name: Name)? {
    guard rows != nil, let first = call.arguments.first, let path = leadingPath(first),
      let name = path.names.first, !path.isVariable
    else { return nil }
    let isColumn = rows?.columns.contains {
      $0.firstNames.contains(name.key) || (path.names.count > 1 && $0.aliases.contains(name.key))
    }
    if isColumn == true { return nil }
    guard let relation = compiler.relation(named: Path([name], span: name.span), quietly: true) else {
      return nil
    }
    return (relation, name)
  }

  private func leadingPath(_ expression: Expression) -> Path? {
    switch expression.kind {
    case .path(let path): return path
    case .unary(_, let operand): return leadingPath(operand)
    case .binary(_, let left, let right): return leadingPath(left) ?? leadingPath(right)
    case .call(let call): return call.arguments.lazy.compactMap(leadingPath).first
    default: return nil
    }
  }

  func backward(_ call: Call, _ word: Word) -> Typed? {
    guard let (relation, name) = relation(of: call), let outer = rows else { return nil }
    guard var inner = compiler.rows(of: relation, at: name.span) else { return nil }
    guard let link = compiler.link(from: outer, to: inner, at: call.span, relation: name.text) else {
      return nil
    }
    if ["first", "last", "join_text"].contains(word.english) { inner.number(compiler) }
    let outerKey = rows?.sql(link: link.left, compiler) ?? .null
    if inner.mustCloseBeforeGroup { inner.close(compiler) }
    let key = inner.sql(link: link.right, compiler)
    let builder = ExpressionBuilder(compiler, rows: inner, mode: .braces(keys: []))
    builder.relationName = name.key
    builder.outerNames = Set(outer.columns.flatMap(\.firstNames))
    // `count(visit)` counts rows: the relation itself is no value.
    let arguments = call.arguments.filter { argument in
      if case .path(let path) = argument.kind, path.names.count == 1, path.names.first?.key == name.key {
        return false
      }
      return true
    }
    if arguments.isEmpty && word.english != "count" {
      return failure(
        QueryMessages.relationNeedsColumn, ["function": call.name.text, "name": name.text], at: call.span)
    }
    let inside = Call(name: call.name, arguments: arguments, condition: call.condition, span: call.span)
    guard let typed = builder.aggregate(inside, word), var select = builder.rows?.select else { return nil }
    select.filters.append(.isNull(key, isNegated: true))
    select.groups = [key]
    select.isGrouped = true
    select.columns = [
      SQLSelect.Output(expression: key, name: "_key"), SQLSelect.Output(expression: typed.sql, name: "value"),
    ]
    let part = compiler.freshName(name.text.lowercased() + "_by")
    compiler.add(SQLCTE(name: part, body: .select(select)))
    let lookup = Lookup(target: .part(part, keys: ["_key"]), key: [outerKey], column: "value")
    guard let column = rows?.sql(.lookup(lookup), compiler) else { return nil }
    var result = typed.with(column, typed.type)
    result.magnitude = typed.magnitude
    result.isNullable = true
    if typed.isNullable { return result }
    // The count of none is 0.
    result.sql = .coalesce(column, .number(0))
    result.isNullable = false
    return result
  }
}

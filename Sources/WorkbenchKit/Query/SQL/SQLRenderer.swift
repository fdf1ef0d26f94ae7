/// Writes a statement as text. Identifiers are always quoted, typed values always bound, parentheses stand
/// where precedence needs them.
struct SQLRenderer {
  let dialect: Dialect
  private(set) var parameters: [SQLValue] = []
  /// Equal values are one parameter, so that a key in SELECT and in GROUP BY is one expression; but for the many values
  /// of a long list.
  private var places: [SQLValue: Int] = [:]

  init(_ dialect: Dialect) { self.dialect = dialect }

  mutating func text(_ statement: SQLStatement) -> String {
    guard !statement.parts.isEmpty else { return text(statement.main, indent: "") }
    let parts = statement.parts.map { part in text(part) }
    return "WITH\n" + parts.joined(separator: ",\n") + "\n" + text(statement.main, indent: "")
  }

  private mutating func text(_ part: SQLCTE) -> String {
    switch part.body {
    case .select(let select):
      let how = part.isMaterialized ? "AS " + dialect.materialized : "AS"
      return "\(quoted(part.name)) \(how) (\n\(text(select, indent: "  "))\n)"
    case .values(let names, let rows):
      let columns = names.map(quoted).joined(separator: ", ")
      let lines = rows.map { row in "  (" + list(row) + ")" }
      if lines.isEmpty {
        let nulls = names.map { "NULL AS \(quoted($0))" }.joined(separator: ", ")
        return "\(quoted(part.name)) AS (\n  SELECT \(nulls) WHERE 0\n)"
      }
      return "\(quoted(part.name))(\(columns)) AS (VALUES\n\(lines.joined(separator: ",\n"))\n)"
    }
  }

  mutating func text(_ select: SQLSelect, indent: String) -> String {
    var lines: [String] = []
    let columns = Self.oneRow(select).map { column in
      let value = text(column.expression)
      if case .column(_, column.name) = column.expression { return value }
      return "\(value) AS \(quoted(column.name))"
    }
    lines.append("SELECT " + (columns.isEmpty ? "1" : columns.joined(separator: ", ")))
    if let from = select.from {
      lines.append("FROM " + text(from))
    } else if !select.joins.isEmpty {
      // A value alone, such as a parameter that is a reference: its name is joined to one row of nothing.
      lines.append("FROM (SELECT 1) AS \"_one\"")
    }
    for join in select.joins {
      lines.append("\(join.kind.rawValue) \(text(join.source)) ON \(text(join.condition))")
    }
    if let filter = conjunction(select.filters) { lines.append("WHERE " + filter) }
    if !select.groups.isEmpty { lines.append("GROUP BY " + list(select.groups)) }
    if let having = conjunction(select.having) { lines.append("HAVING " + having) }
    for union in select.unions {
      lines.append("UNION ALL")
      lines.append(text(union, indent: ""))
    }
    if !select.order.isEmpty { lines.append("ORDER BY " + order(select.order)) }
    if let limit = select.limit { lines.append("LIMIT " + text(limit)) }
    if let offset = select.offset {
      if select.limit == nil { lines.append("LIMIT -1") }
      lines.append("OFFSET " + text(offset))
    }
    return lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map { indent + $0 }.joined(separator: "\n")
  }

  /// The columns; where a group of all rows has no aggregate in them, one is put in, since only that makes it
  /// one row.
  private static func oneRow(_ select: SQLSelect) -> [SQLSelect.Output] {
    guard select.isGrouped, select.groups.isEmpty, let first = select.columns.first,
      !select.columns.contains(where: { $0.expression.hasAggregate })
    else { return select.columns }
    let always = SQLExpression.binary(.greaterOrEqual, .aggregate(.count, [], filter: nil), .number(0))
    let kept = SQLExpression.cases([SQLCase(condition: always, value: first.expression)], otherwise: nil)
    return [SQLSelect.Output(expression: kept, name: first.name)] + select.columns.dropFirst()
  }

  private func text(_ source: SQLSelect.Source) -> String {
    source.table == source.alias ? quoted(source.table) : "\(quoted(source.table)) AS \(quoted(source.alias))"
  }

  private mutating func conjunction(_ parts: [SQLExpression]) -> String? {
    SQLExpression.all(parts).map { text($0) }
  }

  private mutating func list(_ parts: [SQLExpression]) -> String {
    parts.map { text($0) }.joined(separator: ", ")
  }

  private mutating func order(_ terms: [SQLOrder]) -> String {
    var seen: Set<SQLExpression> = []
    let unique = terms.filter { seen.insert($0.expression).inserted }
    return unique.map { term in text(term.expression) + (term.isDescending ? " DESC" : "") + " NULLS LAST" }
      .joined(separator: ", ")
  }

  private func quoted(_ name: String) -> String { dialect.quoted(name) }

  /// An expression; in parentheses when it binds less tightly than `outer`.
  private mutating func text(_ expression: SQLExpression, within outer: Int = 0) -> String {
    switch expression {
    case .column(let alias, let name): return quoted(alias) + "." + quoted(name)
    case .number(let number): return String(number)
    case .realNumber(let number): return "\(number).0"
    case .null, .part: return "NULL"
    case .bound(let value):
      if let known = places[value] { return dialect.placeholder(known) }
      parameters.append(value)
      if parameters.count <= dialect.numberedParameters { places[value] = parameters.count }
      return dialect.placeholder(parameters.count)
    case .function(let function, let parts): return dialect.name(of: function) + "(" + list(parts) + ")"
    case .aggregate(let aggregate, let parts, let filter):
      return call(aggregate, parts) + filtered(filter)
    case .window(let function, let parts, let window):
      return call(function, parts) + " OVER (" + text(window) + ")"
    case .not(let one): return wrapped("NOT " + text(one, within: 3), 3, outer)
    case .negative(let one): return wrapped("-" + text(one, within: 11), 10, outer)
    case .binary(let name, let left, let right):
      let own = name.precedence
      let chain = expression.chain
      if chain.count > Self.longestChain { return balanced(chain[...], name) }
      let line =
        text(left, within: own) + " " + name.rawValue + " " + text(right, within: own + 1)
      return wrapped(line, own, outer)
    case .isNull(let one, let negated):
      return wrapped(text(one, within: 5) + (negated ? " IS NOT NULL" : " IS NULL"), 4, outer)
    case .between(let value, let low, let high):
      let line = text(value, within: 5) + " BETWEEN " + text(low, within: 5) + " AND " + text(high, within: 5)
      return wrapped(line, 4, outer)
    case .inList(let value, let parts):
      return wrapped(text(value, within: 5) + " IN (" + list(parts) + ")", 4, outer)
    case .inSelect(let value, let select):
      return wrapped(text(value, within: 5) + " IN (" + inner(select) + ")", 4, outer)
    case .exists(let select): return "EXISTS (" + inner(select) + ")"
    case .scalar(let select): return "(" + inner(select) + ")"
    case .cases(let arms, let otherwise):
      let lines = arms.map { arm in " WHEN " + text(arm.condition) + " THEN " + text(arm.value) }
      return "CASE" + lines.joined() + (otherwise.map { " ELSE " + text($0) } ?? "") + " END"
    case .cast(let one, let storage): return "CAST(" + text(one) + " AS " + storage.rawValue + ")"
    case .collated(let one):
      return wrapped(text(one, within: 10) + " COLLATE " + dialect.collation, 10, outer)
    }
  }

  /// The engine takes trees of 1,000 levels: a long chain is written as halves of halves.
  private static let longestChain = 64

  private mutating func balanced(_ parts: ArraySlice<SQLExpression>, _ name: SQLOperator) -> String {
    guard parts.count > 1 else { return parts.first.map { text($0, within: name.precedence + 1) } ?? "" }
    let middle = parts.startIndex + parts.count / 2
    return "(" + balanced(parts[..<middle], name) + " \(name.rawValue) " + balanced(parts[middle...], name)
      + ")"
  }

  private mutating func inner(_ select: SQLSelect) -> String {
    text(select, indent: "").replacing("\n", with: " ")
  }

  private func wrapped(_ text: String, _ own: Int, _ outer: Int) -> String {
    own < outer ? "(" + text + ")" : text
  }

  private mutating func call(_ aggregate: SQLAggregate, _ parts: [SQLExpression]) -> String {
    if aggregate == .count && parts.isEmpty { return "count(*)" }
    let distinct = aggregate == .countDistinct ? "DISTINCT " : ""
    return dialect.name(of: aggregate) + "(" + distinct + list(parts) + ")"
  }

  private mutating func call(_ function: SQLWindowFunction, _ parts: [SQLExpression]) -> String {
    // DISTINCT does not stand in windows: there an aggregate of ours counts.
    if case .aggregate(let aggregate) = function, aggregate != .countDistinct {
      return call(aggregate, parts)
    }
    if function == .aggregate(.countDistinct) {
      return SQLAggregate.countDistinct.registeredName + "(" + list(parts) + ")"
    }
    return dialect.name(of: function) + "(" + list(parts) + ")"
  }

  private mutating func filtered(_ filter: SQLExpression?) -> String {
    filter.map { " FILTER (WHERE " + text($0) + ")" } ?? ""
  }

  private mutating func text(_ window: SQLWindow) -> String {
    var parts: [String] = []
    if !window.partition.isEmpty { parts.append("PARTITION BY " + list(window.partition)) }
    if !window.order.isEmpty { parts.append("ORDER BY " + order(window.order)) }
    if window.frame != .standard { parts.append(window.frame.rawValue) }
    return parts.joined(separator: " ")
  }
}

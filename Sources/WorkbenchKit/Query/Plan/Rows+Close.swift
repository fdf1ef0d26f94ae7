import KitModel

/// Gives expressions of an open SELECT names, under which the SELECT around it reads them.
struct Exporter {
  let alias: String
  private(set) var outputs: [SQLSelect.Output] = []
  private var names: [SQLExpression: String] = [:]
  private var taken: Set<String> = []

  init(alias: String) { self.alias = alias }

  mutating func export(_ expression: SQLExpression, as wish: String) -> SQLExpression {
    switch expression {
    case .null, .number: return expression
    default: break
    }
    if let name = names[expression] { return .column(alias, name) }
    var name = wish
    var count = 1
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      name = wish + String(count)
    }
    names[expression] = name
    outputs.append(SQLSelect.Output(expression: expression, name: name))
    return .column(alias, name)
  }
}

extension Rows {
  /// A name for an inner column that no live column has: files may have a heading `_total`.
  func free(_ wanted: String) -> String {
    var name = wanted
    while columns.contains(where: { NameKey($0.id) == NameKey(name) }) { name = "_" + name }
    return name
  }

  /// Makes the open SELECT a part of the statement and opens one over it. What is alive stays alive.
  ///
  /// - Parameter part: What the part is called, nil for the next name.
  mutating func close(_ compiler: Compiler, as part: String? = nil) {
    settleFootnotes()
    let name = part ?? compiler.freshName("s")
    var exporter = Exporter(alias: name)
    let asked = select.limit == nil && select.offset == nil ? [] : order
    for place in columns.indices {
      columns[place].value = exporter.export(columns[place].value, as: columns[place].id)
    }
    sort = sort.map { exporter.export($0) }
    base = base.map { exporter.export($0) }
    if let rids = origin?.rids {
      origin?.rids = rids.map { ($0.table, exporter.export($0.value, as: "_rid")) }
    }
    if let expressions = key?.expressions {
      key?.expressions = expressions.map { exporter.export($0, as: "_k") }
    }
    if let place { self.place = exporter.export(place, as: "_n") }
    if let mark { self.mark = exporter.export(mark, as: "_mark") }
    select.columns = exporter.outputs
    select.order = asked
    compiler.add(SQLCTE(name: name, body: .select(select)))
    select = SQLSelect(from: SQLSelect.Source(table: name, isCTE: true, alias: name))
    joined = [:]
    depth += 1
    if depth > Compiler.maximumDepth { compiler.reportDepth() }
  }

  /// The SQL of a column, for which a lookup is joined if it is not yet.
  mutating func sql(_ value: ColumnValue, _ compiler: Compiler) -> SQLExpression {
    guard case .lookup(let lookup) = value else {
      if case .sql(let expression) = value { return expression }
      return .null
    }
    if let alias = joined[lookup.target]?[lookup.key] { return .column(alias, lookup.column) }
    guard let source = compiler.source(of: lookup.target) else { return .null }
    let condition = zip(source.keys, lookup.key).map { name, key in
      SQLExpression.binary(.equal, .column(source.source.alias, name), key)
    }
    select.joins.append(
      SQLSelect.Join(
        kind: .left, source: source.source, condition: SQLExpression.all(condition) ?? .truth,
        isLookup: true))
    joined[lookup.target, default: [:]][lookup.key] = source.source.alias
    return .column(source.source.alias, lookup.column)
  }

  mutating func sql(of place: Int, _ compiler: Compiler) -> SQLExpression {
    let expression = sql(columns[place].value, compiler)
    columns[place].value = .sql(expression)
    return expression
  }
}

extension Exporter {
  /// Sorted by pinyin outside as inside: the text itself is carried on.
  mutating func export(_ term: SQLOrder) -> SQLOrder {
    var result = term
    if case .collated(let text) = term.expression {
      result.expression = .collated(export(text, as: "_o"))
    } else {
      result.expression = export(term.expression, as: "_o")
    }
    return result
  }

  /// A lookup stays one: only its key is carried on.
  mutating func export(_ value: ColumnValue, as wish: String) -> ColumnValue {
    switch value {
    case .sql(let expression): return .sql(export(expression, as: wish))
    case .lookup(var lookup):
      lookup.key = lookup.key.map { export($0, as: "_k") }
      return .lookup(lookup)
    }
  }
}

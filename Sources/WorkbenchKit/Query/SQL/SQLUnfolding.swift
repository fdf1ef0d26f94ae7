/// What an engine makes of the parts of a statement: it puts each in wherever it is read before it plans anything.
enum SQLUnfolding {
  /// How often tables and parts are read once every part is put in where it is read; never above `limit` + 1.
  static func reads(of statement: SQLStatement, limit: Int) -> Int {
    var reads: [String: Int] = [:]
    func count(_ select: SQLSelect) -> Int {
      var sum = 0
      select.visitSources { source in
        sum = min(sum + 1 + (source.isCTE ? reads[source.table] ?? 0 : 0), limit + 1)
      }
      return sum
    }
    for part in statement.parts {
      if case .select(let select) = part.body { reads[part.name] = count(select) }
    }
    return count(statement.main)
  }

  /// What the columns of parts may come to in a SELECT when they are put into it; the second where each is read once
  /// or so, as in a wide table.
  static let (large, largest) = (5_000, 100_000)

  /// The same statement with the parts worked out once whose columns, put in where they are read, would let
  /// expressions grow with every step: `derive b = a + a | derive c = b + b …` doubles each time.
  ///
  /// Parts that nothing grows from are left to the engine, which then sees conditions and indexes through them.
  static func keepingSmall(_ statement: SQLStatement) -> SQLStatement {
    var statement = statement
    var sizes: [String: [String: Int]] = [:]
    let places = Dictionary(
      statement.parts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    for place in statement.parts.indices {
      guard case .select(let select) = statement.parts[place].body else { continue }
      for name in grown(select, sizes) {
        sizes[name] = [:]
        if let read = places[name] { statement.parts[read].isMaterialized = true }
      }
      sizes[statement.parts[place].name] = select.isOpaque ? [:] : outputs(of: select, sizes)
    }
    for name in grown(statement.main, sizes) {
      if let read = places[name] { statement.parts[read].isMaterialized = true }
    }
    return statement
  }

  /// Parts to be worked out once, so that a SELECT stays small: those with columns that are more than a name.
  private static func grown(_ select: SQLSelect, _ sizes: [String: [String: Int]]) -> [String] {
    guard !sizes.isEmpty else { return [] }
    var parts: [String: String] = [:]
    select.visitSources { source in if source.isCTE { parts[source.alias] = source.table } }
    var (size, once) = (0, 0)
    var found: [String: Set<String>] = [:]
    select.visitColumns { alias, column in
      guard let part = parts[alias], let own = sizes[part]?[column], own > 1 else { return }
      size += own
      if found[part, default: []].insert(column).inserted { once += own }
    }
    return size > largest || (size > large && size >= 2 * once) ? found.keys.sorted() : []
  }

  private static func outputs(of select: SQLSelect, _ sizes: [String: [String: Int]]) -> [String: Int] {
    var parts: [String: String] = [:]
    select.visitSources { source in if source.isCTE { parts[source.alias] = source.table } }
    var result: [String: Int] = [:]
    for arm in [select] + select.unions {
      for (first, output) in zip(select.columns, arm.columns) {
        var size = output.expression.weight.size
        output.expression.visitColumns { alias, column in
          if let part = parts[alias], let own = sizes[part]?[column] { size += own - 1 }
        }
        result[first.name, default: 0] += size
      }
    }
    return result
  }
}

extension SQLSelect {
  /// Never put into the SELECT around it.
  fileprivate var isOpaque: Bool {
    isGrouped || limit != nil || offset != nil || columns.contains { $0.expression.hasWindow }
  }
}

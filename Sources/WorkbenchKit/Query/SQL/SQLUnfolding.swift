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
}

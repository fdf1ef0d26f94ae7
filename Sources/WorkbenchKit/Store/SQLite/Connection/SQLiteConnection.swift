import GRDBSQLite
import KitQuery

/// A connection lent by the pool, and short ways to run statements on it. Valid inside the access that lent it.
struct SQLiteConnection {
  let handle: OpaquePointer
  let operation: RunningOperation

  func prepare(_ sql: String) throws -> SQLiteStatement { try SQLiteStatement(handle, sql) }

  /// Runs one statement and tells how many rows it changed.
  @discardableResult
  func run(_ sql: String, _ parameters: [SQLValue] = []) throws -> Int {
    let statement = try prepare(sql)
    statement.bind(parameters)
    try statement.run()
    return Int(sqlite3_changes64(handle))
  }

  /// Hands the rows over one by one.
  func forEach(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (borrowing SQLiteStatement) throws -> Void
  )
    throws
  {
    let statement = try prepare(sql)
    statement.bind(parameters)
    while try statement.step() { try body(statement) }
  }

  func map<Result>(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (borrowing SQLiteStatement) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    try forEach(sql, parameters) { results.append(try body($0)) }
    return results
  }

  /// The first row.
  func first<Result>(
    _ sql: String, _ parameters: [SQLValue] = [], _ body: (borrowing SQLiteStatement) throws -> Result
  ) throws -> Result? {
    let statement = try prepare(sql)
    statement.bind(parameters)
    return try statement.step() ? try body(statement) : nil
  }

  /// The whole number in the first column of the first row.
  func integer(_ sql: String, _ parameters: [SQLValue] = []) throws -> Int64? {
    try first(sql, parameters) { $0.optionalInteger(at: 0) } ?? nil
  }

  func text(_ sql: String, _ parameters: [SQLValue] = []) throws -> String? {
    try first(sql, parameters) { $0.optionalText(at: 0) } ?? nil
  }

  /// Runs `body` as a whole: what it did is taken back when it throws, or in any case unless `keep`.
  func savepoint<Result>(keep: Bool = true, _ body: () throws -> Result) throws -> Result {
    try run("SAVEPOINT \"step\"")
    do {
      let result = try body()
      if !keep { try run("ROLLBACK TO \"step\"") }
      try run("RELEASE \"step\"")
      return result
    } catch {
      // An interrupted write has rolled the whole transaction back already; then there is nothing to undo here.
      if sqlite3_get_autocommit(handle) == 0 {
        try run("ROLLBACK TO \"step\"")
        try run("RELEASE \"step\"")
      }
      throw error
    }
  }

  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }
}

/// A name as SQL takes it, whatever it holds.
func quoted(_ name: String) -> String { Dialect.sqlite.quoted(name) }

import KitModel
import KitQuery

extension SQLiteStore {
  /// Whether a statement names a table of the session. Values are always bound, so the mark can only stand in a
  /// quoted name; a name that holds it by chance merely runs on the other connection.
  static func namesScratch(_ sql: String) -> Bool { sql.contains("\"\(scratchPrefix)") }

  @discardableResult
  public func forEachRow(of query: CompiledQuery, _ body: (Table.Row) throws -> RowStep) throws
    -> [Diagnostic]
  {
    var reader = RowReader(query)
    return try forEachRow(of: query, tie: { reader.tie }) { statement in
      guard let row = try reader.read({ statement.cell(at: $0) }) else { return .next }
      return try body(row)
    }
  }

  @discardableResult
  public func forEachKeyedRow(of query: CompiledQuery, _ body: (any KeyedRow) throws -> Void) throws
    -> [Diagnostic]
  {
    let rows = StatementRows(query)
    return try forEachRow(of: query, tie: { rows.tie }) { statement in
      rows.handle = statement.handle
      if rows.admitsNext() { try body(rows) }
      return .next
    }
  }

  /// Lends the rows that a statement is at.
  private final class StatementRows: EngineRows {
    /// Of the statement, which is there while its rows are.
    var handle: OpaquePointer?

    override func cell(at index: Int) -> EngineCell {
      handle.map { SQLiteStatement.cell(of: $0, at: index) } ?? .null
    }
  }

  /// Steps through a query. `tie` says afterwards whether its cut went through equal rows.
  private func forEachRow(
    of query: CompiledQuery, tie: () -> Footnote?, _ body: (borrowing SQLiteStatement) throws -> RowStep
  ) throws -> [Diagnostic] {
    try withReader(scratch: Self.namesScratch(query.sql)) { connection in
      // A query that was broken off may have left counts behind.
      if !query.footnotes.isEmpty { _ = try connection.integer("SELECT \(SQLExtras.resetPassed)()") }
      var isWhole = true
      do {
        let statement = try connection.prepare(query.sql)
        statement.bind(query.parameters)
        while isWhole, try statement.step() {
          try connection.operation.check()
          if try body(statement) == .stop { isWhole = false }
        }
      }
      guard isWhole else { return query.remarks }
      let footnotes = query.footnotes + [tie()].compactMap { $0 }
      return try query.remarks + footnotes.compactMap { try Self.remark($0, connection) }
    }
  }

  public func read<Own, Other: Sendable>(
    _ own: () throws -> Own, beside other: @escaping @Sendable () throws -> Other
  ) throws -> (Own, Other) {
    guard register.current(needsWriter: false) == nil, case .readWrite = access else {
      return (try own(), try other())
    }
    // The writer has nothing to do meanwhile, and what a thread reads it reads on the connection that it holds.
    let ahead = Ahead { [self] in
      Result {
        try withWriter { connection in
          try connection.run("BEGIN")
          return try other()
        }
      }
    }
    let first = Result { try own() }
    let second = ahead.taken()
    guard let second else { throw CancellationError() }
    return (try first.get(), try second.get())
  }

  static func remark(_ footnote: Footnote, _ connection: SQLiteConnection) throws -> Diagnostic? {
    let count =
      switch footnote.measure {
      case .passed(let slot): try connection.integer("SELECT dudao_passed_take(?1)", [.integer(Int64(slot))])
      case .query(let sql, let parameters): try connection.integer(sql, parameters)
      }
    return footnote.remark(count: count ?? 0)
  }

  public func plan(of query: CompiledQuery) throws -> Table {
    try withReader(scratch: Self.namesScratch(query.sql)) { connection in
      var depths: [Int64: Int] = [:]
      let rows = try connection.map("EXPLAIN QUERY PLAN " + query.sql, query.parameters) { row in
        let depth = (depths[row.integer(at: 1)] ?? -1) + 1
        depths[row.integer(at: 0)] = depth
        return Table.Row([.text(String(repeating: "  ", count: depth) + row.text(at: 3))])
      }
      return Table(columns: [Column(id: "step", label: Label(zh: "步骤", en: "Step"), type: .text)], rows: rows)
    }
  }

  public func tables() throws -> [TableDeclaration] {
    try withReader { try StoredTables.system + StoredTables.saved(on: $0) }
  }
}

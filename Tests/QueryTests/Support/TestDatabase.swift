import GRDBSQLite
import KitModel
import KitQuery
import KitStore

/// A store in memory with the functions of the dialect, for running compiled queries as the store does.
final class TestDatabase {
  private var handle: OpaquePointer?

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init() throws {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK, let handle else {
      throw Failure(description: "no memory")
    }
    _disableDoubleQuotedStringLiterals(handle)
    try SQLFunctions.register(on: handle)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements without result.
  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
  }

  /// All rows of a statement.
  func rows(_ sql: String, _ parameters: [SQLValue] = []) throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try forEach(sql, parameters) { cell, count in rows.append((0..<count).map { Self.kept(cell($0)) }) }
    return rows
  }

  /// A result with what the footer says.
  func table(_ query: CompiledQuery) throws -> Table {
    _ = try rows("SELECT \(SQLExtras.resetPassed)()")
    var table = Table(columns: query.columns.map(\.column), remarks: query.remarks)
    var reader = RowReader(query)
    try forEach(query.sql, query.parameters) { cell, _ in
      if let row = try reader.read(cell) { table.rows.append(row) }
    }
    for footnote in query.footnotes + [reader.tie].compactMap({ $0 }) {
      if let remark = footnote.remark(count: try count(footnote)) { table.remarks.append(remark) }
    }
    return table
  }

  private func count(_ footnote: Footnote) throws -> Int64 {
    let found: [[SQLValue]]
    switch footnote.measure {
    case .passed(let slot):
      found = try rows("SELECT \(SQLExtras.takePassed)(?1)", [.integer(Int64(slot))])
    case .query(let sql, let parameters): found = try rows(sql, parameters)
    }
    if case .integer(let count)? = found.first?.first { return count }
    throw Failure(description: "no count: \(found)")
  }

  private func forEach(
    _ sql: String, _ parameters: [SQLValue], _ body: ((Int) -> EngineCell, Int) throws -> Void
  ) throws {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw failure(sql) }
    defer { sqlite3_finalize(statement) }
    for (place, parameter) in parameters.enumerated() { bind(parameter, Int32(place + 1), statement) }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body({ Self.cell(statement, Int32($0)) }, Int(sqlite3_column_count(statement)))
      case SQLITE_DONE: return
      default: throw failure(sql)
      }
    }
  }

  private func bind(_ value: SQLValue, _ place: Int32, _ statement: OpaquePointer?) {
    switch value {
    case .null: sqlite3_bind_null(statement, place)
    case .integer(let number): sqlite3_bind_int64(statement, place, number)
    case .real(let number): sqlite3_bind_double(statement, place, number)
    case .text(let text):
      sqlite3_bind_text(statement, place, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
  }

  private static func kept(_ cell: EngineCell) -> SQLValue {
    switch cell {
    case .null: .null
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func cell(_ statement: OpaquePointer?, _ place: Int32) -> EngineCell {
    switch sqlite3_column_type(statement, place) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, place))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, place))
    case SQLITE_NULL: return .null
    default:
      let start = sqlite3_column_text(statement, place)
      return .text(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, place))))
    }
  }

  private func failure(_ sql: String) -> any Error {
    let message = String(cString: sqlite3_errmsg(handle))
    if let diagnostic = RuntimeFailure.diagnostic(message) { return diagnostic }
    return Failure(description: message + "\n" + sql)
  }
}

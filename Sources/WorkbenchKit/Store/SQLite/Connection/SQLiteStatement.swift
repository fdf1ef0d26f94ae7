import GRDBSQLite
import KitQuery

/// A prepared statement, bound and stepped directly: GRDB's arguments cost three times as much for many rows
/// (notes on storage), and texts can be handed over without being copied.
struct SQLiteStatement: ~Copyable {
  let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ connection: OpaquePointer, _ sql: String) throws(SQLiteFailure) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw SQLiteFailure(connection)
    }
    handle = prepared
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  // MARK: Binding; places count from 1

  func bind(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() { bind(value, at: Int32(truncatingIfNeeded: index + 1)) }
  }

  func bind(_ value: SQLValue, at place: Int32) {
    switch value {
    case .null: sqlite3_bind_null(handle, place)
    case .integer(let number): sqlite3_bind_int64(handle, place, number)
    case .real(let number): sqlite3_bind_double(handle, place, number)
    case .text(var text):
      _ = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(
            handle, place, $0.baseAddress ?? Self.none, Int32(clamping: $0.count), Self.copied)
        }
      }
    }
  }

  /// Bytes are bound as a blob and copied.
  func bind(bytes: [UInt8], at place: Int32) {
    sqlite3_bind_blob(handle, place, bytes, Int32(clamping: bytes.count), Self.copied)
  }

  /// Tells the engine to copy what is bound: SQLITE_TRANSIENT, which is a cast and so not imported.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
  /// Where an empty text begins: a null pointer would bind NULL.
  private static let noBytes: StaticString = ""
  private static var none: UnsafePointer<CChar> {
    UnsafeRawPointer(noBytes.utf8Start).assumingMemoryBound(to: CChar.self)
  }

  // MARK: Running

  /// Goes to the next row; false at the end.
  func step() throws(SQLiteFailure) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw SQLiteFailure(connection)
    }
  }

  func reset() { sqlite3_reset(handle) }

  /// Runs a statement that returns nothing, ready to be run again.
  func run() throws(SQLiteFailure) {
    defer { sqlite3_reset(handle) }
    while try step() {}
  }

  // MARK: Reading; columns count from 0

  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  func value(at column: Int) -> SQLValue {
    let place = Int32(truncatingIfNeeded: column)
    return switch sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, place))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, place))
    case SQLITE_NULL: .null
    default: .text(text(at: column))
    }
  }

  /// The bytes of a text are valid until the next step.
  func cell(at column: Int) -> EngineCell { Self.cell(of: handle, at: column) }

  static func cell(of handle: OpaquePointer, at column: Int) -> EngineCell {
    let place = Int32(truncatingIfNeeded: column)
    return switch sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, place))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, place))
    case SQLITE_NULL: .null
    default: .text(textBytes(of: handle, at: place))
    }
  }

  func isNull(at column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
  }

  func integer(at column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(truncatingIfNeeded: column)) }

  func optionalInteger(at column: Int) -> Int64? { isNull(at: column) ? nil : integer(at: column) }

  func optionalText(at column: Int) -> String? { isNull(at: column) ? nil : text(at: column) }

  func text(at column: Int) -> String {
    String(decoding: textBytes(at: column), as: UTF8.self)
  }

  /// The bytes of a text, valid until the next step.
  func textBytes(at column: Int) -> UnsafeBufferPointer<UInt8> {
    Self.textBytes(of: handle, at: Int32(truncatingIfNeeded: column))
  }

  private static func textBytes(of handle: OpaquePointer, at place: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, place)
    return UnsafeBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, place)))
  }

  func bytes(at column: Int) -> [UInt8] {
    let place = Int32(truncatingIfNeeded: column)
    guard let start = sqlite3_column_blob(handle, place) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, place))))
  }
}

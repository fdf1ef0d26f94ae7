import GRDBSQLite
import KitQuery

/// The functions, aggregates and collations that the dialect needs on SQLite.
///
/// Registered raw: a closure of GRDB costs some 80 ns a call, a raw one 10.
public enum SQLFunctions {
  /// Registers everything on a connection.
  /// - Throws: `FunctionFailure` when SQLite refuses, which it does only without memory.
  public static func register(on connection: OpaquePointer) throws(FunctionFailure) {
    try registerNumbers(connection)
    try registerTexts(connection)
    try registerDates(connection)
    try registerCounters(connection)
    try registerAggregates(connection)
    try registerCollation(connection)
  }

  typealias Scalar = @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  static func scalar(
    _ connection: OpaquePointer, _ function: SQLFunction, _ arity: Int32, _ body: @escaping Scalar
  ) throws(FunctionFailure) {
    try scalar(connection, function.registeredName, arity, deterministic: true, body)
  }

  static func scalar(
    _ connection: OpaquePointer, _ name: String, _ arity: Int32, deterministic: Bool,
    data: UnsafeMutableRawPointer? = nil, destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)? = nil,
    _ body: @escaping Scalar
  ) throws(FunctionFailure) {
    let flags = SQLITE_UTF8 | (deterministic ? SQLITE_DETERMINISTIC : 0)
    let code = sqlite3_create_function_v2(connection, name, arity, flags, data, body, nil, nil, destroy)
    guard code == SQLITE_OK else { throw FunctionFailure(name: name, code: code) }
  }
}

/// SQLite did not take a function.
public struct FunctionFailure: Error, Hashable, Sendable {
  public let name: String
  public let code: Int32
}

/// The arguments of a call and how it answers.
struct FunctionCall {
  let context: OpaquePointer?
  private let values: UnsafeMutablePointer<OpaquePointer?>?
  private let count: Int

  init(_ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.context = context
    self.values = values
    self.count = Int(count)
  }

  private func raw(_ place: Int) -> OpaquePointer? {
    place < count ? values?[place] : nil
  }

  func isNull(_ place: Int) -> Bool {
    guard let value = raw(place) else { return true }
    return sqlite3_value_type(value) == SQLITE_NULL
  }

  func isReal(_ place: Int) -> Bool { sqlite3_value_type(raw(place)) == SQLITE_FLOAT }
  func isInteger(_ place: Int) -> Bool { sqlite3_value_type(raw(place)) == SQLITE_INTEGER }

  /// Nil when null.
  func integer(_ place: Int) -> Int64? { isNull(place) ? nil : sqlite3_value_int64(raw(place)) }
  func real(_ place: Int) -> Double? { isNull(place) ? nil : sqlite3_value_double(raw(place)) }

  func text(_ place: Int) -> String? {
    guard !isNull(place), let bytes = utf8(place) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a text; valid until the call returns.
  func utf8(_ place: Int) -> UnsafeBufferPointer<UInt8>? {
    guard !isNull(place), let start = sqlite3_value_text(raw(place)) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(raw(place))))
  }

  func pass(_ place: Int) { sqlite3_result_value(context, raw(place)) }
  func answer(_ value: Int64) { sqlite3_result_int64(context, value) }
  func answer(_ value: Bool) { sqlite3_result_int(context, value ? 1 : 0) }
  /// A number that is none (division of nothing by nothing, beyond all bounds) is null.
  func answer(_ value: Double) {
    if value.isFinite { sqlite3_result_double(context, value) } else { sqlite3_result_null(context) }
  }

  func answer(_ value: String?) {
    guard var text = value else { return sqlite3_result_null(context) }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        sqlite3_result_text(context, chars.baseAddress ?? empty, Int32(clamping: chars.count), transient)
      }
    }
  }

  func answerNull() { sqlite3_result_null(context) }

  /// Stops the statement. The text is a code, which `RuntimeFailure` turns into a message.
  func fail(_ failure: RuntimeFailure.Code, _ detail: String = "") {
    sqlite3_result_error(context, "dudao:" + failure.rawValue + ":" + detail, -1)
  }

  private var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
  private var empty: UnsafePointer<CChar> { UnsafePointer(emptyText) }
}

/// One byte that is never freed: what an empty text points to.
private nonisolated(unsafe) let emptyText: UnsafeMutablePointer<CChar> = {
  let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  pointer.pointee = 0
  return pointer
}()

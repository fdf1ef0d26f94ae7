import GRDB
import GRDBSQLite

/// What the engine itself reports. Never leaves the module: `FailureTranslator` makes a diagnostic of it.
struct SQLiteFailure: Error {
  /// The extended result code.
  var code: Int32
  var text: String

  /// The primary result code.
  var kind: Int32 { code & 0xFF }

  init(code: Int32, text: String) {
    self.code = code
    self.text = text
  }

  /// The last failure on a connection.
  init(_ handle: OpaquePointer) {
    code = sqlite3_extended_errcode(handle)
    text = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
  }

  init(_ error: DatabaseError) {
    code = error.extendedResultCode.rawValue
    text = error.message ?? ""
  }
}

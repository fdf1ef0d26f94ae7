import GRDBSQLite
import KitModel
import KitQuery

extension SQLFunctions {
  static func registerCollation(_ connection: OpaquePointer) throws(FunctionFailure) {
    let code = sqlite3_create_collation_v2(
      connection, SQLExtras.pinyinCollation, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        PinyinOrder.compare(
          UnsafeRawBufferPointer(start: left, count: Int(leftCount)),
          UnsafeRawBufferPointer(start: right, count: Int(rightCount)))
      }, nil)
    guard code == SQLITE_OK else { throw FunctionFailure(name: SQLExtras.pinyinCollation, code: code) }
  }
}

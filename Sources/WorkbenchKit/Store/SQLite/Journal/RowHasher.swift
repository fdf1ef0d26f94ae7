import Crypto
import GRDBSQLite

/// SHA-256 over rows, cell by cell, in a form that depends on nothing but what is stored: for each row its id,
/// source, source row and cells, for each cell a byte for its kind and its value, texts with their length.
final class RowHasher {
  private var hash = SHA256()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size + 64, alignment: 1)
  private var filled = 0
  private static let size = 1 << 16

  init() {}

  deinit { buffer.deallocate() }

  func addNull() { byte(0) }

  func add(_ number: Int64) {
    byte(1)
    word(UInt64(bitPattern: number))
  }

  func add(_ number: Double) {
    byte(2)
    word(number.bitPattern)
  }

  func add(text: UnsafeRawBufferPointer) {
    byte(3)
    word(UInt64(text.count))
    if text.count >= Self.size {
      flush()
      hash.update(bufferPointer: text)
    } else {
      if filled + text.count > Self.size { flush() }
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + text.count]).copyMemory(from: text)
      filled += text.count
    }
  }

  func add(_ number: Int64?) {
    if let number { add(number) } else { addNull() }
  }

  /// A row as a query returns it, its columns from `first` on.
  func add(row: borrowing SQLiteStatement, from first: Int = 0) {
    let handle = row.handle
    for column in Int32(truncatingIfNeeded: first)..<sqlite3_column_count(handle) {
      switch sqlite3_column_type(handle, column) {
      case SQLITE_INTEGER: add(sqlite3_column_int64(handle, column))
      case SQLITE_FLOAT: add(sqlite3_column_double(handle, column))
      case SQLITE_NULL: addNull()
      default:
        let start = sqlite3_column_text(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        add(text: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
      }
    }
  }

  func finish() -> [UInt8] {
    flush()
    return Array(hash.finalize())
  }

  private func byte(_ value: UInt8) {
    if filled >= Self.size { flush() }
    buffer[filled] = value
    filled += 1
  }

  /// Fits behind the byte that tells its kind: there is room for both.
  private func word(_ value: UInt64) {
    buffer.storeBytes(of: value.littleEndian, toByteOffset: filled, as: UInt64.self)
    filled += 8
  }

  private func flush() {
    hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
    filled = 0
  }
}

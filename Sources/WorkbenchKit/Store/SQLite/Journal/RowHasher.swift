import Crypto
import GRDBSQLite

/// SHA-256 over rows, cell by cell, in a form that depends on nothing but what is stored: for each row its id,
/// source, source row and cells, for each cell a byte for its kind and its value, texts with their length.
struct RowHasher {
  private var hash = SHA256()
  private var buffer: [UInt8] = []
  private static let size = 1 << 16

  init() { buffer.reserveCapacity(Self.size + 64) }

  mutating func addNull() { byte(0) }

  mutating func add(_ number: Int64) {
    byte(1)
    word(UInt64(bitPattern: number))
  }

  mutating func add(_ number: Double) {
    byte(2)
    word(number.bitPattern)
  }

  mutating func add(text: UnsafeRawBufferPointer) {
    byte(3)
    word(UInt64(text.count))
    if text.count >= Self.size {
      flush()
      hash.update(bufferPointer: text)
    } else {
      buffer.append(contentsOf: text)
      if buffer.count >= Self.size { flush() }
    }
  }

  mutating func add(_ number: Int64?) {
    if let number { add(number) } else { addNull() }
  }

  /// A row as a query returns it, its columns from `first` on.
  mutating func add(row: borrowing SQLiteStatement, from first: Int = 0) {
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

  mutating func finish() -> [UInt8] {
    flush()
    return Array(hash.finalize())
  }

  private mutating func byte(_ value: UInt8) { buffer.append(value) }

  private mutating func word(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
    if buffer.count >= Self.size { flush() }
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
    buffer.removeAll(keepingCapacity: true)
  }
}

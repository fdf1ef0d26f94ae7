import KitModel
import KitQuery

/// The rows of a pipeline that is ready to run, for who looks them up by their keys: in no order unless the pipeline cuts
/// by it, and references without the names of their rows.
public struct KeyedRows: Sendable {
  public let columns: [Column]
  private let run: @Sendable ((any KeyedRow) throws -> Void) throws -> Void

  init(columns: [Column], run: @escaping @Sendable ((any KeyedRow) throws -> Void) throws -> Void) {
    self.columns = columns
    self.run = run
  }

  init(_ table: Table) {
    self.init(columns: table.columns) { body in
      for row in table.rows { try body(MadeRow(row.values)) }
    }
  }

  /// Hands the rows over one by one, on any thread, each valid until the next. `body` may not ask the store for anything.
  public func forEach(_ body: (any KeyedRow) throws -> Void) throws { try run(body) }
}

/// A row whose values are there already.
private final class MadeRow: KeyedRow {
  private let values: [Value]
  private var lent: [UnsafeMutableBufferPointer<UInt8>] = []

  init(_ values: [Value]) { self.values = values }

  deinit { for text in lent { text.deallocate() } }

  func value(at column: Int) -> Value { values[column] }

  func decimal(at column: Int) -> ExactDecimal? {
    switch values[column] {
    case .integer(let number): ExactDecimal(units: number, scale: 0)
    case .decimal(let number): number
    default: nil
    }
  }

  func text(at column: Int) -> UnsafeBufferPointer<UInt8>? {
    let text: String
    switch values[column] {
    case .text(let own): text = own
    case .reference(let reference): text = reference.key
    default: return nil
    }
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
    _ = bytes.initialize(from: text.utf8)
    lent.append(bytes)
    return UnsafeBufferPointer(bytes)
  }
}

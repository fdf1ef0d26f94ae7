import Dispatch
import Synchronization

/// Works out the digest of inserted rows on a thread of its own, while the engine takes the next ones in.
final class InsertHasher: Sendable {
  private let source: Int64?
  private let hasRowColumn: Bool
  /// For each column that the digest covers the cell that fills it; nil: empty.
  private let inputs: [Int?]
  /// Only used on the queue, which keeps the order of the rows; the lock says so to the compiler.
  private let hasher = Mutex(RowHasher())
  private let queue = DispatchQueue(label: "digest")
  /// How many buffers may wait, so that they do not pile up.
  private let room = DispatchSemaphore(value: 8)

  /// Fewer rows are not worth waking a thread for.
  private static let fewRows = 256

  init(source: Int64?, hasRowColumn: Bool, inputs: [Int?]) {
    self.source = source
    self.hasRowColumn = hasRowColumn
    self.inputs = inputs
  }

  /// Takes up some rows of a buffer, of which the first has the number `first`.
  func add(_ rows: RowBuffer, _ range: Range<Int>, first: Int64) {
    if range.isEmpty { return }
    if range.count < Self.fewRows {
      queue.sync { hash(rows, range, first) }
      return
    }
    room.wait()
    queue.async {
      self.hash(rows, range, first)
      self.room.signal()
    }
  }

  /// The digest of all rows.
  func finish() -> [UInt8] { queue.sync { hasher.withLock { $0.finish() } } }

  private func hash(_ rows: RowBuffer, _ range: Range<Int>, _ first: Int64) {
    hasher.withLock { hasher in
      rows.bytes.withUnsafeBytes { bytes in
        for row in range { hash(rows, row, bytes, id: first + Int64(row - range.lowerBound), hasher) }
      }
    }
  }

  private func hash(
    _ rows: RowBuffer, _ row: Int, _ bytes: UnsafeRawBufferPointer, id: Int64, _ hasher: RowHasher
  ) {
    hasher.add(id)
    hasher.add(source)
    hasher.add(hasRowColumn ? rows.rowNumbers[row] : nil)
    for input in inputs {
      guard let input else {
        hasher.addNull()
        continue
      }
      let cell = rows.cells[row * rows.width + input]
      switch cell.kind {
      case .null: hasher.addNull()
      case .integer: hasher.add(cell.bits)
      case .real: hasher.add(Double(bitPattern: UInt64(bitPattern: cell.bits)))
      case .text:
        hasher.add(
          text: UnsafeRawBufferPointer(rebasing: bytes[Int(cell.bits)..<Int(cell.bits) + Int(cell.length)]))
      }
    }
  }
}

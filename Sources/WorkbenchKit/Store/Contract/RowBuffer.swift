import KitModel
import KitQuery

/// Rows on their way into the store: typed cells, and the bytes of their texts in one array.
///
/// Filled cell by cell and row by row, handed to a writer, cleared and filled again, so that a million rows make
/// no `String`. Cells hold the stored form: a decimal its units, a date and a period their text.
public struct RowBuffer: Sendable {
  /// Cells in each row.
  public let width: Int
  @usableFromInline package internal(set) var bytes: [UInt8] = []
  @usableFromInline package internal(set) var cells: [Cell] = []
  /// For each row its number in its source.
  @usableFromInline package internal(set) var rowNumbers: [Int64] = []

  public init(width: Int) { self.width = width }

  /// - Parameter rows: How many there will be.
  package init(width: Int, rows: Int) {
    self.width = width
    cells.reserveCapacity(width * rows)
    rowNumbers.reserveCapacity(rows)
  }

  @inlinable public var rowCount: Int { rowNumbers.count }
  /// The bytes of text held: a measure of when to hand the buffer over (256 KB is a good size).
  @inlinable public var byteCount: Int { bytes.count }

  @usableFromInline package struct Cell: Sendable {
    /// The number, the bits of the double, or where the text begins.
    @usableFromInline package var bits: Int64
    /// Length of a text.
    @usableFromInline package var length: Int32
    @usableFromInline package var kind: Kind

    @inlinable package init(bits: Int64, length: Int32, kind: Kind) {
      self.bits = bits
      self.length = length
      self.kind = kind
    }
  }

  @usableFromInline package enum Kind: UInt8, Sendable { case null, integer, real, text }

  @inlinable public mutating func appendNull() { cells.append(Cell(bits: 0, length: 0, kind: .null)) }

  @inlinable public mutating func append(_ number: Int64) {
    cells.append(Cell(bits: number, length: 0, kind: .integer))
  }

  /// A double; what is no number is missing.
  @inlinable public mutating func append(_ number: Double) {
    if number.isNaN { return appendNull() }
    // The engine keeps whole doubles as integers, which know no negative zero.
    let kept = number == 0 ? 0 : number
    cells.append(Cell(bits: Int64(bitPattern: kept.bitPattern), length: 0, kind: .real))
  }

  /// A text, UTF-8 and checked by the caller; an empty one is missing.
  @inlinable public mutating func append(text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty, let length = Int32(exactly: text.count) else { return appendNull() }
    cells.append(Cell(bits: Int64(bytes.count), length: length, kind: .text))
    bytes.append(contentsOf: text)
  }

  @inlinable public mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(text: $0) }
  }

  /// A cell with a text that stands in many of the rows: its bytes are kept once, until the buffer is emptied.
  package mutating func keep(_ text: String) -> Cell {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    guard bytes.count > start, let length = Int32(exactly: bytes.count - start) else {
      return Cell(bits: 0, length: 0, kind: .null)
    }
    return Cell(bits: Int64(start), length: length, kind: .text)
  }

  @inlinable package mutating func append(_ cell: Cell) { cells.append(cell) }

  /// Several cells of a row.
  package mutating func append(_ several: ArraySlice<Cell>) { cells.append(contentsOf: several) }

  /// A text whose bytes, which are UTF-8, `write` puts at the end; when it puts none there, the cell is missing.
  package mutating func append(textBy write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    guard bytes.count > start, let length = Int32(exactly: bytes.count - start) else {
      bytes.removeLast(max(0, bytes.count - start))
      return appendNull()
    }
    cells.append(Cell(bits: Int64(start), length: length, kind: .text))
  }

  public mutating func append(text: some StringProtocol) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    guard bytes.count > start, let length = Int32(exactly: bytes.count - start) else {
      return appendNull()
    }
    cells.append(Cell(bits: Int64(start), length: length, kind: .text))
  }

  /// Ends a row. Cells that it lacks are missing, cells beyond the width are dropped: a writer of rows declares
  /// its width, so neither happens but by a mistake in the program.
  @inlinable public mutating func endRow(number: Int) {
    let end = (rowNumbers.count + 1) * width
    while cells.count < end { appendNull() }
    if cells.count > end { cells.removeLast(cells.count - end) }
    rowNumbers.append(Int64(number))
  }

  /// Takes all rows out but keeps the first bytes, to which cells that were kept point.
  package mutating func removeRows(keeping count: Int) {
    bytes.removeLast(max(0, bytes.count - count))
    cells.removeAll(keepingCapacity: true)
    rowNumbers.removeAll(keepingCapacity: true)
  }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rowNumbers.removeAll(keepingCapacity: true)
  }
}

extension RowBuffer {
  /// A value in the stored form of a type. Throws when it does not fit the type exactly.
  public mutating func append(_ value: Value, as type: DataType) throws {
    switch try SQLValue(stored: value, as: type) {
    case .null: appendNull()
    case .integer(let number): append(number)
    case .real(let number): append(number)
    case .text(let text): append(text: text)
    }
  }
}

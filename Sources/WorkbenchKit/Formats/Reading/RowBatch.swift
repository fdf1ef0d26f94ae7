/// Some rows of a file as they were read: UTF-8 bytes and, for each cell, where it lies in them.
///
/// One shape for csv, xlsx and json, so that everything above reads cells in one way and without making a
/// `String` for each. Batches are filled by readers and used again by them; a consumer keeps nothing of one.
/// A row without any content (a blank line, a row of a sheet without cells) is not there: `rowNumbers` has a
/// gap.
public struct RowBatch: Sendable {
  /// The text of all cells, UTF-8, checked. Cells point into it; bytes between them mean nothing.
  public var bytes: [UInt8] = []
  /// Cells of all rows, row by row, in the order of their columns. A csv gives every cell, empty ones with
  /// length 0; empty cells of a sparse sheet are absent.
  public var cells: [Cell] = []
  /// For each row the index of its first cell, and one more for the end.
  public var rowStarts: [Int] = [0]
  /// For each row its number in the file: the line on which it begins (csv, json), the row of the sheet
  /// (xlsx), from 1.
  public var rowNumbers: [Int] = []
  /// Indices (within this batch) of rows that the sheet hides; mostly empty.
  public var hiddenRows: [Int] = []

  public init() {}

  @inlinable public var rowCount: Int { rowNumbers.count }

  /// The indices in `cells` of the cells of one row.
  @inlinable public func cells(ofRow row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

  /// The text of one cell.
  public func text(_ cell: Cell) -> String {
    String(decoding: bytes[cell.offset..<cell.offset + cell.length], as: UTF8.self)
  }

  /// Forgets all rows and keeps the storage.
  mutating func removeRows() {
    cells.removeAll(keepingCapacity: true)
    rowStarts.removeAll(keepingCapacity: true)
    rowStarts.append(0)
    rowNumbers.removeAll(keepingCapacity: true)
    hiddenRows.removeAll(keepingCapacity: true)
  }

  /// Ends the row whose cells were appended last.
  mutating func endRow(number: Int) {
    rowStarts.append(cells.count)
    rowNumbers.append(number)
  }

  /// Moves the cells behind the last whole row to `other`, which is empty.
  mutating func moveOpenRow(to other: inout RowBatch) {
    let first = rowStarts[rowCount]
    guard first < cells.count else { return }
    let base = cells[first].offset
    other.bytes.append(contentsOf: bytes[base...])
    for cell in cells[first...] {
      other.cells.append(
        Cell(
          offset: cell.offset - base, length: cell.length, column: cell.column, kind: cell.kind,
          format: cell.format))
    }
    cells.removeLast(cells.count - first)
  }

  /// A cell: its place in `bytes`, its column and what the file says it is. 16 bytes: there are millions.
  @frozen public struct Cell: Sendable {
    @usableFromInline let start: UInt32
    @usableFromInline let count: UInt32
    @usableFromInline let place: UInt32
    /// The number format of the cell: an index into `InputFile.numberFormats`. 0 (General) outside xlsx.
    public let format: UInt16
    public let kind: Kind

    /// `offset` and `length` lie below 4 GB: readers refuse longer records long before.
    @inlinable public init(offset: Int, length: Int, column: Int, kind: Kind, format: UInt16 = 0) {
      start = UInt32(truncatingIfNeeded: offset)
      count = UInt32(truncatingIfNeeded: length)
      place = UInt32(truncatingIfNeeded: column)
      self.kind = kind
      self.format = format
    }

    @inlinable public var offset: Int { Int(start) }
    @inlinable public var length: Int { Int(count) }
    /// Column of the file, from 0.
    @inlinable public var column: Int { Int(place) }
  }

  /// What the file itself says of a cell. A csv knows only text.
  public enum Kind: UInt8, Sendable {
    /// Text, as written.
    case text
    /// A number in plain decimal notation, never with an exponent. From a workbook: to the 15 significant
    /// digits that spreadsheets show, or in the form of a format such as 0000 (leading zeros).
    case number
    /// A number shown as a percentage; the text is the share itself: `0.8` for 80%.
    case percent
    /// A date kept as a serial number with a date format; the text is `2024-09-01`, with a time of day
    /// `2024-09-01 08:30:00`, a time of day alone `08:30:00`.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// An error value, `#N/A` and its like, or a number that is none (`NaN`); the text is as in the file.
    case error
    /// A formula without a cached value; the text is the formula.
    case uncalculated
    /// An object or array inside a json record; the text is its json.
    case nested
  }
}

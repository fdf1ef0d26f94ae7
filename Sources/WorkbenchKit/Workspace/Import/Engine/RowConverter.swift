import KitFormats
import KitModel
import KitStore

/// Turns the rows of a sheet into rows for the store: the inner loop of an import.
///
/// Belongs to one thread at a time.
final class RowConverter {
  private let reader: any RowReader
  let plan: SheetPlan
  let shape: RowShape
  let existing: ExistingRows
  /// Rows that are not to be written: bad rows found by an earlier pass.
  private let leftOut: Set<Int>
  /// A cell without a value (`#N/A`, a formula never calculated) is empty and counted, and its row is taken.
  private let emptiesFaults: Bool
  private let isDelimited: Bool
  // What the inner loop needs of the shape, flat: declarations are large and must not be copied for each cell.
  private let columns: [Column]
  private let constants: [CellValue]
  /// Positions that may not stay empty, or take a default.
  let watched: [Int]
  let own: [Int]
  let yearly: [Int]
  let rowNumber: Int?

  var issues = RowIssues()
  var wholes: WholeRows?
  /// Rows that took what they repeat from the store.
  var filled = FilledRows()
  /// Position of each field of `existing.repeated`, where the file may leave it open.
  let repeats: [Int: Int]
  var keys = KeyTable()
  var uniques: [(position: Int, table: KeyTable)]
  private var batch = RowBatch()
  /// The row at hand, by position. Memory of its own: an array would be checked for each cell.
  let values: UnsafeMutableBufferPointer<CellValue>
  /// Faults of the row at hand; they count only when the row turns out to be data.
  var rowFaults: [RowIssue] = []
  var keyBytes: [UInt8] = []
  /// Bytes of rows handed over at once.
  private static let chunk = 256 << 10

  /// What becomes of the cells of a column.
  private struct Column {
    /// The reader of a column that is taken; the shape holds it.
    var reader: Unmanaged<CellReader>?
    var position = 0
    /// Not taken, with a heading.
    var isIgnored = false
    /// Whether it is the second for its field, and whether its field is part of the key.
    var isSecond = false
    var isKey = false
  }

  init(
    _ plan: SheetPlan, reader: any RowReader, shape: RowShape, existing: ExistingRows, leftOut: Set<Int> = [],
    emptiesFaults: Bool = false
  ) {
    self.plan = plan
    self.reader = reader
    self.shape = shape
    self.existing = existing
    wholes = existing.wholes
    self.leftOut = leftOut
    self.emptiesFaults = emptiesFaults
    rowNumber = shape.rowNumber
    repeats = Dictionary(
      (existing.repeated?.fields ?? []).enumerated().compactMap { index, id in
        shape.positions.firstIndex { !$0.isYearly && $0.field.id == id }.map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    isDelimited = plan.sheet == nil && !plan.headingRows.isEmpty
    constants = shape.positions.map { $0.constant ?? .empty }
    columns = shape.uses.enumerated().map { index, use in
      switch use {
      case .unheaded: return Column()
      case .ignored: return Column(isIgnored: true)
      case .position(let place):
        let position = shape.positions[place]
        return Column(
          reader: shape.readers[index].map { .passUnretained($0) }, position: place,
          isSecond: position.column.map { $0 != index } ?? false, isKey: position.isKey)
      }
    }
    watched = shape.positions.indices.filter {
      shape.positions[$0].field.isRequired || shape.positions[$0].defaultForNew != nil
    }
    own = shape.own
    yearly = shape.positions.indices.filter { shape.positions[$0].isYearly }
    values = .allocate(capacity: constants.count)
    _ = values.initialize(from: constants)
    uniques = shape.positions.indices.compactMap { index in
      let position = shape.positions[index]
      let isWholeKey = position.isKey && shape.key.count == 1
      return position.field.isUnique && !isWholeKey && position.column != nil ? (index, KeyTable()) : nil
    }
  }

  deinit { values.deallocate() }

  /// Rows of one hand-over.
  struct Rows {
    var own: RowBuffer
    var year: RowBuffer
    /// Faults found up to the last of these rows. The converter itself may be further on, on its own thread.
    var issueCount = 0
  }

  func emptyRows() -> Rows {
    Rows(own: RowBuffer(width: own.count), year: RowBuffer(width: shape.year?.fields.count ?? 1))
  }

  /// Fills `rows` with the next rows; false when there are no more.
  func fill(_ rows: inout Rows) throws -> Bool {
    rows.own.removeAll()
    rows.year.removeAll()
    defer { rows.issueCount = issues.issueCount }
    while rows.own.byteCount < Self.chunk && rows.own.rowCount < 8192 {
      guard try reader.next(into: &batch) else { return rows.own.rowCount > 0 }
      try convert(&rows)
    }
    return true
  }

  /// What the reader has to say, and what rows were given that the file does not say; complete after the last row.
  var remarks: [Diagnostic] {
    reader.remarks + ((existing.repeated ?? existing.otherYears?.known).map { filled.remarks($0) } ?? [])
  }

  private func convert(_ rows: inout Rows) throws {
    for row in batch.hiddenRows where batch.rowNumbers[row] > (plan.headingRows.last ?? 0) {
      issues.hide(batch.rowNumbers[row])
    }
    let firstData = (plan.headingRows.last ?? 0) + 1
    // The batch lends its bytes for as long as the rows made of them need to be copied into the buffer.
    let batch = batch
    batch.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<batch.rowCount where batch.rowNumbers[row] >= firstData {
        convert(batch, row, bytes, &rows)
      }
    }
  }

  private func convert(
    _ batch: RowBatch, _ row: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ rows: inout Rows
  ) {
    let number = batch.rowNumbers[row]
    let range = batch.cells(ofRow: row)
    issues.rowsRead += 1
    if leftOut.contains(number) { return }
    if mayBeSkipped(batch, range, bytes), let reason = verdict(batch, range) {
      return issues.skip(number, reason, text(batch, range))
    }
    rowFaults.removeAll(keepingCapacity: true)
    for index in values.indices { values[index] = constants[index] }
    let hasContent = readCells(batch, range, bytes, number)
    guard hasContent || !rowFaults.isEmpty else {
      if range.contains(where: { batch.cells[$0].length > 0 }) { issues.countNumberedOnly() }
      return
    }
    checkRow(number, batch, range)
    if let torn = rowFaults.first(where: { $0.fault.message == CellMessages.columnCount }) {
      // With a comma too many every cell behind it is another's: what they hold says nothing.
      rowFaults = [torn]
    }
    if rowFaults.isEmpty {
      append(&rows, number)
    } else if let reason = verdict(batch, range) {
      issues.skip(number, reason, text(batch, range))
    } else {
      for fault in rowFaults { issues.add(fault) }
    }
  }

  /// Reads the cells of a row into `values`; whether any taken column holds something.
  @inline(__always)
  private func readCells(
    _ batch: RowBatch, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int
  ) -> Bool {
    var hasContent = false
    for index in range {
      let cell = batch.cells[index]
      let column = cell.column
      guard column < columns.count, let reader = columns[column].reader else {
        unplaced(batch, index, column, number)
        continue
      }
      if cell.length == 0 { continue }
      let position = columns[column].position
      let raw = UnsafeBufferPointer(rebasing: bytes[cell.offset..<cell.offset + cell.length])
      switch reader._withUnsafeGuaranteedRef({ $0.read(raw, kind: cell.kind) }) {
      case .value(let value):
        if value.isEmpty { continue }
        hasContent = true
        if !columns[column].isSecond || values[position].isEmpty {
          values[position] = value
        } else {
          compare(position, value, column, number)
        }
        if columns[column].isKey && !existing.isEmpty {
          checkLostZero(value, position, column, number)
        }
      case .fault(let fault):
        hasContent = true
        if emptiesFaults {
          issues.lose(RowIssue(row: number, column: column, fault: fault))
        } else {
          rowFaults.append(RowIssue(row: number, column: column, fault: fault))
        }
      }
    }
    return hasContent
  }

  /// A cell of a column that is not taken: a fault only where there is no heading above it.
  private func unplaced(_ batch: RowBatch, _ index: Int, _ column: Int, _ number: Int) {
    if column < columns.count, columns[column].isIgnored { return }
    let text = batch.text(batch.cells[index]).trimmed
    if text.isEmpty { return }
    if isDelimited {
      if rowFaults.contains(where: { $0.fault.message == CellMessages.columnCount }) { return }
      let cells = batch.cells(ofRow: batch.rowNumbers.firstIndex(of: number) ?? 0).count
      rowFaults.append(
        RowIssue(
          row: number, column: nil,
          fault: CellFault(
            CellMessages.columnCount, ["found": String(cells), "expected": String(columns.count)])))
    } else {
      rowFaults.append(
        RowIssue(
          row: number, column: column,
          fault: CellFault(
            CellMessages.cellBeyondHeading,
            ["found": String(text.prefix(60)), "column": Location.columnLetters(column + 1)])))
    }
  }

  /// Two columns for one reference: both must mean the same row.
  private func compare(_ position: Int, _ value: CellValue, _ column: Int, _ number: Int) {
    let (first, second) = (values[position].string ?? "", value.string ?? "")
    guard first != second else { return }
    let field = shape.positions[position].field
    let other = plan.location(row: number, column: shape.positions[position].column)
    rowFaults.append(
      RowIssue(
        row: number, column: column,
        fault: CellFault(
          CellMessages.referencesDisagree,
          [
            "found": second, "first": existing.described(first, in: field),
            "second": existing.described(second, in: field), "other": other.cell ?? other.text,
            "entity": field.label.zh, "entityEn": field.label.en,
          ])))
  }
}

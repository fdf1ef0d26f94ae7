import KitFormats
import KitModel
import KitStore

/// Turns the rows of a sheet into rows for the store: the inner loop of an import.
///
/// Belongs to one thread at a time.
final class RowConverter {
  private let reader: any RowReader
  private let plan: SheetPlan
  private let shape: RowShape
  private let existing: ExistingRows
  /// Rows that are not to be written: bad rows found by an earlier pass.
  private let leftOut: Set<Int>
  /// A cell without a value (`#N/A`, a formula never calculated) is empty and counted, and its row is taken.
  private let emptiesFaults: Bool
  private let isDelimited: Bool
  // What the inner loop needs of the shape, flat: declarations are large and must not be copied for each cell.
  private let uses: [RowShape.ColumnUse]
  private let readers: [CellReader?]
  private let constants: [CellValue]
  /// By column: whether it is the second for its field, and whether its field is part of the key.
  private let isSecond: [Bool]
  private let isKeyColumn: [Bool]
  /// Positions that may not stay empty, or take a default.
  private let watched: [Int]
  private let own: [Int]
  private let yearly: [Int]
  private let rowNumber: Int?

  private(set) var issues = RowIssues()
  private var keys = KeyTable()
  private var uniques: [(position: Int, table: KeyTable)]
  private var batch = RowBatch()
  private var values: [CellValue]
  /// Faults of the row at hand; they count only when the row turns out to be data.
  private var rowFaults: [RowIssue] = []
  private var keyBytes: [UInt8] = []
  /// Bytes of rows handed over at once.
  private static let chunk = 256 << 10

  init(
    _ plan: SheetPlan, reader: any RowReader, shape: RowShape, existing: ExistingRows, leftOut: Set<Int> = [],
    emptiesFaults: Bool = false
  ) {
    self.plan = plan
    self.reader = reader
    self.shape = shape
    self.existing = existing
    self.leftOut = leftOut
    self.emptiesFaults = emptiesFaults
    rowNumber = shape.rowNumber
    isDelimited = plan.sheet == nil && !plan.headingRows.isEmpty
    uses = shape.uses
    readers = shape.readers
    constants = shape.positions.map { $0.constant ?? .empty }
    func position(_ column: Int) -> RowShape.Position? {
      if case .position(let position) = shape.uses[column] { shape.positions[position] } else { nil }
    }
    isSecond = shape.uses.indices.map { column in position(column).map { $0.column != column } ?? false }
    isKeyColumn = shape.uses.indices.map { column in position(column)?.isKey ?? false }
    watched = shape.positions.indices.filter {
      shape.positions[$0].field.isRequired || shape.positions[$0].defaultForNew != nil
    }
    own = shape.own
    yearly = shape.positions.indices.filter { shape.positions[$0].isYearly }
    values = constants
    uniques = shape.positions.indices.compactMap { index in
      let position = shape.positions[index]
      let isWholeKey = position.isKey && shape.key.count == 1
      return position.field.isUnique && !isWholeKey && position.column != nil ? (index, KeyTable()) : nil
    }
  }

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

  /// What the reader has to say, complete after the last row.
  var remarks: [Diagnostic] { reader.remarks }

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
      guard column < uses.count, case .position(let position) = uses[column], let reader = readers[column]
      else {
        unplaced(batch, index, column, number)
        continue
      }
      if cell.length == 0 { continue }
      let raw = UnsafeBufferPointer(rebasing: bytes[cell.offset..<cell.offset + cell.length])
      switch reader.read(raw, kind: cell.kind) {
      case .value(let value):
        if value.isEmpty { continue }
        hasContent = true
        if !isSecond[column] || values[position].isEmpty {
          values[position] = value
        } else {
          compare(position, value, column, number)
        }
        if isKeyColumn[column] && !existing.isEmpty {
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
    if column < uses.count, case .ignored = uses[column] { return }
    let text = batch.text(batch.cells[index]).trimmingBlanks
    if text.isEmpty { return }
    if isDelimited {
      if rowFaults.contains(where: { $0.fault.message == CellMessages.columnCount }) { return }
      let cells = batch.cells(ofRow: batch.rowNumbers.firstIndex(of: number) ?? 0).count
      rowFaults.append(
        RowIssue(
          row: number, column: nil,
          fault: CellFault(
            CellMessages.columnCount, ["found": String(cells), "expected": String(uses.count)])))
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

// MARK: - Checks of a whole row

extension RowConverter {
  private func checkRow(_ number: Int, _ batch: RowBatch, _ range: Range<Int>) {
    let key = knownKey()
    let isNew = key.map { existing.isNew($0) } ?? true
    for index in watched where values[index].isEmpty {
      let position = shape.positions[index]
      if isNew, let usual = position.defaultForNew {
        values[index] = usual
      } else if position.field.isRequired && !position.isYearly
        && (position.column != nil || isNew || position.isKey)
        && !rowFaults.contains(where: { $0.column == position.column && $0.column != nil })
      {
        missing(position.field, column: position.column, isKey: position.isKey, number)
      }
    }
    if isNew {
      for field in shape.lackedByNew { missing(field, column: nil, isKey: false, number) }
    }
    if !rowFaults.isEmpty || shape.key.isEmpty { return }
    checkDuplicates(number)
    if let key, let fault = existing.conflict(key) {
      let column = shape.key.first.flatMap { shape.positions[$0].column }
      rowFaults.append(RowIssue(row: number, column: column, fault: fault))
    }
    if !isNew && existing.countsBlanks {
      issues.keepBlanks(
        shape.positions.indices.count { shape.positions[$0].column != nil && values[$0].isEmpty })
    }
  }

  private func missing(_ field: FieldDeclaration, column: Int?, isKey: Bool, _ number: Int) {
    // The key tells a person which row it is, unless the key itself is missing.
    let key = keyText().replacing(ExistingRows.keySeparator, with: " ")
    let known = isKey || key.isEmpty ? nil : key
    rowFaults.append(
      RowIssue(
        row: number, column: column,
        fault: CellFault(
          CellMessages.requiredEmpty,
          [
            "field": field.label.zh, "fieldEn": field.label.en, "found": "",
            "key": known.map { "（\($0)）" } ?? "", "keyEn": known.map { " (\($0))" } ?? "",
          ])))
  }

  private func checkDuplicates(_ number: Int) {
    keyBytes.removeAll(keepingCapacity: true)
    for (place, position) in shape.key.enumerated() {
      if place > 0 { keyBytes.append(0x1F) }
      appendBytes(values[position])
    }
    let before = keyBytes.withUnsafeBufferPointer { keys.insert($0, row: number) }
    if let before {
      let column = shape.key.first.flatMap { shape.positions[$0].column }
      twice(
        CellMessages.keyTwice, number, before, column,
        keyText().replacing(ExistingRows.keySeparator, with: " "), shape.key.first)
    }
    for index in uniques.indices {
      let position = uniques[index].position
      keyBytes.removeAll(keepingCapacity: true)
      appendBytes(values[position])
      if keyBytes.isEmpty { continue }
      let before = keyBytes.withUnsafeBufferPointer { uniques[index].table.insert($0, row: number) }
      guard let before else { continue }
      twice(
        CellMessages.valueTwice, number, before, shape.positions[position].column,
        values[position].string ?? "", position)
    }
  }

  /// Both rows are named, and neither is taken.
  private func twice(
    _ message: Message, _ row: Int, _ before: Int, _ column: Int?, _ found: String, _ position: Int?
  ) {
    let field = position.map { shape.positions[$0].field.label }
    func issue(_ row: Int, other: Int) -> RowIssue {
      let place = plan.location(row: other, column: column)
      return RowIssue(
        row: row, column: column,
        fault: CellFault(
          message,
          [
            "found": found, "other": place.sheet == nil ? String(other) : place.cell ?? String(other),
            "field": field?.zh ?? "", "fieldEn": field?.en ?? "",
          ]))
    }
    issues.add(issue(before, other: row))
    rowFaults.append(issue(row, other: before))
  }

  /// A code that is a number in the sheet, where the same code with zeros in front is known.
  private func checkLostZero(_ value: CellValue, _ position: Int, _ column: Int, _ number: Int) {
    guard let code = value.string, let padded = existing.withLeadingZeros(code) else { return }
    let field = shape.positions[position].field
    rowFaults.append(
      RowIssue(
        row: number, column: column,
        fault: CellFault(
          CellMessages.codeLostZero,
          ["found": code, "near": padded, "field": field.label.zh, "fieldEn": field.label.en])))
  }

  /// The key as one text, where rows are there already that it may name.
  private func knownKey() -> String? {
    if existing.isEmpty { return nil }
    return shape.key.contains { values[$0].isEmpty } ? nil : keyText()
  }

  private func keyText() -> String {
    shape.key.compactMap { values[$0].string }.joined(separator: ExistingRows.keySeparator)
  }

  private func appendBytes(_ value: CellValue) {
    switch value {
    case .utf8(let bytes): keyBytes.append(contentsOf: bytes)
    case .empty: break
    default: keyBytes.append(contentsOf: (value.string ?? "").utf8)
    }
  }
}

// MARK: - Rows that are no data

extension RowConverter {
  /// A look at the first two cells that costs nothing.
  @inline(__always)
  private func mayBeSkipped(_ batch: RowBatch, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    var seen = 0
    for index in range {
      let cell = batch.cells[index]
      if cell.length == 0 { continue }
      if RowVerdict.mayBeSkipped(
        UnsafeBufferPointer(rebasing: bytes[cell.offset..<cell.offset + cell.length]))
      {
        return true
      }
      seen += 1
      if seen == 2 { return false }
    }
    return false
  }

  /// Whether a row is a total, a note or the heading again.
  private func verdict(_ batch: RowBatch, _ range: Range<Int>) -> SkipReason? {
    let cells = range.compactMap { index -> (column: Int, text: String)? in
      let cell = batch.cells[index]
      let text = batch.text(cell).trimmingBlanks
      return text.isEmpty ? nil : (cell.column, text)
    }
    guard let first = cells.first else { return nil }
    if isHeadingAgain(cells) { return .repeatedHeading }
    if RowVerdict.isTotalWord(first.text) { return .total }
    let keyColumns = shape.key.compactMap { shape.positions[$0].column }
    let keyTexts = cells.filter { keyColumns.contains($0.column) }.map(\.text)
    // A row with a key of its own is data, whatever else stands in it.
    let hasKey =
      !keyColumns.isEmpty && keyTexts.count == Set(keyColumns).count
      && !keyTexts.contains(where: RowVerdict.isTotal)
    if !hasKey && cells.prefix(4).contains(where: { RowVerdict.isTotal($0.text) }) { return .total }
    if hasKey && cells.count > 2 { return nil }
    if RowVerdict.isNote(first.text) { return .note }
    if RowVerdict.isSignature(first.text) { return .signature }
    if cells.count > 2, cells.allSatisfy({ Self.isColumnNumber($0.text) }), !hasKey || keyTexts.count < 2 {
      return .columnNumbers
    }
    return nil
  }

  /// Two thirds of the cells say what the heading says.
  private func isHeadingAgain(_ cells: [(column: Int, text: String)]) -> Bool {
    let same = cells.count { cell in
      let shown = HeadingText.key(cell.text)
      return plan.mappings.contains {
        $0.column == cell.column
          && (HeadingText.key($0.heading) == shown
            || $0.heading.split(separator: "·").contains {
              HeadingText.key($0) == shown
            })
      }
    }
    return same >= 2 && same * 3 >= cells.count * 2
  }

  /// 甲, 乙, 1, 2: the row that numbers the columns of a form.
  private static func isColumnNumber(_ text: String) -> Bool {
    ["甲", "乙", "丙", "丁", "栏次"].contains(text) || (Int(text).map { $0 < 100 } ?? false)
  }

  private func text(_ batch: RowBatch, _ range: Range<Int>) -> String {
    let all = range.map { batch.text(batch.cells[$0]).trimmingBlanks }.filter { !$0.isEmpty }
    return String(all.joined(separator: " ").prefix(60))
  }
}

// MARK: - Rows for the store

extension RowConverter {
  @inline(__always)
  private func append(_ rows: inout Rows, _ number: Int) {
    if let rowNumber { values[rowNumber] = .integer(Int64(number)) }
    for position in own { Self.append(values[position], to: &rows.own) }
    rows.own.endRow(number: number)
    guard let year = shape.year else { return }
    guard yearly.contains(where: { !values[$0].isEmpty }) else { return }
    let key = keyText()
    for source in year.sources {
      switch source {
      case .position(let position): Self.append(values[position], to: &rows.year)
      case .positionOrKnown(let position, let field):
        let value = values[position]
        Self.append(value.isEmpty ? existing.value(of: field, key: key) : value, to: &rows.year)
      case .constant(let value): Self.append(value, to: &rows.year)
      case .known(let field): Self.append(existing.value(of: field, key: key), to: &rows.year)
      }
    }
    rows.year.endRow(number: number)
  }

  @inline(__always)
  private static func append(_ value: CellValue, to buffer: inout RowBuffer) {
    switch value {
    case .empty: buffer.appendNull()
    case .integer(let number): buffer.append(number)
    case .real(let number): buffer.append(number)
    case .utf8(let bytes): buffer.append(text: bytes)
    case .text(let text): buffer.append(text: text)
    }
  }
}

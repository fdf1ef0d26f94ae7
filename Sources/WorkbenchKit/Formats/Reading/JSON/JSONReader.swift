import KitModel

/// What has to be known of a json file before its rows: the names of its columns, in the order in which they
/// first appear. Found by reading the file once.
struct JSONLayout: Sendable {
  let columns: [String]

  init(of file: ReadableFile, limits: ReadingLimits) throws {
    var names: [String] = []
    var known: Set<String> = []
    let records = try JSONRecords(file, limits: limits)
    var goesOn = true
    while goesOn {
      goesOn =
        try records.next { name, _, _, line in
          guard known.insert(name).inserted else { return }
          names.append(name)
          guard names.count <= limits.columns else {
            throw Diagnostic(
              JSONMessages.tooManyColumns,
              ["file": file.name, "line": String(line), "limit": String(limits.columns)],
              in: Location(file: file.name, row: line))
          }
        } != nil
    }
    columns = names
  }
}

/// Reads the records of a json or jsonl file as rows; missing members and null are absent cells.
final class JSONReader: RowReader {
  let columnNames: [String]?
  let remarks: [Diagnostic] = []

  private let records: JSONRecords
  private let places: [String: Int]
  private var isAtEnd = false

  init(_ file: ReadableFile, layout: JSONLayout, limits: ReadingLimits) throws {
    columnNames = layout.columns
    places = Dictionary(uniqueKeysWithValues: layout.columns.enumerated().map { ($1, $0) })
    records = try JSONRecords(file, limits: limits)
  }

  func next(into batch: inout RowBatch) throws -> Bool {
    batch.removeRows()
    batch.bytes.removeAll(keepingCapacity: true)
    while !isAtEnd && batch.bytes.count < 64 << 10 && batch.rowCount < 4096 {
      do {
        try read(into: &batch)
      } catch {
        isAtEnd = true
        throw error
      }
    }
    return batch.rowCount > 0
  }

  private func read(into batch: inout RowBatch) throws {
    let first = batch.cells.count
    var isOrdered = true
    let line = try records.next { name, text, kind, _ in
      // A name that is new means that the file changed since it was opened: the column is not there.
      guard let column = places[name], let cell = Self.append(text, kind, column: column, to: &batch.bytes)
      else {
        return
      }
      if let last = batch.cells.last, batch.cells.count > first, last.column > column { isOrdered = false }
      batch.cells.append(cell)
    }
    guard let line else {
      isAtEnd = true
      return
    }
    if !isOrdered { batch.cells[first...].sort { $0.column < $1.column } }
    batch.endRow(number: line)
  }

  private static func append(
    _ text: [UInt8], _ kind: JSONRecords.Scalar, column: Int, to bytes: inout [UInt8]
  ) -> RowBatch.Cell? {
    let start = bytes.count
    let cellKind: RowBatch.Kind
    switch kind {
    case .null: return nil
    case .text:
      bytes.append(contentsOf: text)
      cellKind = .text
    case .nested:
      bytes.append(contentsOf: text)
      cellKind = .nested
    case .boolean:
      bytes.append(contentsOf: (text.first == UInt8(ascii: "t") ? "TRUE" : "FALSE").utf8)
      cellKind = .boolean
    case .number:
      // As written; only an exponent has to be worked out.
      let isPlain = !text.contains { $0 == 69 || $0 == 101 }
      let isNumber = !isPlain && text.withUnsafeBufferPointer { NumberText.append($0, to: &bytes) }
      if !isNumber { bytes.append(contentsOf: text) }
      cellKind = isPlain || isNumber ? .number : .error
    }
    return RowBatch.Cell(offset: start, length: bytes.count - start, column: column, kind: cellKind)
  }
}

import Glibc
import KitModel

/// Reads a delimited text file: 256 KB at a time into the batch itself, cells pointing into it.
final class DelimitedReader: RowReader {
  let columnNames: [String]? = nil

  private let file: ReadableFile
  private let source: any TextSource
  private let limits: ReadingLimits
  private var scanner: DelimitedScanner
  /// The begin of a record whose end is in the next chunk.
  private var carry: [UInt8] = []
  /// Bytes at the front of `carry` that were checked already.
  private var checked = 0
  private var isAtEnd = false
  private let chunk: Int

  init(
    _ file: ReadableFile, layout: DelimitedLayout, limits: ReadingLimits, chunk: Int = 256 << 10
  ) throws {
    self.file = file
    self.limits = limits
    self.chunk = chunk
    source = try layout.source(of: file)
    scanner = DelimitedScanner(delimiter: layout.delimiter, columnLimit: limits.columns)
    if layout.prefixLength > 0 { try skip(layout.prefixLength) }
  }

  var remarks: [Diagnostic] {
    let glued = scanner.gluedCells.map { cell in
      Diagnostic(
        DelimitedMessages.textAfterQuote, place(cell.line, cell.column), severity: .warning,
        in: Location(file: file.name, row: cell.line, column: cell.column))
    }
    let more = scanner.gluedCount - glued.count
    guard more > 0 else { return glued }
    let arguments = ["file": file.name, "count": String(more)]
    return glued + [Diagnostic(DelimitedMessages.moreTextAfterQuote, arguments, severity: .warning)]
  }

  func next(into batch: inout RowBatch) throws -> Bool {
    batch.removeRows()
    while !isAtEnd && batch.rowCount == 0 { try fill(&batch) }
    return batch.rowCount > 0
  }

  private func fill(_ batch: inout RowBatch) throws {
    // A long record doubles what is read, so that it is scanned a few times only, however long it is.
    let room = carry.count + max(chunk, carry.count)
    let size = room + DelimitedScanner.padding
    var bytes = batch.bytes
    batch.bytes = []
    if bytes.count > size { bytes.removeLast(bytes.count - size) }
    if bytes.count < size { bytes.append(contentsOf: repeatElement(0, count: size - bytes.count)) }
    let carried = carry.count
    let end = try bytes.withUnsafeMutableBytes { target in
      target.copyBytes(from: carry)
      return carried
        + (try source.read(into: UnsafeMutableRawBufferPointer(rebasing: target[carried..<room])))
    }
    bytes[end] = 10
    isAtEnd = end == carried
    let tail = try check(bytes, to: end)
    let stop = bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return DelimitedScanner.Stop.consumed(0) }
      return scanner.scan(
        base, from: 0, to: end, isLast: isAtEnd, arenaOffset: size, into: &batch)
    }
    guard case .consumed(let rest) = stop else {
      isAtEnd = true
      throw fault(stop)
    }
    carry.removeAll(keepingCapacity: true)
    carry.append(contentsOf: bytes[rest..<end])
    checked = max(0, carry.count - tail)
    if carry.count > limits.recordBytes {
      isAtEnd = true
      throw Diagnostic(
        DelimitedMessages.recordTooLong,
        ["file": file.name, "line": String(scanner.line), "limit": String(limits.recordBytes >> 20)],
        in: Location(file: file.name, row: scanner.line))
    }
    bytes.append(contentsOf: scanner.arena)
    batch.bytes = bytes
  }

  /// Checks what is new in `bytes`; the number of bytes at the end that begin an unfinished character.
  private func check(_ bytes: [UInt8], to end: Int) throws -> Int {
    if source.isChecked { return 0 }
    let start = min(checked, end)
    let (result, tail) = bytes.withUnsafeBytes { all in
      let fresh = UnsafeRawBufferPointer(rebasing: all[start..<end])
      let tail = isAtEnd ? 0 : UTF8Check.unfinishedTail(fresh)
      return (UTF8Check.check(UnsafeRawBufferPointer(rebasing: fresh.dropLast(tail))), tail)
    }
    guard case .invalid(let place) = result else { return tail }
    isAtEnd = true
    // The whole file is looked at again, to say whether it is of two encodings or simply damaged.
    _ = try EncodingDetection.decided(file)
    let before = bytes[..<(start + place)].reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
    let line = scanner.line + before
    throw Diagnostic(
      DelimitedMessages.invalidBytes,
      ["file": file.name, "line": String(line), "encoding": TextEncoding.utf8.rawValue],
      in: Location(file: file.name, row: line))
  }

  /// Passes over the line that names the delimiter.
  private func skip(_ count: Int) throws {
    var first = [UInt8](repeating: 0, count: max(chunk, 1024))
    let filled = try first.withUnsafeMutableBytes { try source.read(into: $0) }
    carry = Array(first[min(count, filled)..<filled])
    scanner.skipLine()
  }

  private func place(_ line: Int, _ column: Int) -> [String: String] {
    ["file": file.name, "line": String(line), "column": String(column)]
  }

  private func fault(_ stop: DelimitedScanner.Stop) -> Diagnostic {
    switch stop {
    case .nul(let line, let column):
      Diagnostic(
        DelimitedMessages.nulByte, place(line, column),
        in: Location(file: file.name, row: line, column: column))
    case .quote(let line, let column):
      Diagnostic(
        DelimitedMessages.quoteUnclosed, place(line, column),
        in: Location(file: file.name, row: line, column: column))
    case .tooManyColumns(let line):
      Diagnostic(
        DelimitedMessages.tooManyColumns,
        ["file": file.name, "line": String(line), "limit": String(limits.columns)],
        in: Location(file: file.name, row: line))
    case .consumed: Diagnostic(FileMessages.unreadable, ["file": file.name, "reason": ""])
    }
  }
}

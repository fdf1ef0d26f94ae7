import KitModel

/// Reads the rows of one sheet while its part is inflated and parsed.
final class SheetReader: RowReader {
  let columnNames: [String]? = nil
  let remarks: [Diagnostic] = []

  private let part: ZipPart
  private let stream: XMLStream
  private let handler: SheetHandler
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  private var isAtEnd = false

  /// A batch is handed over when it has this many bytes of text.
  private static let batchSize = 64 << 10

  init(_ part: ZipPart, file: String, handler: SheetHandler) throws {
    self.part = part
    self.handler = handler
    stream = try XMLStream(handler: handler, file: file, part: part.name)
  }

  func next(into batch: inout RowBatch) throws -> Bool {
    batch.removeRows()
    batch.bytes.removeAll(keepingCapacity: true)
    do {
      while !isAtEnd && handler.batch.bytes.count < Self.batchSize { try feed() }
    } catch {
      isAtEnd = true
      throw error
    }
    swap(&handler.batch, &batch)
    // A row may be cut by the end of a chunk: its first cells wait for the rest.
    batch.moveOpenRow(to: &handler.batch)
    return batch.rowCount > 0
  }

  private func feed() throws {
    let count = try buffer.withUnsafeMutableBytes { target in
      let count = try part.read(into: target)
      try stream.feed(UnsafeRawBufferPointer(rebasing: target[..<count]))
      return count
    }
    if let fault = handler.fault { throw fault }
    if count == 0 {
      isAtEnd = true
      try stream.finish()
    }
  }
}

import Glibc
import KitModel

/// Where the bytes of a writer go, gathered to pieces of 64 KB.
final class Output {
  /// Writers append here and call `flushIfLarge`.
  var buffer: [UInt8] = []
  private let destination: TableWriter.Destination
  private let file: AtomicFile?

  init(_ destination: TableWriter.Destination) throws {
    self.destination = destination
    if case .file(let path) = destination {
      file = try AtomicFile(in: FilePath.folder(path))
    } else {
      file = nil
    }
  }

  func append(_ text: String) { buffer.append(contentsOf: text.utf8) }

  func flushIfLarge() throws {
    if buffer.count >= 64 << 10 { try flush() }
  }

  private func flush() throws {
    switch destination {
    case .memory: return
    case .file: try buffer.withUnsafeBytes { try file?.write($0) }
    case .descriptor(let descriptor):
      try buffer.withUnsafeBytes { try FileOutput.write($0, to: descriptor, name: "stdout") }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Sends what is left and gives the file its name.
  func finish(_ written: inout TableWriter.Written) throws {
    try flush()
    if case .memory = destination { written.bytes = buffer }
    if case .file(let path) = destination { try file?.finish(as: path, &written) }
  }

  /// Sends the content of a file.
  func copy(fileAt path: String) throws {
    try ReadableFile(path: path, name: path).forEachChunk { chunk, _ in
      buffer.append(contentsOf: chunk)
      try flushIfLarge()
      return true
    }
  }
}

/// Writing to descriptors.
enum FileOutput {
  /// Writes all of `bytes`; `name` is named where that fails.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, name: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw WritingMessages.cannotWrite(name, code: errno) }
      rest = rest.dropFirst(count)
    }
  }
}

import Glibc

/// Writes text to a file through a large buffer.
final class BufferedOutput {
  private var buffer: [UInt8] = []
  private let descriptor: Int32

  init?(path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { return nil }
    buffer.reserveCapacity(1 << 20)
  }

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 20 { flush() }
  }

  func flush() {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written <= 0 { exit(1) }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  deinit {
    flush()
    close(descriptor)
  }
}

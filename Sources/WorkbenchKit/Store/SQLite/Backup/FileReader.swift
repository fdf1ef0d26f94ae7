import Glibc
import KitModel

/// Reads a file in pieces.
final class FileReader {
  private let path: String
  private let descriptor: Int32

  init?(path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// The next piece; nil at the end.
  func next() throws -> [UInt8]? {
    var failed = false
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      failed = got < 0
      count = max(0, got)
    }
    if failed { throw Diagnostic(StoreMessages.cannotRead, ["file": path]) }
    return piece.isEmpty ? nil : piece
  }
}

import Crypto
import Glibc

/// Reads a file once, in pieces, and works out its digest on the way: what is copied or checked is what was hashed.
package final class FileReader {
  /// The system's reason why a file cannot be read on.
  package struct Failure: Error {
    package let code: Int32
  }

  private let descriptor: Int32
  private var hasher = SHA256()
  private var bytes: Int64 = 0

  /// Nil when the file cannot be opened; `errno` says why.
  package init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit {
    // Closing nothing would put another reason in the place of why it could not be opened.
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next piece; nil at the end.
  package func next() throws(Failure) -> [UInt8]? {
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      let got = read(descriptor, buffer.baseAddress, buffer.count)
      if got < 0 { code = errno }
      count = max(0, got)
    }
    if code != 0 { throw Failure(code: code) }
    if piece.isEmpty { return nil }
    hasher.update(data: piece)
    bytes += Int64(piece.count)
    return piece
  }

  /// The digest of all that was read.
  package var digest: FileDigest { FileDigest(sha256: hex(hasher.finalize()), bytes: bytes) }
}

extension FileDigest {
  /// Of bytes that are there already.
  package init(of bytes: [UInt8]) {
    self.init(sha256: hex(SHA256.hash(data: bytes)), bytes: Int64(bytes.count))
  }
}

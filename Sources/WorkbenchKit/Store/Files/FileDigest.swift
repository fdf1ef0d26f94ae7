import KitModel

/// SHA-256 and size of a file.
package struct FileDigest: Hashable, Sendable {
  /// In hexadecimal digits.
  package var sha256: String
  package var bytes: Int64

  package init(sha256: String, bytes: Int64) {
    self.sha256 = sha256
    self.bytes = bytes
  }

  /// Reads the file in pieces.
  package init(path: String) throws {
    guard let file = FileReader(path: path) else {
      throw Diagnostic(StoreMessages.cannotRead, ["file": path])
    }
    do {
      while try file.next() != nil {}
    } catch {
      throw Diagnostic(StoreMessages.cannotRead, ["file": path])
    }
    self = file.digest
  }
}

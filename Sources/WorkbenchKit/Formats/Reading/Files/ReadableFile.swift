import Glibc
import KitModel

/// A regular file open for reading at any place. Faults of the system become diagnostics that name the file.
final class ReadableFile {
  let name: String
  let size: Int
  private let descriptor: Int32

  init(path: String, name: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileMessages.cannotRead(name, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileMessages.cannotRead(name, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw Diagnostic(
        isFolder ? FileMessages.isFolder : FileMessages.notRegular, ["file": name],
        in: Location(file: name))
    }
    self.descriptor = descriptor
    self.name = name
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `target` from `offset` on as far as the file goes; the number of bytes read, 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    guard let base = target.baseAddress else { return 0 }
    var done = 0
    while done < target.count {
      let count = pread(descriptor, base + done, target.count - done, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileMessages.cannotRead(name, code: errno) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// At most `count` bytes from `offset` on.
  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    var result = [UInt8](repeating: 0, count: min(count, max(0, size - offset)))
    let read = try result.withUnsafeMutableBytes { try self.read(into: $0, at: offset) }
    result.removeLast(result.count - read)
    return result
  }

  /// Calls `body` with the file from `offset` on, chunk by chunk, until it returns false.
  func forEachChunk(
    from offset: Int = 0, size: Int = 256 << 10,
    _ body: (UnsafeRawBufferPointer, _ offset: Int) throws -> Bool
  ) throws {
    var buffer = [UInt8](repeating: 0, count: size)
    var place = offset
    while true {
      let more = try buffer.withUnsafeMutableBytes { bytes in
        let count = try read(into: bytes, at: place)
        if count == 0 { return false }
        let goesOn = try body(UnsafeRawBufferPointer(rebasing: bytes[..<count]), place)
        place += count
        return goesOn
      }
      if !more { return }
    }
  }
}

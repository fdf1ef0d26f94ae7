import FoundationEssentials
import Glibc
import KitModel

/// Copies and moves files so that what was done survives a loss of power.
enum FileCopy {
  /// Copies bytes, permissions and date of a file; gives the digest of what was read.
  static func copy(_ source: String, to target: String) throws -> FileDigest {
    guard let reader = FileReader(path: source) else {
      throw Diagnostic(StoreMessages.cannotRead, ["file": source])
    }
    var status = stat()
    _ = stat(source, &status)
    try makeFolder(of: target)
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, status.st_mode & 0o777 | 0o600)
    guard descriptor >= 0 else { throw failure(target) }
    defer { close(descriptor) }
    func next() throws -> [UInt8]? {
      do { return try reader.next() } catch { throw Diagnostic(StoreMessages.cannotRead, ["file": source]) }
    }
    while let piece = try next() {
      var done = 0
      while done < piece.count {
        let count = piece[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw failure(target) }
        done += count
      }
    }
    // That the date is not kept is no reason to have no copy.
    _ = futimens(descriptor, [status.st_atim, status.st_mtim])
    guard fsync(descriptor) == 0 else { throw failure(target) }
    return reader.digest
  }

  /// Writes a small file whole or not at all.
  static func write(_ data: Data, to target: String) throws {
    let temporary = target + ".part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(temporary) }
    let count = data.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    let isWritten = count == data.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWritten, rename(temporary, target) == 0 else { throw failure(target) }
    synchronize(folder(of: target))
  }

  /// Puts a file in the place of another in one step, also on another disk.
  static func move(_ source: String, to target: String) throws {
    try makeFolder(of: target)
    if rename(source, target) == 0 { return synchronize(folder(of: target)) }
    guard errno == EXDEV else { throw failure(target) }
    let beside = folder(of: target) + "/.restore-" + (target.split(separator: "/").last ?? "") + ".part"
    _ = try copy(source, to: beside)
    guard rename(beside, target) == 0 else { throw failure(target) }
    synchronize(folder(of: target))
    unlink(source)
  }

  /// Brings the names in a folder to the disk.
  static func synchronize(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func folder(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  private static func makeFolder(of path: String) throws {
    try FileManager.default.createDirectory(atPath: folder(of: path), withIntermediateDirectories: true)
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(
      StoreMessages.notWritable, ["file": path].merging(SystemReason.arguments(errno, as: "detail")) { $1 })
  }
}

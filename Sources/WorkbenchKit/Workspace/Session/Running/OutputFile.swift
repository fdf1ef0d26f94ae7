import Glibc
import KitModel

/// Files that the workbench writes: whole or not at all.
enum OutputFile {
  /// Writes to a temporary name beside the target and renames it.
  static func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    makeFolder(of: path)
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let fault = failure(path)
        close(descriptor)
        unlink(temporary)
        throw fault
      }
      done += count
    }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
      let fault = failure(path)
      unlink(temporary)
      throw fault
    }
  }

  static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      if folder != "/" { mkdir(folder, 0o755) }
    }
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(SessionMessages.fileNotWritten, ["file": path].merging(SystemReason.arguments(errno)) { $1 })
  }
}

import Glibc

/// Temporary files of exports whose process was killed before it could rename or remove them.
///
/// Who writes holds a lock on its file, which the system takes away with the process. A file that nobody holds
/// and that is no longer fresh is of no use to anyone.
enum AbandonedFiles {
  private static let prefix = ".export-"
  private static let suffix = ".tmp"
  /// Seconds in which a file is spared, since it is made first and held a moment later.
  private static let freshness = 60

  static func newName() -> String { prefix + String(UInt64.random(in: .min ... .max), radix: 36) + suffix }

  /// Says that somebody writes to the file.
  static func mark(_ descriptor: Int32) { _ = flock(descriptor, LOCK_EX | LOCK_NB) }

  static func remove(from folder: String) {
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
        place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(prefix), name.hasSuffix(suffix) { removeIfAbandoned(folder + "/" + name) }
    }
  }

  private static func removeIfAbandoned(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, time(nil) - status.st_mtim.tv_sec > freshness,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return }
    unlink(path)
  }
}

import Glibc

/// Where the host writes: data to one side, narration to the other. Tests put their own in its place.
struct Console: Sendable {
  /// Values, tables, documents: what a script goes on with.
  var out: @Sendable (String) -> Void
  /// Notes, warnings, faults, progress.
  var err: @Sendable (String) -> Void

  static let standard = Console(
    out: { writeAll($0, to: STDOUT_FILENO) }, err: { writeAll($0, to: STDERR_FILENO) })
}

/// Writes all of `text` to a file descriptor; false when that cannot be done (a closed pipe, a full disk).
@discardableResult
func writeAll(_ text: String, to descriptor: Int32) -> Bool {
  let bytes = Array(text.utf8)
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      done += count
    } else if count == 0 || errno != EINTR {
      return false
    }
  }
  return true
}

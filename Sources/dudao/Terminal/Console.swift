import Glibc
import Synchronization

/// Where the host writes: data to one side, narration to the other. Tests put their own in its place.
struct Console: Sendable {
  /// Values, tables, documents: what a script goes on with.
  var out: @Sendable (String) -> Void
  /// Notes, warnings, faults, progress.
  var err: @Sendable (String) -> Void
  /// Why not all of the output arrived, as an error number of the system; nil while all did.
  var failure: @Sendable () -> Int32? = { nil }

  /// The standard output and error output of the process.
  static func standard() -> Console {
    let latch = FailureLatch()
    return Console(
      out: { if !writeAll($0, to: STDOUT_FILENO) { latch.close(errno) } },
      err: { writeAll($0, to: STDERR_FILENO) }, failure: { latch.code })
  }

  /// Keeps the first failure: what comes behind it has a gap before it.
  private final class FailureLatch: Sendable {
    private let first = Mutex<Int32?>(nil)

    var code: Int32? { first.withLock { $0 } }

    func close(_ code: Int32) { first.withLock { $0 = $0 ?? code } }
  }
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

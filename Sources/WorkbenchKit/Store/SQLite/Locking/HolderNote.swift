import FoundationEssentials
import Glibc
import KitModel
import Synchronization

/// A small file beside the store that says who is writing, for the one who has to wait.
///
/// The note is good only while its writer holds a lock (flock) on it. The system drops that lock with the
/// process, so a note left by kill -9 is recognised as stale whatever number a later process has.
final class HolderNote: Sendable {
  struct Holder: Codable, Hashable {
    var person: String
    var login: String
    var command: String
    /// When the change began, on the workspace's clock.
    var since: String
    var pid: Int32
    var host: String
  }

  private let path: String
  private let descriptor = Mutex<Int32?>(nil)

  init(path: String) { self.path = path }

  /// Writes the note. That it cannot be written is no reason not to change the store: the note is a courtesy.
  func write(_ context: ChangeContext?) {
    guard let context else { return }
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else { return }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      Glibc.close(opened)
      return
    }
    let holder = Holder(
      person: context.person, login: context.login, command: context.command, since: context.time.text,
      pid: getpid(), host: Self.hostName)
    ftruncate(opened, 0)
    if let bytes = try? JSONEncoder().encode(holder) {
      _ = bytes.withUnsafeBytes { Glibc.write(opened, $0.baseAddress, $0.count) }
    }
    descriptor.withLock { $0 = opened }
  }

  /// Takes the note back. The file stays: removing it could take away the note of the next one.
  func clear() {
    descriptor.withLock { descriptor in
      guard let opened = descriptor else { return }
      ftruncate(opened, 0)
      Glibc.close(opened)
      descriptor = nil
    }
  }

  /// Who holds the store now; nil when nobody does who leaves notes.
  func read() -> Holder? {
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    defer { Glibc.close(opened) }
    if flock(opened, LOCK_SH | LOCK_NB) == 0 { return nil }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(opened, &bytes, bytes.count)
    guard count > 0 else { return nil }
    return try? JSONDecoder().decode(Holder.self, from: Data(bytes[..<count]))
  }

  private static var hostName: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count) == 0 else { return "?" }
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

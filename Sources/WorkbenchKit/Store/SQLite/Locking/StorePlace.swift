import FoundationEssentials
import Glibc
import KitModel

/// Where the file of a store lies, and what that allows.
struct StorePlace {
  /// Why the store can only be read; nil: it can be written.
  private(set) var readOnlyReason: Diagnostic?
  /// Nothing can be written beside the file, so the engine must not try to (no lock, no shared memory).
  private(set) var isImmutable = false
  /// A journal with changes lies beside a file that must not be written: both are read from a copy, where the
  /// engine can put them together.
  private(set) var needsPrivateCopy = false

  init(file: String, fileSystem: (String) -> FileSystemKind) throws {
    let folder = URL(filePath: file).deletingLastPathComponent().path
    var isFolder = stat()
    guard stat(folder, &isFolder) == 0, isFolder.st_mode & S_IFMT == S_IFDIR else {
      throw Diagnostic(StoreMessages.noFolder, ["file": file, "folder": folder])
    }
    var status = stat()
    let exists = stat(file, &status) == 0
    if case .network(let kind) = fileSystem(folder) {
      readOnlyReason = Diagnostic(
        StoreMessages.networkFileSystem, ["file": file, "kind": kind], severity: .warning)
    } else if Glibc.access(folder, W_OK) != 0 || (exists && Glibc.access(file, W_OK) != 0) {
      readOnlyReason = Diagnostic(StoreMessages.readOnlyPlace, ["file": file], severity: .warning)
    }
    if let readOnlyReason {
      guard exists else { throw Diagnostic(readOnlyReason.message, readOnlyReason.arguments) }
      var journal = stat()
      let hasJournal = stat(file + "-wal", &journal) == 0 && journal.st_size > 0
      needsPrivateCopy = hasJournal
      isImmutable = !hasJournal
    }
    if exists && status.st_size > 0 { try Self.checkHeader(file) }
  }

  /// An empty file is a new store; any other begins with the engine's mark.
  private static func checkHeader(_ file: String) throws {
    let opened = open(file, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      throw Diagnostic(
        StoreMessages.cannotOpen, ["file": file].merging(SystemReason.arguments(errno, as: "detail")) { $1 })
    }
    defer { Glibc.close(opened) }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Glibc.read(opened, &bytes, 16)
    guard count == 16, bytes == Array("SQLite format 3\0".utf8) else {
      throw Diagnostic(StoreMessages.notAStore, ["file": file])
    }
  }

  /// The name by which the engine opens a file that nobody writes.
  static func immutableURI(_ file: String) -> String {
    let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-_.~".utf8)
    let path = URL(filePath: file).path.utf8.map { byte in
      allowed.contains(byte) ? String(UnicodeScalar(byte)) : "%" + hex([byte])
    }
    return "file://" + path.joined() + "?immutable=1"
  }
}

/// A copy of a store and its journal for reading, removed when nobody needs it any more.
final class PrivateCopy: Sendable {
  let path: String
  private let folder: String

  init(of file: String) throws {
    let temporary = FileManager.default.temporaryDirectory.appending(path: "dudao-\(UUID().uuidString)")
    folder = temporary.path
    path = temporary.appending(path: "workspace.sqlite").path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try FileManager.default.copyItem(atPath: file, toPath: path)
      try FileManager.default.copyItem(atPath: file + "-wal", toPath: path + "-wal")
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw Diagnostic(
        StoreMessages.cannotOpen,
        ["file": file].merging(SystemReason.arguments(of: error, as: "detail")) { $1 })
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

import FoundationEssentials
import Glibc
import KitModel

/// A restore that is decided: all that it needs lies ready in the workspace, and this note of it is on the disk.
///
/// Before the note is written nothing has changed; once it is, the restore is carried out to its end, by whoever
/// opens the workspace next if need be. So there is no state between the old and the new one that anybody works in.
struct RestorePlan: Codable {
  /// The folder that holds what lies ready, below the workspace.
  var staging: String
  /// The backup, and where the state before is kept.
  var backup: String
  var aside: String
  /// Links of the chain, as hexadecimal digits: of the state before (empty: nothing was changed), and of the new one.
  var before: String
  var after: String
  /// Files with their digests, below the workspace.
  var files: [BackupManifest.File]

  static let noteName = ".restore.json"
  static let stagingPrefix = ".restore-"
  static let storeName = BackupManifest.storeName

  static func note(in root: String) -> String { root + "/" + noteName }

  static func exists(in root: String) -> Bool { access(note(in: root), F_OK) == 0 }

  /// Nil for what is no note of ours: one that names a place outside of the workspace came with it from somebody else,
  /// and would put files there as soon as the workspace is opened.
  static func read(in root: String) -> RestorePlan? {
    let plan = FileManager.default.contents(atPath: note(in: root)).flatMap {
      try? JSONDecoder().decode(RestorePlan.self, from: $0)
    }
    return plan.flatMap { $0.staysInside ? $0 : nil }
  }

  private var staysInside: Bool {
    staging.hasPrefix(Self.stagingPrefix) && !staging.contains("/")
      && files.allSatisfy { WorkspaceFiles.isRestorable($0.path) }
  }

  /// From here on it will be carried out.
  func write(in root: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try FileCopy.write(try encoder.encode(self), to: Self.note(in: root))
  }

  func remove(in root: String) {
    unlink(Self.note(in: root))
    FileCopy.synchronize(root)
    try? FileManager.default.removeItem(atPath: root + "/" + staging)
  }

  /// Where a file lies ready.
  func place(of path: String, in root: String) -> String { root + "/" + staging + "/files/" + path }
  func storePlace(in root: String) -> String { root + "/" + staging + "/" + Self.storeName }
}

/// The lock of the process that carries a restore out; the system drops it with the process.
final class RestoreLock {
  private let descriptor: Int32

  /// Nil: another process has it.
  init?(folder: String) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}

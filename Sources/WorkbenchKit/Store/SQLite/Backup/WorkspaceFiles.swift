import FoundationEssentials
import Glibc
import KitModel

/// The files of a workspace that belong to a backup: all but the store itself, which is copied by the engine,
/// backups, `exports/` (made from the data, and can be made again), and hidden and passing files.
struct WorkspaceFiles {
  /// The workspace's folder.
  let root: String
  /// The file of the store.
  let store: String

  private static let leftOut: Set = ["backups", "exports"]

  /// Their paths below the workspace, in order. Links are followed: a backup holds what they lead to.
  ///
  /// - Parameter sources: Kept copies of imported files, which belong to it wherever they lie.
  func paths(with sources: [String]) throws -> [String] {
    var found: Set<String> = []
    var open: Set<String> = []
    try walk("", &open, &found)
    for source in sources where Self.isInside(source) && Self.kind(root + "/" + source) == .file {
      if !isOfStore(source) { found.insert(source) }
    }
    return found.sorted()
  }

  private enum Kind { case file, folder, other }

  private static func kind(_ path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .other }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  private func walk(_ folder: String, _ open: inout Set<String>, _ found: inout Set<String>) throws {
    let path = folder.isEmpty ? root : root + "/" + folder
    // A link to a folder above would lead round and round.
    let real = Self.realPath(path)
    guard open.insert(real).inserted else { return }
    defer { open.remove(real) }
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      let inner = folder.isEmpty ? name : folder + "/" + name
      let isLeftOut = folder.isEmpty && Self.leftOut.contains(name)
      // `~$名单.xlsx` says that the file is open in Excel or WPS.
      guard !isLeftOut, !name.hasPrefix("."), !name.hasPrefix("~$"), !isOfStore(inner) else { continue }
      switch Self.kind(root + "/" + inner) {
      case .file: found.insert(inner)
      case .folder where !Self.isBackup(root + "/" + inner): try walk(inner, &open, &found)
      default: break
      }
    }
  }

  /// A backup in another backup would grow without end.
  private static func isBackup(_ folder: String) -> Bool {
    [BackupManifest.name, BackupManifest.storeName].allSatisfy { kind(folder + "/" + $0) == .file }
  }

  /// The store's file, and those that the engine and the workbench keep beside it.
  func isOfStore(_ path: String) -> Bool {
    ["", "-wal", "-shm", "-journal", ".holder"].contains { root + "/" + path == store + $0 }
  }

  /// Whether a path stays below a folder.
  static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  /// Whether a backup may hold such a file: it stays inside, and is none of those that a restore itself keeps.
  static func isRestorable(_ path: String) -> Bool {
    isInside(path) && !path.hasPrefix(RestorePlan.stagingPrefix) && path != RestorePlan.noteName
  }

  private static func realPath(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}

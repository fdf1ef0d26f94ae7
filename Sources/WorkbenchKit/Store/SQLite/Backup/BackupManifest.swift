import FoundationEssentials
import KitModel

/// What lies in a backup, kept in it as `manifest.json`.
struct BackupManifest: Codable {
  static let name = "manifest.json"
  static let storeName = "workspace.sqlite"
  /// Names in a backup that no file of the workspace can have there.
  static let ownNames = [storeName, storeName + "-wal", name]

  var format = 1
  var time: String
  var offset: Int
  var person: String
  /// Code and number of the last change; absent while nothing was changed.
  var code: String?
  var change: Int64?
  var changeTime: String?
  /// Where the store lay below its workspace; manifests of the first kind do not say it.
  var store: String?
  var files: [File]

  struct File: Codable, Hashable {
    /// Below the backup's folder.
    var path: String
    var sha256: String
    var bytes: Int64
  }

  func record(folder: String) -> BackupRecord {
    var head: ChainHead?
    if let code, let change, let changeTime {
      head = ChainHead(change: change, code: code, time: Self.moment(changeTime, offset))
    }
    return BackupRecord(
      folder: folder, time: Self.moment(time, offset), person: person, files: files.count,
      bytes: files.reduce(0) { $0 + $1.bytes }, head: head)
  }

  /// The moment that a clock with this offset showed.
  private static func moment(_ text: String, _ offset: Int) -> Timestamp {
    Timestamp(seconds: (Timestamp(text: text)?.seconds ?? 0) - Int64(offset), offset: offset)
  }

  static func read(in folder: String) throws -> BackupManifest {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + name),
      let manifest = try? JSONDecoder().decode(BackupManifest.self, from: bytes), manifest.storeEntry != nil
    else { throw Diagnostic(StoreMessages.noBackup, ["folder": folder]) }
    if manifest.format > 1 { throw Diagnostic(StoreMessages.newerVersion, ["file": folder]) }
    return manifest
  }

  func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  var storeEntry: File? { files.first { $0.path == Self.storeName } }

  /// The files beside the store that go back into the workspace.
  var restoredFiles: [File] { files.filter { $0.path != Self.storeName } }

  /// Throws for the first file that is not as it was written.
  func check(in folder: String) throws {
    for file in files {
      // A path that leads out of the folder is no path of ours.
      guard WorkspaceFiles.isRestorable(file.path) else {
        throw Diagnostic(StoreMessages.noBackup, ["folder": folder])
      }
      guard let found = try? FileDigest(path: folder + "/" + file.path), found.sha256 == file.sha256 else {
        throw Diagnostic(StoreMessages.backupFileDiffers, ["folder": folder, "file": file.path])
      }
    }
  }
}

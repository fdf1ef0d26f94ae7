import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  /// The workspace's folder.
  var root: String { URL(filePath: file).deletingLastPathComponent().path }

  /// Folders of the workspace that belong to its data.
  static let keptFolders = ["data", "evidence"]

  public func backup(to folder: String, context: ChangeContext) throws -> BackupRecord {
    let record = try makeBackup(in: folder, name: "backup-", context: context)
    try remember(record)
    return record
  }

  /// Writes under a temporary name, verifies what was written, and gives it its name.
  func makeBackup(in folder: String, name prefix: String, context: ChangeContext) throws -> BackupRecord {
    let manager = FileManager.default
    let name = prefix + Self.fileName(of: context.time)
    let final = Self.free(folder + "/" + name)
    let partial = folder + "/." + name + ".partial-\(UUID().uuidString.prefix(8))"
    do {
      try manager.createDirectory(atPath: partial, withIntermediateDirectories: true)
      let manifest = try fill(partial, context)
      try manager.moveItem(atPath: partial, toPath: final)
      return manifest.record(folder: final)
    } catch {
      try? manager.removeItem(atPath: partial)
      throw error is CocoaError
        ? Diagnostic(StoreMessages.backupFailed, ["folder": folder, "detail": "\(error)"])
        : failures.translated(error, holder: holder)
    }
  }

  private func fill(_ folder: String, _ context: ChangeContext) throws -> BackupManifest {
    let manager = FileManager.default
    let store = folder + "/" + BackupManifest.storeName
    try withReader { try DatabaseCopy.write($0, to: store) }
    let head = try DatabaseCopy.opened(store, readOnly: true) {
      try Self.verifiedHead(of: $0, folder: folder)
    }
    var paths = [BackupManifest.storeName]
    for kept in Self.keptFolders {
      var isFolder: Bool = false
      guard manager.fileExists(atPath: root + "/" + kept, isDirectory: &isFolder), isFolder else { continue }
      try manager.copyItem(atPath: root + "/" + kept, toPath: folder + "/" + kept)
      paths += try Self.files(below: kept, of: folder)
    }
    let files = try paths.map { path in
      let digest = try FileDigest(path: folder + "/" + path)
      // What was copied is compared with what it was copied from, not with itself.
      if path != BackupManifest.storeName, try FileDigest(path: root + "/" + path).sha256 != digest.sha256 {
        throw Diagnostic(StoreMessages.backupFileDiffers, ["folder": folder, "file": path])
      }
      return BackupManifest.File(path: path, sha256: digest.sha256, bytes: digest.bytes)
    }
    let manifest = BackupManifest(
      time: context.time.text, offset: context.time.offset, person: context.person, code: head?.code,
      change: head?.change, changeTime: head?.time.text, files: files)
    try manifest.encoded().write(to: URL(filePath: folder + "/" + BackupManifest.name))
    return manifest
  }

  /// The last change of a copy that was checked from end to end.
  static func verifiedHead(of connection: SQLiteConnection, folder: String) throws -> ChainHead? {
    var verification = Verification(connection)
    let report = try verification.run()
    if let fault = report.faults.first {
      throw Diagnostic(
        StoreMessages.backupUnsound, ["folder": folder],
        notes: [Diagnostic.Note(fault.message, fault.arguments)])
    }
    return report.head
  }

  /// Paths of all files below a folder, in order.
  static func files(below folder: String, of root: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: root + "/" + folder).sorted().map { folder + "/" + $0 }
      .filter {
        var isFolder: Bool = false
        return manager.fileExists(atPath: root + "/" + $0, isDirectory: &isFolder) && !isFolder
      }
  }

  /// `20241123-170509`.
  static func fileName(of time: Timestamp) -> String {
    time.text.filter { $0 != "-" && $0 != ":" }.replacing(" ", with: "-")
  }

  /// The path, or one with a number behind it when that is taken.
  static func free(_ path: String) -> String {
    var candidate = path
    var number = 2
    while FileManager.default.fileExists(atPath: candidate) {
      candidate = "\(path)-\(number)"
      number += 1
    }
    return candidate
  }

  /// A copy of the store alone before tables are altered; gives its path below the workspace.
  @discardableResult
  func backUpBeforeMigration(_ connection: SQLiteConnection, time: Timestamp? = nil) throws -> String {
    let folder = root + "/backups"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let name = "before-migration" + (time.map { "-" + Self.fileName(of: $0) } ?? "") + ".sqlite"
    let path = Self.free(folder + "/" + name)
    try DatabaseCopy.write(connection, to: path)
    return "backups/" + URL(filePath: path).lastPathComponent
  }

  // MARK: The last backup

  public func lastBackup() throws -> BackupRecord? {
    try withReader { connection in
      let kept = try connection.text(#"SELECT value FROM "_meta" WHERE name = 'last_backup'"#)
      return kept.flatMap { try? JSONDecoder().decode(KeptBackup.self, from: Data($0.utf8)) }.map {
        $0.manifest.record(folder: $0.folder)
      }
    }
  }

  private struct KeptBackup: Codable {
    var folder: String
    var manifest: BackupManifest
  }

  /// Keeps where the last backup lies. A store that cannot be written has nowhere to keep it.
  func remember(_ record: BackupRecord) throws {
    guard access == .readWrite else { return }
    let kept = KeptBackup(folder: record.folder, manifest: try BackupManifest.read(in: record.folder))
    let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
    try withWriter {
      try $0.run(
        #"INSERT INTO "_meta" (name, value) VALUES ('last_backup', ?1) ON CONFLICT DO UPDATE SET value = ?1"#,
        [.text(text)])
    }
  }
}

import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  public func backup(to folder: String, context: ChangeContext) throws -> BackupRecord {
    let record = try makeBackup(in: folder, name: "backup-", context: context)
    guard access == .readWrite else { return record }
    // A store that cannot be written has nowhere to keep where its last backup lies.
    try withWriter { try Self.remember(record, on: $0) }
    return record
  }

  /// Writes under a temporary name, verifies what was written, and gives it its name.
  ///
  /// - Parameter evenUnsound: Whether a store that does not pass its check is copied as it is, to be kept aside.
  func makeBackup(
    in folder: String, name prefix: String, context: ChangeContext, evenUnsound: Bool = false
  ) throws -> BackupRecord {
    let manager = FileManager.default
    let name = prefix + Self.fileName(of: context.time)
    let final = Self.free(folder + "/" + name)
    let partial = folder + "/." + name + ".partial-\(UUID().uuidString.prefix(8))"
    do {
      try manager.createDirectory(atPath: partial, withIntermediateDirectories: true)
      let (manifest, faults) = try fill(partial, context, evenUnsound: evenUnsound)
      try manager.moveItem(atPath: partial, toPath: final)
      FileCopy.synchronize(folder)
      var record = manifest.record(folder: final)
      record.faults = faults.map { fault in
        var warning = fault
        warning.severity = .warning
        return warning
      }
      return record
    } catch {
      try? manager.removeItem(atPath: partial)
      throw error is CocoaError
        ? Diagnostic(
          StoreMessages.backupFailed,
          ["folder": folder].merging(SystemReason.arguments(of: error, as: "detail")) { $1 })
        : failures.translated(error, holder: holder)
    }
  }

  private func fill(_ folder: String, _ context: ChangeContext, evenUnsound: Bool) throws -> (
    BackupManifest, faults: [Diagnostic]
  ) {
    var head: ChainHead?
    var files: [BackupManifest.File] = []
    var faults: [Diagnostic] = []
    var sources: [String] = []
    do {
      try withReader {
        try DatabaseCopy.write($0, to: folder + "/" + BackupManifest.storeName)
        let check = SourceCheck(connection: $0, root: root)
        sources = try check.copies()
        faults = try check.faults()
      }
      head = try DatabaseCopy.opened(folder + "/" + BackupManifest.storeName, readOnly: true) {
        try verifiedHead(
          of: $0, else: Diagnostic(evenUnsound ? StoreMessages.asideUnsound : StoreMessages.presentUnsound))
      }
    } catch let error where evenUnsound && !(error is CancellationError) {
      // What cannot be read any more is kept byte for byte, the engine's journal included.
      faults = failures.diagnostics(of: failures.translated(error, holder: holder))
      for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: file + suffix) {
        _ = try FileCopy.copy(file + suffix, to: folder + "/" + BackupManifest.storeName + suffix)
      }
    }
    for name in BackupManifest.ownNames {
      guard FileManager.default.fileExists(atPath: folder + "/" + name) else { continue }
      let digest = try FileDigest(path: folder + "/" + name)
      files.append(BackupManifest.File(path: name, sha256: digest.sha256, bytes: digest.bytes))
    }
    for path in try WorkspaceFiles(root: root, store: file).paths(with: sources) {
      guard !BackupManifest.ownNames.contains(path) else {
        faults.append(Diagnostic(StoreMessages.backupLeavesOut, ["file": path]))
        continue
      }
      let read = try FileCopy.copy(root + "/" + path, to: folder + "/" + path)
      guard try FileDigest(path: folder + "/" + path) == read else {
        throw Diagnostic(StoreMessages.backupFileDiffers, ["folder": folder, "file": path])
      }
      files.append(BackupManifest.File(path: path, sha256: read.sha256, bytes: read.bytes))
    }
    let store = file.hasPrefix(root + "/") ? String(file.dropFirst(root.count + 1)) : nil
    let manifest = BackupManifest(
      time: context.time.text, offset: context.time.offset, person: context.person, code: head?.code,
      change: head?.change, changeTime: head?.time.text, store: store, files: files)
    try FileCopy.write(try manifest.encoded(), to: folder + "/" + BackupManifest.name)
    return (manifest, faults)
  }

  /// The last change of a copy that was checked from end to end.
  func verifiedHead(of connection: SQLiteConnection, else refusal: Diagnostic) throws -> ChainHead? {
    var verification = Verification(connection, labelsOf: schema.withLock { $0.declared })
    let report = try verification.run()
    if let fault = report.faults.first {
      var refusal = refusal
      refusal.notes.append(Diagnostic.Note(fault.message, fault.arguments))
      throw refusal
    }
    return report.head
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

  /// Keeps where the last backup lies.
  static func remember(_ record: BackupRecord, on connection: SQLiteConnection) throws {
    let kept = KeptBackup(folder: record.folder, manifest: try BackupManifest.read(in: record.folder))
    let text = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self)
    try connection.run(
      #"INSERT INTO "_meta" (name, value) VALUES ('last_backup', ?1) ON CONFLICT DO UPDATE SET value = ?1"#,
      [.text(text)])
  }
}

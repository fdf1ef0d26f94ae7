import FoundationEssentials
import KitModel
import KitQuery

extension SQLiteStore {
  public func restore(from folder: String, context: ChangeContext) throws -> RestoreOutcome {
    try requireWritable()
    if sessions.current != nil { throw Diagnostic(StoreMessages.undoInsideChange) }
    let manifest = try BackupManifest.read(in: folder)
    try manifest.check(in: folder)
    let aside = try makeBackup(in: root + "/backups", name: "before-restore-", context: context)
    let temporary = root + "/backups/.restore-\(UUID().uuidString.prefix(8)).sqlite"
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    do {
      try FileManager.default.copyItem(atPath: folder + "/" + BackupManifest.storeName, toPath: temporary)
      let change = try prepare(temporary, folder: folder, context)
      try copyFiles(of: manifest, from: folder)
      try replaceStore(by: temporary)
      schema.withLock { $0.loaded = nil }
      try declare(schema.withLock { $0.declared }, context: context)
      try remember(aside)
      return RestoreOutcome(restored: manifest.record(folder: folder), aside: aside, change: change)
    } catch let error as CocoaError {
      throw Diagnostic(StoreMessages.restoreFailed, ["folder": folder, "detail": "\(error)"])
    } catch {
      throw failures.translated(error, holder: holder)
    }
  }

  /// Checks the copy and writes the entry into it, so that state and entry come into force in one step.
  private func prepare(_ path: String, folder: String, _ context: ChangeContext) throws -> ChangeRecord {
    try DatabaseCopy.opened(path, readOnly: false) { connection in
      guard try connection.integer("PRAGMA application_id") == StoreMigrations.applicationID,
        try connection.integer("PRAGMA user_version") ?? 0 <= StoreMigrations.version
      else { throw Diagnostic(StoreMessages.newerVersion, ["file": folder]) }
      _ = try Self.verifiedHead(of: connection, folder: folder)
      return try connection.savepoint {
        let session = try ChangeSession(
          connection, schema: try StoreSchema([], on: connection), context: context)
        guard let record = try session.close(kind: .restore) else {
          throw Diagnostic(StoreMessages.noBackup, ["folder": folder])
        }
        return record
      }
    }
  }

  /// Puts received files and evidence where they were; files that are not in the backup stay.
  private func copyFiles(of manifest: BackupManifest, from folder: String) throws {
    let manager = FileManager.default
    for file in manifest.files where file.path != BackupManifest.storeName {
      let target = root + "/" + file.path
      if let present = try? FileDigest(path: target), present.sha256 == file.sha256 { continue }
      try manager.createDirectory(
        at: URL(filePath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
      let temporary = target + ".partial"
      try? manager.removeItem(atPath: temporary)
      try manager.copyItem(atPath: folder + "/" + file.path, toPath: temporary)
      // What lies there was backed up a moment ago.
      if manager.fileExists(atPath: target) { try manager.removeItem(atPath: target) }
      try manager.moveItem(atPath: temporary, toPath: target)
    }
  }

  private func replaceStore(by path: String) throws {
    try DatabaseCopy.opened(path, readOnly: true) { source in
      try withWriter { connection in
        // In one step: the engine's transaction makes it all or nothing, and readers go on with what they began.
        try DatabaseCopy.copy(from: source, to: connection, pages: -1, checking: connection.operation)
      }
    }
  }
}

import FoundationEssentials
import Glibc
import KitModel
import KitQuery

extension SQLiteStore {
  public func checkBackup(in folder: String) throws -> BackupRecord {
    let manifest = try BackupManifest.read(in: folder)
    try manifest.check(in: folder)
    try refuseObstacles(manifest, folder)
    return manifest.record(folder: folder)
  }

  public func restore(from folder: String, context: ChangeContext) throws -> RestoreOutcome {
    try requireWritable()
    if sessions.current != nil { throw Diagnostic(StoreMessages.undoInsideChange) }
    let restored = try checkBackup(in: folder)
    do {
      let before = try link() ?? ""
      let aside = try makeBackup(
        in: root + "/backups", name: "before-restore-", context: context, evenUnsound: true)
      let staging = RestorePlan.stagingPrefix + UUID().uuidString.prefix(8)
      try FileManager.default.createDirectory(
        atPath: root + "/" + staging, withIntermediateDirectories: true)
      guard let lock = RestoreLock(folder: root + "/" + staging) else {
        throw Diagnostic(StoreMessages.restoreGoingOn, ["file": file])
      }
      let change: ChangeRecord
      do {
        change = try stage(folder, aside, before, staging, context)
      } catch {
        try? FileManager.default.removeItem(atPath: root + "/" + staging)
        throw error
      }
      try withExtendedLifetime(lock) { try carryOutPlan() }
      schema.withLock { $0.loaded = nil }
      try declare(schema.withLock { $0.declared }, context: context)
      return RestoreOutcome(restored: restored, aside: aside, change: change)
    } catch let error as CocoaError {
      throw Diagnostic(
        StoreMessages.restoreFailed,
        ["folder": folder].merging(SystemReason.arguments(of: error, as: "detail")) { $1 })
    } catch {
      throw failures.translated(error, holder: holder)
    }
  }

  /// Ends a restore that was broken off, and clears away what one has left that was never decided.
  func finishRestore() throws {
    let manager = FileManager.default
    var waited = 0.0
    while RestorePlan.exists(in: root) {
      guard let plan = RestorePlan.read(in: root) else {
        throw Diagnostic(StoreMessages.restoreNoteUnreadable, ["file": RestorePlan.note(in: root)])
      }
      if let lock = RestoreLock(folder: root + "/" + plan.staging) {
        try withExtendedLifetime(lock) { try carryOutPlan() }
      } else if !manager.fileExists(atPath: root + "/" + plan.staging) {
        // All is in its place; only the note was left.
        plan.remove(in: root)
      } else if waited < options.patience {
        usleep(50_000)
        waited += 0.05
      } else {
        throw Diagnostic(StoreMessages.restoreGoingOn, ["file": file])
      }
    }
    let names = (try? manager.contentsOfDirectory(atPath: root)) ?? []
    for name in names where name.hasPrefix(RestorePlan.stagingPrefix) {
      // One that is being filled at this moment is locked.
      guard let lock = RestoreLock(folder: root + "/" + name) else { continue }
      withExtendedLifetime(lock) { try? manager.removeItem(atPath: root + "/" + name) }
    }
  }

  // MARK: Before the decision

  /// Throws when a file of the backup has no place to go.
  private func refuseObstacles(_ manifest: BackupManifest, _ folder: String) throws {
    if let store = manifest.store, root + "/" + store != file {
      throw Diagnostic(
        StoreMessages.backupOfOtherStore,
        ["folder": folder, "store": store, "file": String(file.dropFirst(root.count + 1))])
    }
    for entry in manifest.restoredFiles {
      var isFolder = false
      let steps = entry.path.split(separator: "/").map(String.init)
      for count in 1...steps.count {
        let path = root + "/" + steps.prefix(count).joined(separator: "/")
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { break }
        if isFolder == (count == steps.count) {
          throw Diagnostic(StoreMessages.restoreObstacle, ["folder": folder, "file": path])
        }
        if isFolder, Glibc.access(path, W_OK) != 0 {
          throw Diagnostic(
            StoreMessages.notWritable,
            ["file": path].merging(SystemReason.arguments(errno, as: "detail")) { $1 })
        }
      }
    }
  }

  /// Lays all ready and decides.
  private func stage(
    _ folder: String, _ aside: BackupRecord, _ before: String, _ staging: String, _ context: ChangeContext
  ) throws -> ChangeRecord {
    let manifest = try BackupManifest.read(in: folder)
    var plan = RestorePlan(
      staging: staging, backup: folder, aside: aside.folder, before: before, after: "",
      files: manifest.restoredFiles)
    // What is in place already stays as it is.
    plan.files.removeAll { entry in
      (try? FileDigest(path: root + "/" + entry.path))?.sha256 == entry.sha256
    }
    for entry in plan.files {
      try Self.copy(entry, from: folder, to: plan.place(of: entry.path, in: root))
    }
    guard let store = manifest.storeEntry else {
      throw Diagnostic(StoreMessages.noBackup, ["folder": folder])
    }
    try Self.copy(store, from: folder, to: plan.storePlace(in: root))
    let change = try prepare(plan.storePlace(in: root), folder: folder, manifest, aside, context)
    plan.after = try DatabaseCopy.opened(plan.storePlace(in: root), readOnly: true) {
      hex(try Journal(connection: $0).link(of: nil)?.link ?? [])
    }
    try options.atRestoreStep(.staged)
    try plan.write(in: root)
    try options.atRestoreStep(.decided)
    return change
  }

  /// Copies a file of a backup and compares what has arrived.
  private static func copy(_ entry: BackupManifest.File, from folder: String, to target: String) throws {
    let read = try FileCopy.copy(folder + "/" + entry.path, to: target)
    guard read.sha256 == entry.sha256, try FileDigest(path: target).sha256 == entry.sha256 else {
      throw Diagnostic(StoreMessages.backupFileDiffers, ["folder": folder, "file": entry.path])
    }
  }

  /// Checks the copy and writes the entry into it, so that state and entry come into force in one step.
  private func prepare(
    _ path: String, folder: String, _ manifest: BackupManifest, _ aside: BackupRecord,
    _ context: ChangeContext
  ) throws -> ChangeRecord {
    try DatabaseCopy.opened(path, readOnly: false) { connection in
      guard try connection.integer("PRAGMA application_id") == StoreMigrations.applicationID else {
        throw Diagnostic(StoreMessages.noBackup, ["folder": folder])
      }
      try StoreMigrations.check(try connection.integer("PRAGMA user_version") ?? 0, of: folder)
      return try connection.savepoint {
        try StoreMigrations.run(on: connection)
        let head = try verifiedHead(
          of: connection, else: Diagnostic(StoreMessages.backupUnsound, ["folder": folder]))
        guard head?.code == manifest.code else {
          throw Diagnostic(
            StoreMessages.backupFileDiffers, ["folder": folder, "file": BackupManifest.storeName])
        }
        let session = try ChangeSession(
          connection, schema: try StoreSchema([], on: connection), context: context)
        guard let record = try session.close(kind: .restore) else {
          throw Diagnostic(StoreMessages.noBackup, ["folder": folder])
        }
        try Self.remember(aside, on: connection)
        return record
      }
    }
  }

  // MARK: After it

  /// Carries out what is decided. Every step can be done again, so that it may be broken off anywhere.
  private func carryOutPlan() throws {
    guard let plan = RestorePlan.read(in: root) else { return }
    let isWaiting = { (entry: BackupManifest.File) in
      FileManager.default.fileExists(atPath: plan.place(of: entry.path, in: self.root))
    }
    do {
      let present = try linkUnderLock()
      if present != plan.before && present != plan.after {
        // Somebody changed the store while all was laid ready; nothing was put in its place yet.
        plan.remove(in: root)
        throw Diagnostic(StoreMessages.restoreOvertaken, ["folder": plan.backup])
      }
      for entry in plan.files where isWaiting(entry) {
        let target = root + "/" + entry.path
        try FileCopy.move(plan.place(of: entry.path, in: root), to: target)
        guard try FileDigest(path: target).sha256 == entry.sha256 else {
          throw Diagnostic(
            StoreMessages.backupFileDiffers, ["folder": plan.backup, "file": entry.path])
        }
        try options.atRestoreStep(.moved)
      }
      // The same backup restored twice in the same words has the same end; what is between may have been damaged.
      if present != plan.after || plan.before == plan.after {
        try replaceStore(by: plan.storePlace(in: root))
        guard try linkUnderLock() == plan.after else {
          throw Diagnostic(
            StoreMessages.backupFileDiffers, ["folder": plan.backup, "file": BackupManifest.storeName])
        }
      }
      try options.atRestoreStep(.replaced)
    } catch let diagnostic as Diagnostic where diagnostic.message == StoreMessages.restoreOvertaken {
      throw diagnostic
    } catch {
      let cause = failures.translated(error, holder: holder)
      throw Diagnostic(
        StoreMessages.restoreUnfinished, ["folder": plan.backup, "aside": plan.aside],
        notes: failures.diagnostics(of: cause).map { Diagnostic.Note($0.message, $0.arguments) })
    }
    plan.remove(in: root)
  }

  private func link() throws -> String? {
    try withReader { try Journal(connection: $0).link(of: nil).map { hex($0.link) } }
  }

  /// The end of the chain once no other process is in the middle of a change; from the decision on none begins one.
  private func linkUnderLock() throws -> String {
    try withWriter { connection in
      try connection.run("BEGIN IMMEDIATE")
      defer { _ = try? connection.run("ROLLBACK") }
      return hex(try Journal(connection: connection).link(of: nil)?.link ?? [])
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

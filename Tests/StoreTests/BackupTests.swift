import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct BackupTests {
  static func workspace() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...20), into: Sample.visit, fields: Sample.visitFields, file: "走访.csv")
    try workspace.put("一份文件", at: "data/收件/走访.csv")
    try workspace.put("照片", at: "evidence/照片 1.jpg")
    return workspace
  }

  @Test func aBackupHoldsStoreFilesAndAManifest() throws {
    let workspace = try Self.workspace()
    #expect(try workspace.store.lastBackup() == nil)
    let target = workspace.folder.appending(path: "U盘").path
    let record = try workspace.store.backup(to: target, context: Sample.context())
    #expect(record.folder == target + "/backup-20241119-150640")
    #expect(record.files == 4)
    #expect(record.head == (try workspace.store.chainHead()))
    #expect(try workspace.store.lastBackup() == record)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == ["backup-20241119-150640"])
    let manifest = try BackupManifest.read(in: record.folder)
    #expect(
      manifest.files.map(\.path) == [
        "workspace.sqlite", "data/收件/走访.csv", "data/走访.csv", "evidence/照片 1.jpg",
      ])
    try manifest.check(in: record.folder)
    let rows = try DatabaseCopy.opened(record.folder + "/workspace.sqlite", readOnly: true) {
      try $0.integer(#"SELECT count(*) FROM "t.visit""#)
    }
    #expect(rows == 20)
    #expect(try FileManager.default.contentsOfDirectory(atPath: record.folder).count == 4)
  }

  @Test func aBackupOfADamagedStateIsNotKept() throws {
    let workspace = try Self.workspace()
    try workspace.tamper(#"DELETE FROM "t.visit" WHERE number = 3"#)
    let target = workspace.folder.appending(path: "b").path
    #expect(
      refusal { try workspace.store.backup(to: target, context: Sample.context()) }?.message
        == StoreMessages.presentUnsound)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [])
    #expect(try workspace.store.lastBackup() == nil)
  }

  @Test func restoringPutsTheOldStateBackAndKeepsThePresentAside() throws {
    let workspace = try Self.workspace()
    let before = try JournalTests.dump(workspace)
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "b").path, context: Sample.context())
    _ = try workspace.change("set", JournalTests.setNotes("改"))
    try workspace.put("被改过", at: "data/收件/走访.csv")
    try workspace.put("新文件", at: "data/新.csv")
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "evidence/照片 1.jpg"))
    let outcome = try workspace.store.restore(from: record.folder, context: Sample.context("restore b"))
    #expect(outcome.change.kind == .restore)
    #expect(outcome.change.id == 2)
    #expect(try JournalTests.dump(workspace) == before)
    #expect(workspace.text("data/收件/走访.csv") == "一份文件")
    #expect(workspace.text("evidence/照片 1.jpg") == "照片")
    #expect(workspace.text("data/新.csv") == "新文件")
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.store.lastBackup() == outcome.aside)
    #expect(refusal { try workspace.undo(2) }?.message == StoreMessages.cannotUndoKind)
    #expect(refusal { try workspace.undo() }?.arguments == ["id": "2"])
    let aside = try DatabaseCopy.opened(outcome.aside.folder + "/workspace.sqlite", readOnly: true) {
      try $0.text(#"SELECT note FROM "t.visit" LIMIT 1"#)
    }
    #expect(aside == "改")
    // The store goes on as any other.
    try workspace.write([[.integer(50)]], into: Sample.visit, fields: ["number"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func anAlteredBackupIsRefused() throws {
    let workspace = try Self.workspace()
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "b").path, context: Sample.context())
    _ = try workspace.change("set", JournalTests.setNotes("改"))
    let state = try JournalTests.dump(workspace)
    try "别的".write(toFile: record.folder + "/data/收件/走访.csv", atomically: true, encoding: .utf8)
    let found = refusal { try workspace.store.restore(from: record.folder, context: Sample.context()) }
    #expect(found?.message == StoreMessages.backupFileDiffers)
    #expect(found?.arguments["file"] == "data/收件/走访.csv")
    #expect(
      refusal { try workspace.store.restore(from: "/tmp", context: Sample.context()) }?.message
        == StoreMessages.noBackup)
    #expect(try JournalTests.dump(workspace) == state)
  }

  // MARK: What belongs to a backup

  static func paths(_ record: BackupRecord) throws -> [String] {
    try BackupManifest.read(in: record.folder).files.map(\.path)
  }

  @Test func itHoldsAllThatAnotherMachineNeeds() throws {
    let workspace = try TestWorkspace()
    // An import of a file that lies elsewhere in the workspace keeps no copy of it.
    _ = try workspace.store.change(Sample.context()) { change in
      let source = try change.addSource(
        SourceRecord(
          file: "a.csv", sha256: Sample.receivedDigest, copy: "exports/退回/a.csv", header: [], mapping: [:]),
        into: Sample.visit)
      return try TestWorkspace.put(
        [[.integer(1)]], into: Sample.visit, fields: ["number"], mode: .insert, source: source, change)
    }
    try workspace.put(Sample.received, at: "exports/退回/a.csv")
    for path in ["workspace.yaml", "scripts/开学.dd", "templates/通知.docx", "收件/b.csv"] {
      try workspace.put("x", at: path)
    }
    for path in ["exports/名单.csv", "backups/旧/x", ".git/config", "data/~$名单.xlsx", "data/.名单.part"] {
      try workspace.put("x", at: path)
    }
    let elsewhere = workspace.folder.appending(path: "../\(workspace.folder.lastPathComponent)-佐证")
      .standardized
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: elsewhere) }
    try "照片".write(to: elsewhere.appending(path: "1.jpg"), atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      at: workspace.folder.appending(path: "evidence"), withDestinationURL: elsewhere)
    try FileManager.default.createSymbolicLink(
      at: elsewhere.appending(path: "loop"), withDestinationURL: workspace.folder)
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "backups").path, context: Sample.context())
    #expect(
      try Self.paths(record) == [
        "workspace.sqlite", "evidence/1.jpg", "exports/退回/a.csv", "scripts/开学.dd", "templates/通知.docx",
        "workspace.yaml", "收件/b.csv",
      ])
    #expect(record.faults == [])

    let other = try TestWorkspace()
    let outcome = try other.store.restore(from: record.folder, context: Sample.context())
    #expect(outcome.restored.head == record.head)
    for path in try Self.paths(record).dropFirst() {
      #expect(other.text(path) == workspace.text(path), "\(path)")
    }
    #expect(try other.raw(#"SELECT number FROM "t.visit""#) == ["1"])
    #expect(try other.store.verify().faults == [])
  }

  @Test func aBackupAmongTheDataHoldsNoOtherBackup() throws {
    let workspace = try Self.workspace()
    let target = workspace.folder.appending(path: "data/备份").path
    let first = try workspace.store.backup(to: target, context: Sample.context())
    let second = try workspace.store.backup(to: target, context: Sample.context())
    #expect(second.folder == first.folder + "-2")
    #expect(try Self.paths(second) == Self.paths(first))
    #expect(first.files == 4)
    // A file that has the name of the manifest cannot lie beside it.
    try workspace.put("{}", at: "manifest.json")
    try workspace.put("x", at: "workspace.sqlite.bad")
    let third = try workspace.store.backup(to: target, context: Sample.context())
    #expect(third.faults.map(\.message) == [StoreMessages.backupLeavesOut])
    #expect(try Self.paths(third) == Self.paths(first) + ["workspace.sqlite.bad"])
  }

  @Test func aFileOfAnImportThatIsGoneOrAlteredIsSaid() throws {
    let workspace = try Self.workspace()
    #expect(try workspace.store.verify().faults == [])
    try workspace.put("被改过", at: "data/走访.csv")
    #expect(try workspace.store.verify().faults.map(\.message) == [StoreMessages.sourceChanged])
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "data/走访.csv"))
    let faults = try workspace.store.verify().faults
    #expect(faults.map(\.message) == [StoreMessages.sourceMissing])
    #expect(faults.first?.arguments == ["file": "data/走访.csv", "id": "1"])
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "b").path, context: Sample.context())
    #expect(record.faults.map(\.message) == [StoreMessages.sourceMissing])
    // Altered and imported again, it is the last import that counts.
    try workspace.write([[.integer(70)]], into: Sample.visit, fields: ["number"], file: "走访.csv")
    #expect(try workspace.store.verify().faults == [])
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "data/走访.csv"))
    _ = try workspace.undo(2)
    _ = try workspace.undo(1)
    #expect(try workspace.store.verify().faults == [])
  }
}

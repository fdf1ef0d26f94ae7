import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct BackupTests {
  static func workspace() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...20), into: Sample.visit, fields: Sample.visitFields, file: "走访.csv")
    try put("一份文件", in: workspace, at: "data/收件/走访.csv")
    try put("照片", in: workspace, at: "evidence/照片 1.jpg")
    return workspace
  }

  static func put(_ text: String, in workspace: TestWorkspace, at path: String) throws {
    let file = workspace.folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  static func text(_ workspace: TestWorkspace, _ path: String) -> String? {
    try? String(contentsOf: workspace.folder.appending(path: path), encoding: .utf8)
  }

  @Test func aBackupHoldsStoreFilesAndAManifest() throws {
    let workspace = try Self.workspace()
    #expect(try workspace.store.lastBackup() == nil)
    let target = workspace.folder.appending(path: "U盘").path
    let record = try workspace.store.backup(to: target, context: Sample.context())
    #expect(record.folder == target + "/backup-20241119-150640")
    #expect(record.files == 3)
    #expect(record.head == (try workspace.store.chainHead()))
    #expect(try workspace.store.lastBackup() == record)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == ["backup-20241119-150640"])
    let manifest = try BackupManifest.read(in: record.folder)
    #expect(manifest.files.map(\.path) == ["workspace.sqlite", "data/收件/走访.csv", "evidence/照片 1.jpg"])
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
        == StoreMessages.backupUnsound)
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [])
    #expect(try workspace.store.lastBackup() == nil)
  }

  @Test func restoringPutsTheOldStateBackAndKeepsThePresentAside() throws {
    let workspace = try Self.workspace()
    let before = try JournalTests.dump(workspace)
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "b").path, context: Sample.context())
    _ = try workspace.change("set", JournalTests.setNotes("改"))
    try Self.put("被改过", in: workspace, at: "data/收件/走访.csv")
    try Self.put("新文件", in: workspace, at: "data/新.csv")
    try FileManager.default.removeItem(at: workspace.folder.appending(path: "evidence/照片 1.jpg"))
    let outcome = try workspace.store.restore(from: record.folder, context: Sample.context("restore b"))
    #expect(outcome.change.kind == .restore)
    #expect(outcome.change.id == 2)
    #expect(try JournalTests.dump(workspace) == before)
    #expect(Self.text(workspace, "data/收件/走访.csv") == "一份文件")
    #expect(Self.text(workspace, "evidence/照片 1.jpg") == "照片")
    #expect(Self.text(workspace, "data/新.csv") == "新文件")
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.store.lastBackup() == outcome.aside)
    #expect(refusal { try workspace.undo(2) }?.message == StoreMessages.cannotUndoKind)
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
}

import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

/// A restore is done whole or not at all, wherever it is broken off.
@Suite struct RestoreTests {
  /// A workspace whose present state says 新 everywhere, and a backup that says 旧.
  static func workspace() throws -> (workspace: TestWorkspace, backup: String) {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...200, note: "旧"), into: Sample.visit, fields: Sample.visitFields)
    for path in paths { try workspace.put("旧", at: path) }
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "b").path, context: Sample.context())
    _ = try workspace.change("set", JournalTests.setNotes("新"))
    for path in paths { try workspace.put("新", at: path) }
    return (workspace, record.folder)
  }

  static let paths = ["data/一.csv", "evidence/照片.jpg", "scripts/开学.dd", "workspace.yaml"]

  /// What the notes of the rows and the files say: one word when the state is whole.
  static func words(_ workspace: TestWorkspace) throws -> Set<String> {
    let notes = try workspace.raw(#"SELECT DISTINCT note FROM "t.visit""#)
    return Set(notes + paths.map { workspace.text($0) ?? "-" })
  }

  static func leftovers(_ workspace: TestWorkspace) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workspace.folder.path).filter { $0.hasPrefix(".") }
  }

  struct BrokenOff: Error {}

  /// Opens the store with something that happens at the steps of a restore.
  static func open(_ workspace: TestWorkspace, _ step: @escaping @Sendable (RestoreStep) throws -> Void)
    throws -> SQLiteStore
  {
    var options = StoreOptions(patience: 0.2)
    options.atRestoreStep = step
    let store = try SQLiteStore(file: workspace.file, options: options)
    try store.declare(Sample.entities, context: Sample.context())
    return store
  }

  /// Steps: all lies ready, decided, four files in their place, the store in its place.
  @Test(arguments: 1...7) func killedAtAnyStepItIsTheOldStateOrTheNew(step: Int) async throws {
    let (workspace, backup) = try Self.workspace()
    try workspace.store.close()
    let file = workspace.file
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [file = file as String, backup = backup as String, step = step as Int] in
      var options = StoreOptions()
      nonisolated(unsafe) var count = 0
      options.atRestoreStep = { _ in
        count += 1
        if count == step { kill(getpid(), SIGKILL) }
      }
      let store = try SQLiteStore(file: file, options: options)
      try store.declare(Sample.entities, context: Sample.context())
      _ = try store.restore(from: backup, context: Sample.context("restore"))
    }
    _ = try workspace.reopen()
    #expect(try Self.words(workspace) == (step == 1 ? ["新"] : ["旧"]))
    #expect(try Self.leftovers(workspace) == [])
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.store.chainHead()?.change == 2)
    try workspace.write([[.integer(900)]], into: Sample.visit, fields: ["number"])
    let aside = try FileManager.default.contentsOfDirectory(
      atPath: workspace.folder.appending(path: "backups").path)
    #expect(aside.count { $0.hasPrefix("before-restore-") } == 1)
  }

  @Test(arguments: [3, 10, 20, 30, 45, 60, 90, 140]) func killedAtAnyMomentItIsTheOldStateOrTheNew(
    milliseconds: Int
  ) throws {
    let workspace = try TestWorkspace([ProcessTests.item])
    let rows = { (note: String) in (0..<20_000).map { [Value.text("C\($0)"), .text(note)] } }
    try workspace.write(rows("旧"), into: ProcessTests.item, fields: ["code", "name"])
    for number in 0..<60 { try workspace.put("旧", at: "data/\(number).csv") }
    let record = try workspace.store.backup(
      to: workspace.folder.appending(path: "b").path, context: Sample.context())
    try workspace.write(rows("新"), into: ProcessTests.item, fields: ["code", "name"], mode: .update)
    for number in 0..<60 { try workspace.put("新", at: "data/\(number).csv") }
    try workspace.store.close()
    let probe = try ProcessTests.Probe(workspace.file, "restore", record.folder)
    probe.wait(for: "begun")
    // Making ready takes most of the time; from the decision on it is quick.
    let note = RestorePlan.note(in: workspace.folder.path)
    if milliseconds > 20 {
      while probe.process.isRunning && access(note, F_OK) != 0 { usleep(200) }
      usleep(UInt32(milliseconds - 20) * 300)
    } else {
      usleep(UInt32(milliseconds * 10_000))
    }
    probe.kill()
    _ = try workspace.reopen([ProcessTests.item])
    let names = try workspace.raw(#"SELECT DISTINCT name FROM "probe.item""#)
    let files = Set((0..<60).map { workspace.text("data/\($0).csv") ?? "-" })
    #expect(names == ["新"] && files == ["新"] || names == ["旧"] && files == ["旧"])
    #expect(try Self.leftovers(workspace) == [])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func whatGoesWrongBeforeTheDecisionChangesNothing() throws {
    let (workspace, backup) = try Self.workspace()
    let store = try Self.open(workspace) { if $0 == .staged { throw BrokenOff() } }
    #expect(throws: BrokenOff.self) { try store.restore(from: backup, context: Sample.context()) }
    #expect(try Self.words(workspace) == ["新"])
    #expect(try Self.leftovers(workspace) == [])
    #expect(try store.verify().faults == [])
    try store.close()
  }

  @Test func whatGoesWrongAfterItIsSaidAndEndedAtTheNextOpening() throws {
    let (workspace, backup) = try Self.workspace()
    let store = try Self.open(workspace) { if $0 == .moved { throw BrokenOff() } }
    let found = refusal { try store.restore(from: backup, context: Sample.context()) }
    #expect(found?.message == StoreMessages.restoreUnfinished)
    #expect(found?.arguments["aside"]?.contains("backups/before-restore-") == true)
    // Meanwhile nobody changes anything.
    let change = refusal { try workspace.change("set", JournalTests.setNotes("别的")) }
    #expect(change?.message == StoreMessages.restoreGoingOn)
    try store.close()
    _ = try workspace.reopen()
    #expect(try Self.words(workspace) == ["旧"])
    #expect(try Self.leftovers(workspace) == [])
  }

  @Test func whatIsChangedBeforeItIsEndedStaysAsItIs() throws {
    let (workspace, backup) = try Self.workspace()
    let store = try Self.open(workspace) { if $0 == .replaced { throw BrokenOff() } }
    #expect(
      refusal { try store.restore(from: backup, context: Sample.context()) }?.message
        == StoreMessages.restoreUnfinished)
    try store.close()
    // The files are in their place already, and somebody works with them.
    try workspace.put("手改", at: "data/一.csv")
    _ = try workspace.reopen()
    #expect(workspace.text("data/一.csv") == "手改")
    #expect(try workspace.raw(#"SELECT DISTINCT note FROM "t.visit""#) == ["旧"])
    #expect(try Self.leftovers(workspace) == [])
  }

  @Test func theSameBackupCanBeRestoredTwice() throws {
    let (workspace, backup) = try Self.workspace()
    _ = try workspace.store.restore(from: backup, context: Sample.context())
    let head = try workspace.store.chainHead()
    try workspace.tamper(#"UPDATE "t.visit" SET note = 'x'"#)
    try workspace.put("新", at: "workspace.yaml")
    _ = try workspace.store.restore(from: backup, context: Sample.context())
    #expect(try workspace.store.chainHead() == head)
    #expect(try Self.words(workspace) == ["旧"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func aNoteThatCannotBeReadIsSaid() throws {
    let (workspace, backup) = try Self.workspace()
    try workspace.store.close()
    try workspace.put("{", at: ".restore.json")
    #expect(refusal { try SQLiteStore(file: workspace.file) }?.message == StoreMessages.restoreNoteUnreadable)
    try FileManager.default.removeItem(at: workspace.folder.appending(path: ".restore.json"))
    _ = try workspace.reopen()
    _ = try workspace.store.restore(from: backup, context: Sample.context())
    #expect(try Self.words(workspace) == ["旧"])
  }

  /// A workspace that was received brings such a note along; opening it must put nothing outside of it.
  @Test(arguments: [
    (".restore-1", "../外面.txt"), (".restore-1", "/tmp/外面.txt"), (".restore-1", "data/../../外面.txt"),
    (".restore-1", ".restore.json"), ("../别处", "data/一.csv"), (".restore-1/..", "data/一.csv"),
    ("data", "data/一.csv"),
  ])
  func aNoteThatLeadsOutsideIsNotCarriedOut(staging: String, path: String) throws {
    let (workspace, _) = try Self.workspace()
    let head = try workspace.store.chainHead()
    try workspace.store.close()
    let bytes = Array("外来".utf8)
    let plan = RestorePlan(
      staging: staging, backup: "b", aside: "a", before: head?.code ?? "", after: "0",
      files: [.init(path: path, sha256: FileDigest(of: bytes).sha256, bytes: Int64(bytes.count))])
    try workspace.put("外来", at: ".restore-1/files/x")
    let ready = plan.place(of: path, in: workspace.folder.path)
    try FileManager.default.createDirectory(
      atPath: String(ready[..<(ready.lastIndex(of: "/") ?? ready.endIndex)]),
      withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: ready))
    try plan.write(in: workspace.folder.path)
    #expect(refusal { try SQLiteStore(file: workspace.file) }?.message == StoreMessages.restoreNoteUnreadable)
    #expect(FileManager.default.fileExists(atPath: ready))
    #expect(workspace.text("data/一.csv") == "新")
  }

  @Test func changesOfOthersAreNotLost() throws {
    let (workspace, backup) = try Self.workspace()
    let other = workspace.store
    let store = try Self.open(workspace) { step in
      guard step == .staged else { return }
      _ = try other.change(Sample.context("other")) { try $0.write(JournalTests.setNotes("别的")) }
    }
    let found = refusal { try store.restore(from: backup, context: Sample.context()) }
    #expect(found?.message == StoreMessages.restoreOvertaken)
    #expect(try workspace.raw(#"SELECT DISTINCT note FROM "t.visit""#) == ["别的"])
    #expect(Self.paths.allSatisfy { workspace.text($0) == "新" })
    #expect(try Self.leftovers(workspace) == [])
    try store.close()
  }

  @Test func aBackupThatDoesNotHoldWhatItSaysIsRefused() throws {
    let (workspace, backup) = try Self.workspace()
    let text = try String(contentsOfFile: backup + "/manifest.json", encoding: .utf8)
    func refused(_ change: (String) -> String) throws -> Message? {
      try change(text).write(toFile: backup + "/manifest.json", atomically: true, encoding: .utf8)
      return refusal { try workspace.store.restore(from: backup, context: Sample.context()) }?.message
    }
    let manifest = try BackupManifest.read(in: backup)
    let code = try #require(manifest.code)
    #expect(try refused { $0.replacing(code, with: "0000-0000-0000") } == StoreMessages.backupFileDiffers)
    #expect(try refused { $0.replacing("data/一.csv", with: "../一.csv") } == StoreMessages.noBackup)
    #expect(try refused { $0.replacing("data/一.csv", with: ".restore.json") } == StoreMessages.noBackup)
    #expect(
      try refused { $0.replacing("\"path\" : \"workspace.sqlite\"", with: "\"path\" : \"x\"") }
        == StoreMessages.noBackup)
    #expect(
      try refused { $0.replacing("\"format\" : 1", with: "\"format\" : 2") } == StoreMessages.newerVersion)
    #expect(
      try refused { $0.replacing("\"store\" : \"workspace.sqlite\"", with: "\"store\" : \"db/a.sqlite\"") }
        == StoreMessages.backupOfOtherStore)
    _ = try refused { _ in
      try? FileManager.default.removeItem(atPath: backup + "/evidence/照片.jpg")
      return text
    }
    #expect(
      refusal { try workspace.store.restore(from: backup, context: Sample.context()) }?.message
        == StoreMessages.backupFileDiffers)
    #expect(try Self.words(workspace) == ["新"])
    #expect(try Self.leftovers(workspace) == [])
  }

  @Test func whatStandsInTheWayIsSaidBefore() throws {
    let (workspace, backup) = try Self.workspace()
    let evidence = workspace.folder.appending(path: "evidence")
    try FileManager.default.removeItem(at: evidence)
    try "一份文件".write(to: evidence, atomically: true, encoding: .utf8)
    let found = refusal { try workspace.store.restore(from: backup, context: Sample.context()) }
    #expect(found?.message == StoreMessages.restoreObstacle)
    #expect(found?.arguments["file"] == evidence.path)
    #expect(workspace.text("data/一.csv") == "新")
  }

  @Test func anUnsoundStateIsKeptAsideAndReplaced() throws {
    let (workspace, backup) = try Self.workspace()
    try workspace.tamper(#"DELETE FROM "t.visit" WHERE number = 3"#)
    #expect(try workspace.store.verify().isSound == false)
    let outcome = try workspace.store.restore(from: backup, context: Sample.context())
    #expect(outcome.aside.faults.map(\.message) == [StoreMessages.asideUnsound])
    #expect(try Self.words(workspace) == ["旧"])
    #expect(try workspace.store.verify().faults == [])
    let kept = try DatabaseCopy.opened(outcome.aside.folder + "/workspace.sqlite", readOnly: true) {
      try $0.integer(#"SELECT count(*) FROM "t.visit""#)
    }
    #expect(kept == 199)
  }
}

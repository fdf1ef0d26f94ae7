import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct OpeningTests {
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dudao-open-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test(arguments: ["学校,编码\n", "SQLite format 3\0 and then nothing of the kind", "x"])
  func aFileOfAnotherKindIsRefusedAndLeftAlone(content: String) throws {
    let file = try Self.folder().appending(path: "workspace.sqlite")
    try content.write(to: file, atomically: false, encoding: .utf8)
    let found = refusal { try SQLiteStore(file: file.path) }
    #expect(found?.message == StoreMessages.notAStore)
    #expect(found?.arguments["file"] == file.path)
    #expect(try String(contentsOf: file, encoding: .utf8) == content)
  }

  @Test func anotherDatabaseIsRefused() throws {
    let file = try Self.folder().appending(path: "workspace.sqlite").path
    try DatabaseCopy.opened(file, readOnly: false) { _ = try $0.run("CREATE TABLE t (a)") }
    #expect(refusal { try SQLiteStore(file: file) }?.message == StoreMessages.notAStore)
  }

  @Test func aStoreOfALaterVersionIsRefused() throws {
    let workspace = try TestWorkspace()
    try workspace.store.close()
    try workspace.tamper("PRAGMA user_version = 99")
    #expect(refusal { try SQLiteStore(file: workspace.file) }?.message == StoreMessages.newerVersion)
  }

  @Test(arguments: [-1, 0, -2_147_483_648]) func aVersionThatNoStoreHasIsRefused(version: Int) throws {
    let workspace = try TestWorkspace()
    try workspace.store.close()
    try workspace.tamper("PRAGMA user_version = \(version)")
    let found = refusal { try SQLiteStore(file: workspace.file) }
    #expect(found?.message == StoreMessages.unknownVersion)
    #expect(found?.arguments["version"] == String(version))
  }

  @Test func aStoreOfTheFirstVersionIsBroughtUpAndItsChainHolds() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...3), into: Sample.visit, fields: Sample.visitFields, file: "一.csv")
    try workspace.store.close()
    // What the first version wrote: sources say no entity, and their links were made without it.
    try DatabaseCopy.opened(workspace.file, readOnly: false) { connection in
      _ = try connection.run(#"DROP VIEW "run_record""#)
      _ = try connection.run(#"DROP TABLE "_run""#)
      _ = try connection.run(#"ALTER TABLE "_source" DROP COLUMN entity"#)
      let link = try #require(try Journal(connection: connection).entry(1)).link(after: [])
      _ = try connection.run(#"UPDATE "_change" SET head = X'\#(hex(link))'"#)
      _ = try connection.run("PRAGMA user_version = 1")
    }
    var options = StoreOptions()
    options.fileSystem = { _ in .network("nfs") }
    let reading = try SQLiteStore(file: workspace.file, options: options)
    try reading.declare(Sample.entities, context: Sample.context())
    #expect(try reading.verify().faults == [])
    #expect(try reading.finishedRuns() == [])
    try reading.close()

    let store = try SQLiteStore(file: workspace.file)
    try store.declare(Sample.entities, context: Sample.context())
    #expect(try workspace.raw("PRAGMA user_version") == [String(StoreMigrations.version)])
    #expect(try store.verify().faults == [])
    // Nobody knows into what it was imported, so its mapping is not used again.
    let header = Sample.source("一.csv", Sample.visitFields).header
    #expect(try store.earlierMapping(header: header, into: Sample.visit) == nil)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.folder.appending(path: "backups").path)
        == ["before-migration.sqlite"])
    try store.close()
  }

  @Test func aMissingFolderIsNamed() throws {
    let found = refusal { try SQLiteStore(file: "/nowhere/at/all/workspace.sqlite") }
    #expect(found?.message == StoreMessages.noFolder)
    #expect(found?.arguments["folder"] == "/nowhere/at/all")
  }

  @Test func aDamagedFileIsSaid() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...3000), into: Sample.visit, fields: Sample.visitFields)
    try workspace.store.close()
    #expect(!FileManager.default.fileExists(atPath: workspace.file + "-wal"))
    let handle = try FileHandle(forUpdating: URL(filePath: workspace.file))
    let size = try handle.seekToEnd()
    for page in stride(from: size / 16384 * 3 * 4096, to: size, by: 4096) {
      try handle.seek(toOffset: page)
      try handle.write(contentsOf: Data(repeating: 0x5A, count: 4096))
    }
    try handle.close()
    let store = try SQLiteStore(file: workspace.file)
    let all = Sample.query(#"SELECT sum(length(note) + score) FROM "t.visit""#, [("n", .real)])
    let found = refusal { try store.table(of: all) }
    #expect(found?.message == StoreMessages.damaged)
    #expect(try store.verify().isSound == false)
    try store.close()
  }

  @Test(arguments: [false, true]) func onANetworkFileSystemItIsReadOnlyAndSaysWhy(isOpenElsewhere: Bool)
    throws
  {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...3), into: Sample.visit, fields: Sample.visitFields)
    if !isOpenElsewhere { try workspace.store.close() }
    var options = StoreOptions()
    options.fileSystem = { _ in .network("cifs") }
    let store = try SQLiteStore(file: workspace.file, options: options)
    guard case .readOnly(let reason) = store.access else {
      Issue.record("the store can be written")
      return
    }
    #expect(reason.message == StoreMessages.networkFileSystem)
    #expect(reason.arguments["kind"] == "cifs")
    #expect(try store.declare(Sample.entities, context: Sample.context()) == [])
    let count = Sample.query(#"SELECT count(*) FROM "t.visit""#, [("n", .integer)])
    #expect(try store.table(of: count).rows.first?.values == [.integer(3)])
    #expect(
      refusal { try store.change(Sample.context()) { _ in } }?.message == StoreMessages.networkFileSystem)
    let writer = try store.scratchWriter(name: nil, label: Label(zh: "一", en: "one"), columns: [])
    #expect(try writer.finish().storedName == "temp.t1")
    try store.close()
  }

  @Test func theKindOfAMountIsReadFromItsType() {
    let mounts = """
      22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
      40 22 0:35 / /mnt/share rw shared:20 - cifs //nas/share rw
      41 22 0:36 / /mnt/my\\040files rw - fuse.sshfs me@host: rw
      """
    func kind(_ path: String) -> FileSystemKind {
      FileSystemKind(type: FileSystemKind.mountType(of: path, mounts: mounts) ?? "")
    }
    #expect(kind("/home/zhang") == .local)
    #expect(kind("/mnt/share/工作区") == .network("cifs"))
    #expect(kind("/mnt/shared") == .local)
    #expect(kind("/mnt/my files/w") == .network("fuse.sshfs"))
    #expect(FileSystemKind(type: "fuseblk") == .local)
    #expect(FileSystemKind(type: "nfs4") == .network("nfs4"))
  }

  @Test func aFullDiskLeavesTheOldState() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...10), into: Sample.visit, fields: Sample.visitFields)
    // A limit on the pages of the file stands for the full disk: the engine reports both alike.
    try workspace.store.withWriter { connection in
      let pages = try connection.integer("PRAGMA page_count") ?? 0
      _ = try connection.integer("PRAGMA max_page_count = \(pages + 5)")
    }
    let found = refusal {
      try workspace.write(Sample.visits(100...9000), into: Sample.visit, fields: Sample.visitFields)
    }
    #expect(found?.message == StoreMessages.diskFull)
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["10"])
    try workspace.store.withWriter { _ = try $0.integer("PRAGMA max_page_count = 100000") }
    let written = try workspace.write(
      Sample.visits(100...9000), into: Sample.visit, fields: Sample.visitFields)
    #expect(written.counts.inserted == 8901)
  }
}

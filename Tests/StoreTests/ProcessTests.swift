import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

/// Two processes on one store, and processes that are killed.
@Suite(.serialized) struct ProcessTests {
  /// A running probe, with what it says.
  final class Probe {
    let process = Process()
    private let output = Pipe()
    private let input = Pipe()

    init(_ arguments: String...) throws {
      // The probe is built beside the tests.
      let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "StoreProbe")
      process.arguments = arguments
      process.standardOutput = output
      process.standardInput = input
      try process.run()
    }

    /// Waits until the probe says a word.
    func wait(for word: String) {
      var text = ""
      while !text.contains(word) {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { return }
        text += String(decoding: data, as: UTF8.self)
      }
    }

    func end() {
      try? input.fileHandleForWriting.close()
      process.waitUntilExit()
    }

    func kill() {
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  static var options: StoreOptions { StoreOptions(patience: 0.2) }
  static let fields = ["code"]
  static let item = EntityDeclaration(
    plugin: "probe", id: "item", label: Label(zh: "物品", en: "Item"), key: ["code"],
    fields: [
      Sample.field("code", "编码", .text, required: true), Sample.field("name", "名称", .text),
      Sample.field("pupils", "学生数", .integer),
    ])

  @Test func aSecondWriterIsToldWhoHoldsTheStore() throws {
    let workspace = try TestWorkspace([Self.item], options: Self.options)
    let probe = try Probe(workspace.file, "hold")
    probe.wait(for: "holding")
    let found = refusal { try workspace.write([[.text("mine")]], into: Self.item, fields: Self.fields) }
    #expect(found?.message == StoreMessages.held)
    #expect(found?.arguments["person"] == "李四")
    #expect(found?.arguments["login"] == "lisi")
    #expect(found?.arguments["command"] == "import 一所.csv")
    #expect(found?.arguments["pid"] == String(probe.process.processIdentifier))
    // Reading goes on meanwhile.
    let count = Sample.query(#"SELECT count(*) FROM "probe.item""#, [("n", .integer)])
    #expect(try workspace.store.table(of: count).rows.first?.values == [.integer(0)])
    probe.end()
    #expect(try workspace.store.table(of: count).rows.first?.values == [.integer(1)])
    #expect(try workspace.write([[.text("mine")]], into: Self.item, fields: Self.fields).change?.id == 2)
  }

  @Test func theNoteOfAKilledProcessIsStale() throws {
    let workspace = try TestWorkspace([Self.item], options: Self.options)
    let probe = try Probe(workspace.file, "hold")
    probe.wait(for: "holding")
    probe.kill()
    let note = HolderNote(path: workspace.file + ".holder")
    #expect(try Data(contentsOf: URL(filePath: workspace.file + ".holder")).count > 0)
    #expect(note.read() == nil)
    #expect(try workspace.write([[.text("mine")]], into: Self.item, fields: Self.fields).change?.id == 1)
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func someoneWithoutANoteIsSaidToo() throws {
    let workspace = try TestWorkspace([Self.item], options: Self.options)
    try DatabaseCopy.opened(workspace.file, readOnly: false) { other in
      try other.run("BEGIN IMMEDIATE")
      let found = refusal { try workspace.write([[.text("mine")]], into: Self.item, fields: Self.fields) }
      #expect(found?.message == StoreMessages.heldByUnknown)
      try other.run("ROLLBACK")
    }
  }

  @Test(arguments: [5, 40, 80, 120, 160, 250, 400])
  func anImportThatIsKilledIsWholeOrAbsent(milliseconds: Int) throws {
    let workspace = try TestWorkspace([Self.item])
    try workspace.store.close()
    let probe = try Probe(workspace.file, "import", "25000")
    probe.wait(for: "begun")
    usleep(UInt32(milliseconds * 1000))
    probe.kill()
    let store = try SQLiteStore(file: workspace.file)
    try store.declare([Self.item], context: Sample.context())
    let rows = try workspace.raw(
      #"SELECT (SELECT count(*) FROM "probe.item"), (SELECT count(*) FROM "_change")"#)
    #expect(rows == ["0|0"] || rows == ["25000|1"])
    #expect(try store.verify().faults == [])
    try store.close()
  }

  @Test(arguments: [5, 30, 60, 120, 300]) func anUndoThatIsKilledIsWholeOrAbsent(milliseconds: Int) throws {
    let workspace = try TestWorkspace([Self.item])
    let rows = (0..<25_000).map { [Value.text("C\($0)")] }
    try workspace.write(rows, into: Self.item, fields: Self.fields)
    try workspace.store.close()
    let probe = try Probe(workspace.file, "undo")
    probe.wait(for: "begun")
    usleep(UInt32(milliseconds * 1000))
    probe.kill()
    let store = try SQLiteStore(file: workspace.file)
    let found = try workspace.raw(
      #"SELECT (SELECT count(*) FROM "probe.item"), (SELECT count(*) FROM "_change")"#)
    #expect(found == ["25000|1"] || found == ["0|2"])
    #expect(try store.verify().faults == [])
    try store.close()
  }
}

import KitModel
import Testing

@testable import KitStore

@Suite struct RevealTests {
  @Test func whoSawWhatIsJournaledAndStays() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...2), into: Sample.visit, fields: Sample.visitFields)
    let store = workspace.store
    let entry = try #require(
      try store.recordReveal(of: ["手机"], rows: 2, context: Sample.context("明文 核对 人员")))
    #expect(entry.kind == .reveal)
    #expect(entry.parts == [.init(table: "手机", action: .reveal, rows: 2)])
    #expect(entry.counts == WriteCounts())
    #expect(throws: Diagnostic.self) {
      try store.undo(entry.id, withLater: false, isDryRun: false, context: Sample.context())
    }
    // The last change that stands is the one before it.
    let undone = try store.undo(nil, withLater: false, isDryRun: false, context: Sample.context())
    #expect(undone.undone == [entry.id - 1])
    let report = try store.verify()
    #expect(report.isSound)
    #expect(report.changes == Int(entry.id) + 1)
  }

  @Test func withinAChangeItIsAPartOfItsEntry() throws {
    let workspace = try TestWorkspace()
    let store = workspace.store
    let (_, change) = try store.change(Sample.context()) { _ in
      let entry = try store.recordReveal(of: ["手机"], rows: 3, context: Sample.context())
      #expect(entry == nil)
    }
    #expect(change?.kind == .change)
    #expect(change?.parts == [.init(table: "手机", action: .reveal, rows: 3)])
    #expect(try store.verify().isSound)
  }

  @Test func aStoreThatCannotBeWrittenRevealsNothing() throws {
    let workspace = try TestWorkspace()
    var options = StoreOptions()
    options.fileSystem = { _ in .network("nfs") }
    _ = try workspace.reopen(options: options)
    #expect(throws: Diagnostic.self) {
      try workspace.store.recordReveal(of: ["手机"], rows: 1, context: Sample.context())
    }
  }
}

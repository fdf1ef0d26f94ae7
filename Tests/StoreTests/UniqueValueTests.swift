import KitModel
import KitQuery
import Testing

@testable import KitStore

/// Whether values tell rows apart is asked when a statement has ended, not on the way.
@Suite struct UniqueValueTests {
  static let spot = EntityDeclaration(
    plugin: "t", id: "spot", label: Label(zh: "席位", en: "Spot"), key: ["code"],
    fields: [
      Sample.field("code", "编码", .text, required: true),
      FieldDeclaration(id: "place", label: Label(zh: "名次", en: "Place"), type: .integer, isUnique: true),
    ])

  static func workspace() throws -> TestWorkspace {
    let workspace = try TestWorkspace([spot])
    try workspace.write(
      (1...4).map { [.text("C\($0)"), .integer(Int64($0))] }, into: spot, fields: ["code", "place"])
    return workspace
  }

  static func places(_ workspace: TestWorkspace) throws -> [String] {
    try workspace.raw(#"SELECT place FROM "t.spot" ORDER BY code"#)
  }

  static func set(_ value: String, where condition: String = "1") -> WriteIntent {
    .set(
      entity: "t.spot", tables: ["t.spot"], fields: [.init(table: "t.spot", id: "place")],
      rows: Sample.query(
        #"SELECT _rid, \#(value) FROM "t.spot" WHERE \#(condition)"#,
        [("_rid", .integer), ("place", .integer)]))
  }

  @Test(arguments: ["place + 1", "5 - place", "1 + place % 4"])
  func valuesMayChangePlacesAndChangeBack(value: String) throws {
    let workspace = try Self.workspace()
    let (counts, _) = try workspace.change(Self.set(value))
    #expect(counts == WriteCounts(updated: 4))
    let changed = try Self.places(workspace)
    #expect(changed != ["1", "2", "3", "4"])
    #expect(Set(changed).count == 4)
    #expect(try workspace.undo().undone == [2])
    #expect(try Self.places(workspace) == ["1", "2", "3", "4"])
    #expect(try workspace.undo(3).undone == [3])
    #expect(try Self.places(workspace) == changed)
    #expect(try workspace.store.verify().faults == [])
    let indexes = try workspace.raw(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 't.spot'")
    #expect(Set(indexes) == ["t.spot~key", "t.spot~unique~place"])
  }

  @Test func aMergeMayChangePlacesToo() throws {
    let workspace = try Self.workspace()
    try workspace.write(
      [[.text("C1"), .integer(2)], [.text("C2"), .integer(1)]], into: Self.spot, fields: ["code", "place"],
      mode: .merge)
    #expect(try Self.places(workspace) == ["2", "1", "3", "4"])
  }

  @Test func valuesThatMeetInTheEndAreRefused() throws {
    let workspace = try Self.workspace()
    #expect(
      refusal { try workspace.change(Self.set("3", where: "code = 'C1'")) }?.message
        == StoreMessages.uniqueClash)
    #expect(refusal { try workspace.change(Self.set("9")) }?.arguments["fields"] == "名次")
    #expect(try Self.places(workspace) == ["1", "2", "3", "4"])
    let indexes = try workspace.raw(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 't.spot'")
    #expect(indexes == ["2"])
  }

  @Test func aValueTakenByALaterRowHoldsTheDeletion() throws {
    let workspace = try Self.workspace()
    _ = try workspace.change(
      "delete",
      .delete(
        entity: "t.spot", tables: ["t.spot"],
        rows: Sample.query(#"SELECT _rid FROM "t.spot" WHERE code = 'C1'"#, [("_rid", .integer)])))
    _ = try workspace.change("take", Self.set("1", where: "code = 'C2'"))
    let found = refusal { try workspace.undo(2) }
    #expect(found?.message == StoreMessages.undoHasLater)
    #expect(found?.notes.first?.arguments["command"] == "take")
    #expect(try workspace.undo(2, withLater: true).undone == [3, 2])
    #expect(try Self.places(workspace) == ["1", "2", "3", "4"])
  }
}

import KitModel
import KitQuery
import Testing

@testable import KitStore

/// No undo leaves a reference that points to nothing.
@Suite struct UndoReferenceTests {
  /// Change 1 makes unit U1, change 2 a visit that refers to it.
  static func workspace() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.write([[.text("U1")]], into: Sample.unit, fields: ["code"], command: "单位")
    try workspace.write(
      [[.integer(7), .text("U1")]], into: Sample.visit, fields: ["number", "unit"], command: "走访")
    return workspace
  }

  static let units = "SELECT (SELECT count(*) FROM \"t.unit\"), (SELECT count(*) FROM \"t.visit\")"

  static let deletedUnits = WriteIntent.delete(
    entity: "t.unit", tables: ["t.unit"],
    rows: Sample.query(#"SELECT _rid FROM "t.unit""#, [("_rid", .integer)]))

  @Test func whatRowsReferToIsHadAgainBeforeThem() throws {
    let workspace = try Self.workspace()
    #expect(try workspace.undo(1, withLater: true).entries.map(\.id) == [3, 4])
    #expect(try workspace.raw(Self.units) == ["0|0"])
    let found = refusal { try workspace.undo(3) }
    #expect(found?.message == StoreMessages.undoHasLater)
    #expect(found?.notes.map(\.message) == [StoreMessages.laterChange, StoreMessages.referringRow])
    #expect(found?.notes.first?.arguments["id"] == "4")
    #expect(found?.notes.last?.arguments["key"] == "7")
    #expect(found?.notes.last?.arguments["value"] == "U1")
    #expect(try workspace.raw(Self.units) == ["0|0"])
    #expect(try workspace.undo(3, withLater: true).undone == [4, 3])
    #expect(try workspace.raw(Self.units) == ["1|1"])
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.raw(#"SELECT id FROM "_change" WHERE undone_by IS NULL"#) == ["1", "2", "5", "6"])
  }

  @Test func rowsDoNotComeBackWithoutThoseTheyReferTo() throws {
    let workspace = try Self.workspace()
    _ = try workspace.change("删走访", JournalTests.deleteVisits())
    _ = try workspace.change("删单位", Self.deletedUnits)
    let found = refusal { try workspace.undo(3) }
    #expect(found?.message == StoreMessages.undoHasLater)
    #expect(found?.notes.first?.arguments["command"] == "删单位")
    #expect(found?.notes.last?.arguments["value"] == "U1")
    #expect(try workspace.raw(Self.units) == ["0|0"])
    #expect(try workspace.undo(3, withLater: true).undone == [4, 3])
    #expect(try workspace.raw(Self.units) == ["1|1"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func aRowRevivedLaterHoldsWhatItRefersTo() throws {
    let workspace = try Self.workspace()
    _ = try workspace.change("删走访", JournalTests.deleteVisits())
    _ = try workspace.undo(1)
    try workspace.write([[.text("U1")]], into: Sample.unit, fields: ["code"], command: "单位再建")
    _ = try workspace.undo(3)
    let found = refusal { try workspace.undo(5) }
    #expect(found?.message == StoreMessages.undoHasLater)
    #expect(found?.notes.first?.arguments["id"] == "6")
  }

  @Test func whatNoChangeExplainsIsRefusedAtTheEnd() throws {
    let workspace = try Self.workspace()
    _ = try workspace.change("删走访", JournalTests.deleteVisits())
    try workspace.tamper(#"DELETE FROM "t.unit""#)
    let found = refusal { try workspace.undo(3) }
    #expect(found?.message == StoreMessages.undoLeavesDangling)
    #expect(found?.notes.first?.arguments["rows"] == "7 → U1")
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["0"])
  }

  @Test func verifyFindsReferencesThatPointNowhere() throws {
    let workspace = try Self.workspace()
    try workspace.write([[.text("U2"), .text("小学")]], into: Sample.school, fields: ["code", "stage"])
    #expect(try workspace.store.verify().faults == [])
    try workspace.tamper(#"DELETE FROM "t.unit""#)
    let faults = try workspace.store.verify().faults
    let found = faults.first { $0.message == StoreMessages.rowsPointNowhere }
    #expect(found?.arguments["rows"] == "7 → U1")
    #expect(found?.arguments["field"] == "单位")
    #expect(faults.first { $0.message == StoreMessages.rowsWithoutParent }?.arguments["rows"] == "U2")
  }
}

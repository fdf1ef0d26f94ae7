import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct SchemaTests {
  static func item(_ fields: [FieldDeclaration], key: [String] = ["code"]) -> EntityDeclaration {
    EntityDeclaration(
      plugin: "t", id: "item", label: Label(zh: "物品", en: "Item"), key: key,
      fields: [Sample.field("code", "编码", .text)] + fields)
  }

  static func workspace(_ type: DataType, _ values: [Value]) throws -> TestWorkspace {
    let before = item([Sample.field("x", "值", type)])
    let workspace = try TestWorkspace([before])
    _ = try workspace.store.change(Sample.context()) { change in
      let writer = try change.rowWriter(into: before, fields: ["code", "x"], mode: .insert, source: nil)
      var rows = RowBuffer(width: 2)
      for (number, value) in values.enumerated() {
        rows.append(text: "C\(number)")
        try rows.append(value, as: type)
        rows.endRow(number: number + 1)
      }
      try writer.append(rows)
      return try writer.finish()
    }
    return workspace
  }

  @Test func aFieldAddedLaterIsEmptyInOldRowsAndTheChainHolds() throws {
    let workspace = try Self.workspace(.text, [.text("甲")])
    let wider = Self.item([Sample.field("x", "值", .text), Sample.field("y", "新", .integer)])
    let remarks = try workspace.reopen([wider])
    #expect(remarks.map(\.message) == [StoreMessages.backedUpBefore])
    #expect(try workspace.raw(#"SELECT code, x, y FROM "t.item""#) == ["C0|甲|NULL"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: workspace.folder.appending(path: "backups").path)
        .count == 1)
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.undo().undone == [1])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func aRemovedFieldKeepsItsColumnAndIsSaid() throws {
    let workspace = try Self.workspace(.text, [.text("甲"), .null])
    let remarks = try workspace.reopen([Self.item([])])
    #expect(remarks.map(\.message) == [StoreMessages.fieldRemoved])
    #expect(remarks.first?.arguments["count"] == "1")
    #expect(try workspace.raw(#"SELECT x FROM "t.item" ORDER BY code"#) == ["甲", "NULL"])
    #expect(try workspace.reopen([Self.item([Sample.field("x", "值", .text)])]) == [])
  }

  @Test(arguments: [
    (DataType.integer, DataType.decimal(precision: 8, scale: 2), [Value.integer(5)], ["500"]),
    (.decimal(precision: 8, scale: 2), .integer, [.decimal(ExactDecimal(units: 700, scale: 2))], ["7"]),
    (.text, .integer, [.text("12"), .text("-3")], ["12", "-3"]),
    (.integer, .text, [.integer(12)], ["12"]),
    (.text, .date, [.text("2024-09-01")], ["2024-09-01"]),
    (.boolean, .text, [.boolean(true), .boolean(false)], ["是", "否"]),
    (.text, .decimal(precision: 8, scale: 2), [.text("1.50"), .text("2")], ["150", "200"]),
    (.integer, .real, [.integer(3)], ["3.0"]),
    (.real, .decimal(precision: 8, scale: 1), [.real(0.1)], ["1"]),
  ]) func valuesThatConvertExactlyAreConverted(
    from: DataType, to: DataType, values: [Value], stored: [String]
  ) throws {
    let workspace = try Self.workspace(from, values)
    let remarks = try workspace.reopen([Self.item([Sample.field("x", "值", to)])])
    #expect(remarks.map(\.message) == [StoreMessages.backedUpBefore, StoreMessages.fieldConverted])
    #expect(try workspace.raw(#"SELECT x FROM "t.item" ORDER BY code"#) == stored)
    #expect(try workspace.store.verify().faults == [])
    #expect(refusal { try workspace.undo(1) }?.message == StoreMessages.undoAcrossConversion)
  }

  @Test(arguments: [
    (DataType.text, DataType.integer, [Value.text("007")]),
    (.text, .integer, [.text("12"), .text("十二")]),
    (.decimal(precision: 8, scale: 2), .integer, [.decimal(ExactDecimal(units: 750, scale: 2))]),
    (.text, .date, [.text("2024.9.1")]),
    (.boolean, .date, [.boolean(true)]),
  ]) func valuesThatDoNotAreRefusedAndNothingChanges(from: DataType, to: DataType, values: [Value]) throws {
    let workspace = try Self.workspace(from, values)
    let before = try workspace.raw(#"SELECT * FROM "t.item""#)
    let found = refusal { try workspace.reopen([Self.item([Sample.field("x", "值", to)])]) }
    #expect(found?.message == StoreMessages.typeChanged)
    #expect(try workspace.raw(#"SELECT * FROM "t.item""#) == before)
  }

  @Test func aNewKeyMustTellTheRowsApart() throws {
    let workspace = try Self.workspace(.text, [.text("甲"), .text("甲")])
    let found = refusal { try workspace.reopen([Self.item([Sample.field("x", "值", .text)], key: ["x"])]) }
    #expect(found?.message == StoreMessages.newKeyClashes)
    #expect(
      try workspace.raw("SELECT sql FROM sqlite_schema WHERE name = 't.item~key'").first?.contains("code")
        == true)
  }

  @Test func anUnchangedSetOfDeclarationsAltersNothing() throws {
    let workspace = try TestWorkspace()
    let tables = "SELECT name, sql FROM sqlite_schema ORDER BY name"
    let before = try workspace.raw(tables)
    #expect(before.count > 20)
    #expect(try workspace.reopen() == [])
    #expect(try workspace.raw(tables) == before)
    #expect(try workspace.store.chainHead() == nil)
  }
}

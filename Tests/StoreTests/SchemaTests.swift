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
    // A conversion holds no undo: the values go and come back in their new type.
    #expect(try workspace.undo(1).undone == [1])
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.item""#) == ["0"])
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.undo(3).undone == [3])
    #expect(try workspace.raw(#"SELECT x FROM "t.item" ORDER BY code"#) == stored)
    #expect(try workspace.store.verify().faults == [])
  }

  static let deletion = WriteIntent.delete(
    entity: "t.item", tables: ["t.item"],
    rows: Sample.query(#"SELECT _rid FROM "t.item""#, [("_rid", .integer)]))

  static func setting(_ text: String) -> WriteIntent {
    .set(
      entity: "t.item", tables: ["t.item"], fields: [.init(table: "t.item", id: "x")],
      rows: Sample.query(
        #"SELECT _rid, ?1 FROM "t.item" WHERE code = 'C0'"#, [("_rid", .integer), ("x", .text)],
        parameters: [.text(text)]))
  }

  @Test func whatWasChangedBeforeItsTypeComesBackInTheNewType() throws {
    let workspace = try Self.workspace(.text, [.text("12"), .text("7"), .null])
    _ = try workspace.change("set", Self.setting("13"))
    _ = try workspace.change("delete", Self.deletion)
    let item = Self.item([Sample.field("x", "值", .integer)])
    let remarks = try workspace.reopen([item])
    #expect(remarks.map(\.message) == [StoreMessages.fieldConverted])
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.undo(3).undone == [3])
    #expect(try workspace.raw(#"SELECT x FROM "t.item" ORDER BY code"#) == ["13", "7", "NULL"])
    #expect(try workspace.undo(2).undone == [2])
    #expect(try workspace.raw(#"SELECT x FROM "t.item" ORDER BY code"#) == ["12", "7", "NULL"])
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.store.origin(entity: item, key: [.text("C0")], field: "x")?.change.id == 1)
    // What has come back is covered by the journal as any other value.
    try workspace.tamper(#"UPDATE "t.item" SET x = 99 WHERE code = 'C1'"#)
    #expect(try workspace.store.verify().faults.isEmpty == false)
  }

  @Test func anUndoThatWouldLoseAValueIsRefusedAndNamesIt() throws {
    let workspace = try Self.workspace(.text, [.text("十二"), .text("7")])
    _ = try workspace.change("set", Self.setting("12"))
    _ = try workspace.change("delete", Self.deletion)
    let remarks = try workspace.reopen([Self.item([Sample.field("x", "值", .integer)])])
    #expect(remarks.map(\.message) == [StoreMessages.fieldConverted, StoreMessages.pastNotConverted])
    #expect(remarks.last?.arguments["values"] == "十二")
    #expect(try workspace.undo(3).undone == [3])
    let found = refusal { try workspace.undo(2) }
    #expect(found?.message == StoreMessages.undoLosesValues)
    #expect(found?.arguments["values"] == "十二")
    #expect(found?.arguments["field"] == "值")
    #expect(try workspace.raw(#"SELECT x FROM "t.item" ORDER BY code"#) == ["12", "7"])
  }

  @Test func columnsMadeByAnotherProcessComeBackWithAnUndo() throws {
    let workspace = try Self.workspace(.text, [.text("甲")])
    let wider = Self.item([Sample.field("x", "值", .text), Sample.field("y", "新", .text)])
    let other = try SQLiteStore(file: workspace.file)
    try other.declare([wider], context: Sample.context())
    _ = try other.change(Sample.context()) { change in
      try TestWorkspace.put(
        [[.text("C0"), .text("乙")]], into: wider, fields: ["code", "y"], mode: .update, source: nil, change)
    }
    _ = try other.change(Sample.context()) { try $0.write(Self.deletion) }
    // This process knows nothing of y.
    #expect(try workspace.undo().undone == [3])
    #expect(try workspace.raw(#"SELECT code, x, y FROM "t.item""#) == ["C0|甲|乙"])
    #expect(try other.verify().faults == [])
    try other.close()
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

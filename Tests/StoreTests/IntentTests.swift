import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct IntentTests {
  static func workspace() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.write(
      [[.text("001"), .text("一小")], [.text("002"), .text("二小")]], into: Sample.school,
      fields: ["code", "name"])
    try workspace.write(
      [[.integer(1), .text("001")], [.integer(2), .text("001")]], into: Sample.visit,
      fields: ["number", "unit"])
    return workspace
  }

  static func insert(_ rows: String, update: Bool = false, _ columns: [(String, DataType)]) -> WriteIntent {
    .insert(
      entity: "t.visit", fields: columns.map { .init(table: "t.visit", id: $0.0) }, update: update,
      rows: Sample.query(rows, columns))
  }

  @Test func setChangesFieldsOfTheTableThatKeepsThem() throws {
    let workspace = try Self.workspace()
    let rows =
      #"SELECT s._rid, u._rid, '初中', u.name || '（新）' FROM "t.school" s JOIN "t.unit" u USING (code) WHERE code = '001'"#
    let (counts, change) = try workspace.change(
      .set(
        entity: "t.school", tables: ["t.school", "t.unit"],
        fields: [.init(table: "t.school", id: "stage"), .init(table: "t.unit", id: "name")],
        rows: Sample.query(rows, [("a", .integer), ("b", .integer), ("stage", .text), ("name", .text)])))
    #expect(counts == WriteCounts(updated: 1))
    #expect(change?.parts.map(\.table) == ["t.school", "t.unit"])
    #expect(try workspace.raw(#"SELECT name FROM "t.unit" ORDER BY code"#) == ["一小（新）", "二小"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func intoInsertsAndWithUpdateDoesBoth() throws {
    let workspace = try Self.workspace()
    let columns: [(String, DataType)] = [("number", .integer), ("score", .integer)]
    #expect(
      try workspace.change(Self.insert("VALUES (3, 80), (4, 90)", columns)).0 == WriteCounts(inserted: 2))
    #expect(try workspace.raw(#"SELECT score FROM "t.visit" WHERE number = 3"#) == ["8000"])
    let found = refusal { try workspace.change(Self.insert("VALUES (5, 1), (4, 2)", columns)) }
    #expect(found?.message == StoreMessages.keyClash)
    let both = try workspace.change(Self.insert("VALUES (5, 1), (4, 91), (3, 80)", update: true, columns)).0
    #expect(both == WriteCounts(inserted: 1, updated: 1, unchanged: 1))
  }

  @Test(arguments: [
    ("VALUES (9, 'X9')", [("number", DataType.integer), ("unit", .text)], "store.dangling-reference"),
    ("VALUES (NULL, '001')", [("number", .integer), ("unit", .text)], "store.value-required"),
    ("VALUES ('001')", [("unit", .text)], "store.key-missing"),
    ("VALUES (9, 12345)", [("number", .integer), ("note", .integer)], "store.value-does-not-fit"),
  ]) func valuesThatTheFieldsDoNotAllowAreRefused(
    rows: String, columns: [(String, DataType)], message: String
  ) throws {
    let workspace = try Self.workspace()
    let head = try workspace.store.chainHead()
    #expect(refusal { try workspace.change(Self.insert(rows, columns)) }?.message.id == message)
    #expect(try workspace.store.chainHead() == head)
  }

  @Test func fieldRulesAreChecked() throws {
    var field = Sample.field("x", "值", .choice(["甲", "乙"]), required: true)
    #expect(refusal { try FieldRules(field).check(.text("丙")) }?.arguments["allowed"] == "甲、乙")
    #expect(refusal { try FieldRules(field).check(.null) }?.message == StoreMessages.valueRequired)
    field = Sample.field("x", "值", .integer)
    field.minimum = .integer(0)
    field.maximum = .integer(100)
    #expect(refusal { try FieldRules(field).check(.integer(-1)) }?.message == StoreMessages.belowMinimum)
    #expect(
      refusal { try FieldRules(field).check(.decimal(ExactDecimal(units: 1001, scale: 1))) }?.message
        == StoreMessages.aboveMaximum)
    try FieldRules(field).check(.integer(100))
    field = Sample.field("x", "值", .text)
    field.pattern = "[0-9]{3}"
    field.maximum = .integer(2)
    #expect(refusal { try FieldRules(field).check(.text("一二三")) }?.message == StoreMessages.aboveMaximum)
    #expect(refusal { try FieldRules(field).check(.text("12")) }?.message == StoreMessages.patternMismatch)
  }

  @Test func theKeyIsNotSet() throws {
    let workspace = try Self.workspace()
    let found = refusal {
      try workspace.change(
        .set(
          entity: "t.visit", tables: ["t.visit"], fields: [.init(table: "t.visit", id: "number")],
          rows: Sample.query(#"SELECT _rid, 9 FROM "t.visit""#, [("_rid", .integer), ("number", .integer)])))
    }
    #expect(found?.message == StoreMessages.keyIsFixed)
  }

  @Test func deleteTakesTheWholeFamilyAndLeavesWhatOthersReferTo() throws {
    let workspace = try Self.workspace()
    func delete(_ code: String) -> WriteIntent {
      .delete(
        entity: "t.school", tables: ["t.school", "t.unit"],
        rows: Sample.query(
          #"SELECT s._rid, u._rid FROM "t.school" s JOIN "t.unit" u USING (code) WHERE code = ?1"#,
          [("a", .integer), ("b", .integer)], parameters: [.text(code)]))
    }
    let found = refusal { try workspace.change(delete("001")) }
    #expect(found?.message == StoreMessages.rowsReferred)
    #expect(found?.notes.first?.arguments["count"] == "2")
    #expect(try workspace.change(delete("002")).0 == WriteCounts(deleted: 1))
    #expect(
      try workspace.raw(#"SELECT (SELECT count(*) FROM "t.unit"), (SELECT count(*) FROM "t.school")"#) == [
        "1|1"
      ])
    _ = try workspace.undo()
    #expect(try workspace.raw(#"SELECT name, kind FROM "t.unit" WHERE code = '002'"#) == ["二小|学校"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func savedTablesAreReplacedOnlyWhenAskedAndComeBack() throws {
    let workspace = try Self.workspace()
    func save(_ sql: String, replace: Bool = false) -> WriteIntent {
      .save(
        name: "重点", replace: replace,
        rows: Sample.query(sql, [("number", .integer), ("score", .decimal(precision: 5, scale: 2))]))
    }
    func saved() throws -> [[Value]]? {
      guard let table = try workspace.store.tables().first(where: { $0.name == "重点" }) else { return nil }
      let sql = "SELECT number, score FROM \(quoted(table.storedName)) ORDER BY _rid"
      return try workspace.store.table(of: Sample.query(sql, table.columns.map { ($0.id, $0.type) })).rows
        .map(\.values)
    }
    let first: [[Value]] = [[.integer(1), .decimal(ExactDecimal(units: 150, scale: 2))]]
    _ = try workspace.change(save("SELECT 1, 150"))
    #expect(try saved() == first)
    #expect(refusal { try workspace.change(save("SELECT 2, 200")) }?.message == StoreMessages.savedExists)
    _ = try workspace.change(save("SELECT 2, 200", replace: true))
    #expect(try saved() == [[.integer(2), .decimal(ExactDecimal(units: 200, scale: 2))]])
    #expect(refusal { try workspace.undo(3) }?.message == StoreMessages.undoHasLater)
    _ = try workspace.undo()
    #expect(try saved() == first)
    _ = try workspace.undo()
    #expect(try saved() == nil)
    _ = try workspace.undo(6)
    #expect(try saved() == first)
    #expect(try workspace.store.verify().faults == [])
  }
}

import KitModel
import KitQuery
import Testing

@testable import KitStore

/// Rows for a whole and rows for its parts are kept apart, whatever writes or brings them back.
@Suite struct WholeTests {
  private static let yearly = EntityDeclaration(
    plugin: "t", id: "yearly", label: Label(zh: "年报", en: "Yearly"), key: ["unit", "part"],
    fields: [
      Sample.field("unit", "单位", .text, required: true), Sample.field("part", "学部", .text, required: true),
      Sample.field("pupils", "学生数", .integer),
    ], whole: .init(field: "part", value: "全校"))

  private static let fields = ["unit", "part", "pupils"]

  private static func row(_ unit: String, _ part: String, _ pupils: Int64) -> [Value] {
    [.text(unit), .text(part), .integer(pupils)]
  }

  private static func into(_ unit: String, _ part: String, update: Bool = false) -> WriteIntent {
    .insert(
      entity: "t.yearly", fields: fields.map { .init(table: "t.yearly", id: $0) }, update: update,
      rows: Sample.query(
        "SELECT '\(unit)', '\(part)', 1", [("unit", .text), ("part", .text), ("pupils", .integer)]))
  }

  private static func delete(_ part: String) -> WriteIntent {
    .delete(
      entity: "t.yearly", tables: ["t.yearly"],
      rows: Sample.query(#"SELECT _rid FROM "t.yearly" WHERE part = '\#(part)'"#, [("_rid", .integer)]))
  }

  @Test(arguments: [WriteMode.insert, .upsert, .merge])
  func manyRowsAreRefused(mode: WriteMode) throws {
    let workspace = try TestWorkspace([Self.yearly])
    let rows = [Self.row("A", "全校", 5), Self.row("B", "小学部", 3), Self.row("A", "小学部", 3)]
    let found = refusal { try workspace.write(rows, into: Self.yearly, fields: Self.fields, mode: mode) }
    #expect(found?.message == StoreMessages.wholeAndParts)
    #expect(found?.notes.map { $0.message.text(.zh, $0.arguments) } == ["A：要写入“小学部”，已有“全校”"])
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.yearly""#) == ["0"])
  }

  @Test func aStatementIsRefusedBesideWhatIsThere() throws {
    let workspace = try TestWorkspace([Self.yearly])
    _ = try workspace.change(Self.into("A", "小学部"))
    _ = try workspace.change(Self.into("A", "初中部"))
    _ = try workspace.change(Self.into("B", "全校"))
    for update in [false, true] {
      let found = refusal { try workspace.change(Self.into("A", "全校", update: update)) }
      #expect(found?.message == StoreMessages.wholeAndParts && found?.notes.count == 2)
    }
    #expect(refusal { try workspace.change(Self.into("B", "小学部")) }?.message == StoreMessages.wholeAndParts)
    _ = try workspace.change(Self.into("B", "全校", update: true))
    _ = try workspace.change(Self.delete("全校"))
    _ = try workspace.change(Self.into("B", "小学部"))
    #expect(try workspace.store.verify().faults.isEmpty)
  }

  @Test func aWholeDoesNotComeBackToItsParts() throws {
    let workspace = try TestWorkspace([Self.yearly])
    _ = try workspace.change(Self.into("A", "全校"))
    _ = try workspace.change(Self.delete("全校"))
    _ = try workspace.change(Self.into("A", "小学部"))
    _ = try workspace.change(Self.into("B", "小学部"))
    let found = refusal { try workspace.undo(2) }
    #expect(found?.message == StoreMessages.undoHasLater && found?.notes.count == 1)
    #expect(try workspace.undo(2, withLater: true).undone == [3, 2])
    #expect(try workspace.raw(#"SELECT unit, part FROM "t.yearly" ORDER BY unit"#) == ["A|全校", "B|小学部"])
    #expect(try workspace.store.verify().faults.isEmpty)
  }

  @Test func whatIsThereAlreadyIsToldByVerify() throws {
    let entity = EntityDeclaration(
      plugin: "t", id: "yearly", label: Self.yearly.label, key: Self.yearly.key, fields: Self.yearly.fields)
    let workspace = try TestWorkspace([entity])
    try workspace.write(
      [Self.row("A", "全校", 5), Self.row("A", "小学部", 3)], into: entity, fields: Self.fields)
    _ = try workspace.reopen([Self.yearly])
    let faults = try workspace.store.verify().faults
    #expect(faults.map(\.message) == [StoreMessages.wholesBesideParts])
    #expect(faults.first?.arguments["rows"] == "A")
    // Other rows can be written all the same.
    _ = try workspace.change(Self.into("B", "全校"))
  }
}

import KitModel
import KitQuery
import Testing

@testable import KitStore

/// Changes and undos in any order: whatever is refused, what was done is sound and points nowhere but to rows.
@Suite struct UndoSequenceTests {
  static let unit = EntityDeclaration(
    plugin: "t", id: "unit", label: Label(zh: "单位", en: "Unit"), key: ["code"],
    fields: [
      Sample.field("code", "编码", .text, required: true),
      FieldDeclaration(id: "place", label: Label(zh: "名次", en: "Place"), type: .integer, isUnique: true),
      Sample.field("parent", "上级", .reference("t.unit")),
    ])
  static let entities = [unit, Sample.visit]

  /// The same numbers for the same seed.
  struct Numbers {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static func write(_ workspace: TestWorkspace, _ numbers: inout Numbers) throws {
    let one = numbers.next(5)
    let other = numbers.next(5)
    func ids(_ table: String, _ condition: String) -> CompiledQuery {
      Sample.query(#"SELECT _rid FROM "t.\#(table)" WHERE \#(condition)"#, [("_rid", .integer)])
    }
    func set(_ table: String, _ field: String, _ type: DataType, _ value: String, _ condition: String)
      -> WriteIntent
    {
      .set(
        entity: "t.\(table)", tables: ["t.\(table)"], fields: [.init(table: "t.\(table)", id: field)],
        rows: Sample.query(
          #"SELECT _rid, \#(value) FROM "t.\#(table)" WHERE \#(condition)"#,
          [("_rid", .integer), (field, type)]))
    }
    let reference = DataType.reference("t.unit")
    let intent: WriteIntent =
      switch numbers.next(9) {
      case 0, 1:
        .insert(
          entity: "t.unit",
          fields: [.init(table: "t.unit", id: "code"), .init(table: "t.unit", id: "place")],
          update: numbers.next(3) == 0,
          rows: Sample.query("SELECT 'U\(one)', \(other)", [("code", .text), ("place", .integer)]))
      case 2, 3:
        .insert(
          entity: "t.visit",
          fields: [.init(table: "t.visit", id: "number"), .init(table: "t.visit", id: "unit")],
          update: numbers.next(2) == 0,
          rows: Sample.query("SELECT \(one), 'U\(other)'", [("number", .integer), ("unit", reference)]))
      case 4:
        set("visit", "unit", reference, numbers.next(3) == 0 ? "NULL" : "'U\(other)'", "number >= \(one)")
      case 5:
        set("unit", "parent", reference, numbers.next(3) == 0 ? "NULL" : "'U\(other)'", "code = 'U\(one)'")
      case 6: set("unit", "place", .integer, "(place + \(one)) % 9", "place IS NOT NULL")
      case 7: .delete(entity: "t.visit", tables: ["t.visit"], rows: ids("visit", "number >= \(one)"))
      default: .delete(entity: "t.unit", tables: ["t.unit"], rows: ids("unit", "code = 'U\(one)'"))
      }
    _ = try workspace.change(intent)
  }

  @Test(arguments: 1...10) func everySequenceEndsSound(seed: Int) throws {
    let workspace = try TestWorkspace(Self.entities)
    var numbers = Numbers(state: UInt64(seed) &* 7919)
    var undone = 0
    for step in 0..<40 {
      do {
        if numbers.next(3) == 0, let head = try workspace.store.chainHead() {
          let id = Int64(1 + numbers.next(Int(head.change)))
          undone += try workspace.undo(id, withLater: numbers.next(2) == 0).undone.count
        } else {
          try Self.write(workspace, &numbers)
        }
      } catch let refusal as Diagnostic {
        // What is refused is refused for a reason that a clerk can act on.
        let unexplained = [StoreMessages.engine, StoreMessages.rowsNotAsJournaled]
        #expect(!unexplained.contains(refusal.message), "\(seed) \(step) \(refusal)")
      }
      let faults = try workspace.store.verify().faults
      try #require(faults == [], "\(seed) \(step)")
    }
    #expect(undone > 0)
    // Back to the beginning and forth again. An entry that took something earlier back may rest on a later change.
    let end = try Self.rows(workspace)
    var entries: [Int64] = []
    while let last = try workspace.raw(
      #"SELECT max(id) FROM "_change" WHERE kind = 'change' AND undone_by IS NULL"#
    ).first.flatMap({ Int64($0) }) {
      entries += try workspace.undo(last, withLater: true).entries.map(\.id)
    }
    #expect(try Self.rows(workspace) == [])
    for entry in entries.reversed() { _ = try workspace.undo(entry) }
    #expect(try Self.rows(workspace) == end)
    #expect(try workspace.store.verify().faults == [])
  }

  /// All that the tables hold.
  private static func rows(_ workspace: TestWorkspace) throws -> [String] {
    try workspace.raw(
      """
      SELECT _rid, code, place, parent FROM "t.unit"
      UNION ALL SELECT _rid, number, unit, note FROM "t.visit" ORDER BY 1
      """)
  }
}

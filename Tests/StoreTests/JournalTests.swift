import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct JournalTests {
  static func setNotes(_ note: String, where condition: String = "1") -> WriteIntent {
    .set(
      entity: "t.visit", tables: ["t.visit"], fields: [.init(table: "t.visit", id: "note")],
      rows: Sample.query(
        #"SELECT _rid, ?1 FROM "t.visit" WHERE \#(condition)"#, [("_rid", .integer), ("note", .text)],
        parameters: [.text(note)]))
  }

  static func deleteVisits(where condition: String = "1") -> WriteIntent {
    .delete(
      entity: "t.visit", tables: ["t.visit"],
      rows: Sample.query(#"SELECT _rid FROM "t.visit" WHERE \#(condition)"#, [("_rid", .integer)]))
  }

  /// Everything that the table holds, as SQL shows it, doubles to their last bit.
  static func dump(_ workspace: TestWorkspace) throws -> [String] {
    try workspace.raw(
      """
      SELECT _rid, _source, _row, number, day, score, printf('%!.20e', ratio), done, note FROM "t.visit" ORDER BY _rid
      """)
  }

  @Test func undoBringsEveryKindOfChangeBackToTheLastBit() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...40), into: Sample.visit, fields: Sample.visitFields, file: "一.csv")
    let first = try Self.dump(workspace)
    _ = try workspace.change("set", Self.setNotes("改", where: "number % 3 = 0"))
    let second = try Self.dump(workspace)
    let (deleted, _) = try workspace.change("delete", Self.deleteVisits(where: "number > 20"))
    #expect(deleted == WriteCounts(deleted: 20))
    let third = try Self.dump(workspace)
    #expect(try workspace.undo().undone == [3])
    #expect(try Self.dump(workspace) == second)
    #expect(try workspace.undo().undone == [2])
    #expect(try Self.dump(workspace) == first)
    #expect(try workspace.undo().undone == [1])
    #expect(try Self.dump(workspace) == [])
    #expect(try workspace.store.verify().faults == [])
    // And forth again, by undoing each undo.
    #expect(try workspace.undo(6).undone == [6])
    #expect(try Self.dump(workspace) == first)
    #expect(try workspace.undo(5).undone == [5])
    #expect(try Self.dump(workspace) == second)
    #expect(try workspace.undo(4).undone == [4])
    #expect(try Self.dump(workspace) == third)
    #expect(try workspace.store.verify().faults == [])
    #expect(try workspace.store.changeRecord(1)?.undoneBy == nil)
    #expect(try workspace.store.changeRecord(6)?.undoneBy == 7)
    // Back once more: the same change can be taken back as often as it stands.
    #expect(try workspace.undo().undone == [3])
    #expect(try Self.dump(workspace) == second)
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func undoingTheUndoOfAnUndoTakesTheChangeBackAgain() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    for id in 1...4 { _ = try workspace.undo(Int64(id)) }
    #expect(
      try workspace.raw(#"SELECT id, undone_by FROM "_change""#) == [
        "1|NULL", "2|3", "3|NULL", "4|5", "5|NULL",
      ])
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["1"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func laterChangesOfTheSameRowsAreListedAndTakenToo() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...9), into: Sample.visit, fields: Sample.visitFields)
    _ = try workspace.change("set one", Self.setNotes("甲", where: "number = 4"))
    try workspace.write(Sample.visits(20...22), into: Sample.visit, fields: Sample.visitFields)
    _ = try workspace.change("set two", Self.setNotes("乙", where: "number IN (4, 21)"))
    let found = refusal { try workspace.undo(1) }
    #expect(found?.message == StoreMessages.undoHasLater)
    #expect(found?.notes.map { $0.arguments["command"] } == ["set one", "set two"])
    let dry = try workspace.store.undo(1, withLater: true, isDryRun: true, context: Sample.context())
    #expect(dry.undone == [4, 2, 1])
    #expect(try workspace.raw(#"SELECT count(*) FROM "_change""#) == ["4"])
    #expect(try workspace.undo(1, withLater: true).undone == [4, 2, 1])
    #expect(
      try workspace.raw(#"SELECT number, note FROM "t.visit" ORDER BY 1"#) == [
        "20|NULL", "21|NULL", "22|NULL",
      ])
    #expect(try workspace.store.verify().faults == [])
    // What was taken back no longer stands in the way.
    #expect(try workspace.undo(3).undone == [3])
  }

  @Test func aRowThatOthersReferToHoldsItsChange() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.text("U1")], [.text("U2")]], into: Sample.unit, fields: ["code"])
    try workspace.write(
      [[.integer(1), .text("U2")]], into: Sample.visit, fields: ["number", "unit"], command: "走访")
    try workspace.write(
      [[.text("U1"), .text("小学")]], into: Sample.school, fields: ["code", "stage"], mode: .merge,
      command: "学校")
    let found = refusal { try workspace.undo(1) }
    #expect(found?.notes.compactMap { $0.arguments["command"] } == ["走访", "学校"])
    #expect(try workspace.undo(1, withLater: true).undone == [3, 2, 1])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func aKeyTakenByALaterRowHoldsTheDeletion() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(5)]], into: Sample.visit, fields: ["number"])
    _ = try workspace.change("delete", Self.deleteVisits())
    try workspace.write([[.integer(5)]], into: Sample.visit, fields: ["number"], command: "again")
    #expect(refusal { try workspace.undo(2) }?.notes.first?.arguments["command"] == "again")
    #expect(try workspace.undo(2, withLater: true).undone == [3, 2])
    #expect(try workspace.raw(#"SELECT _rid, number FROM "t.visit""#) == ["1|5"])
  }

  @Test func aDryRunOfAnUndoShowsItAndGoesOnFromThere() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    try workspace.write([[.integer(2)]], into: Sample.visit, fields: ["number"])
    let rows = try Self.dump(workspace)
    func undo() throws -> UndoOutcome {
      try workspace.store.undo(nil, withLater: false, isDryRun: true, context: Sample.context("undo"))
    }
    _ = try workspace.store.change(Sample.context(), isDryRun: true) { change in
      #expect(try undo().undone == [2])
      #expect(try undo().undone == [1])
      // What runs within a dry run is an entry of its own, and can be taken back like any other.
      try workspace.write([[.integer(3)]], into: Sample.visit, fields: ["number"])
      try workspace.write([[.integer(4)]], into: Sample.visit, fields: ["number"], file: "四.csv")
      #expect(try undo().undone == [6])
      #expect(try undo().undone == [5])
      _ = try TestWorkspace.put(
        [[.integer(2)]], into: Sample.visit, fields: ["number"], mode: .insert, source: nil, change)
      #expect(refusal { try undo() }?.message == StoreMessages.undoInsideChange)
    }
    #expect(try Self.dump(workspace) == rows)
    #expect(try workspace.store.chainHead()?.change == 2)
    _ = try workspace.store.change(Sample.context()) { _ in
      let found = refusal {
        try workspace.store.undo(nil, withLater: false, isDryRun: false, context: Sample.context())
      }
      #expect(found?.message == StoreMessages.undoInsideChange)
    }
  }

  @Test func rowIDsNeverComeBack() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(1)], [.integer(2)]], into: Sample.visit, fields: ["number"])
    _ = try workspace.undo()
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    #expect(try workspace.raw(#"SELECT _rid FROM "t.visit""#) == ["3"])
  }

  @Test func whatWasSealedIsNotUndone() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    _ = try workspace.store.change(Sample.context("seal")) { try $0.seal(1, reason: "已印发第7期简报") }
    let found = refusal { try workspace.undo(1) }
    #expect(found?.message == StoreMessages.sealedChange)
    #expect(found?.arguments["reason"] == "已印发第7期简报")
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func undoSaysWhatItCannotFind() throws {
    let workspace = try TestWorkspace()
    #expect(refusal { try workspace.undo() }?.message == StoreMessages.nothingToUndo)
    #expect(refusal { try workspace.undo(3) }?.message == StoreMessages.noSuchChange)
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    _ = try workspace.undo()
    #expect(refusal { try workspace.undo(1) }?.arguments["by"] == "2")
  }

  @Test func theLogIsARelation() throws {
    let workspace = try TestWorkspace()
    try workspace.write(
      Sample.visits(1...4), into: Sample.visit, fields: Sample.visitFields, file: "走访.csv",
      command: "import 走访.csv")
    _ = try workspace.undo()
    let tables = try workspace.store.tables()
    #expect(tables.map(\.name) == ["source", "log", "run_record"])
    for declaration in tables {
      let columns = declaration.columns.map { quoted($0.id) }.joined(separator: ", ")
      let rows = try workspace.store.table(
        of: Sample.query(
          "SELECT \(columns) FROM \(quoted(declaration.storedName)) ORDER BY _rid",
          declaration.columns.map { ($0.id, $0.type) })
      ).rows
      let shown = rows.map {
        zip(declaration.columns.map(\.id), $0.values.map(SQLValue.shown)).filter { $0.0 != "code" }.map(\.1)
      }
      if declaration.name == "log" {
        #expect(
          shown == [
            [
              "1", "2024-11-19 15:06:40", "张三", "zhang", "import 走访.csv", "import", "t.visit", "4", "0", "0",
              "", "2",
            ],
            ["2", "2024-11-19 15:06:40", "张三", "zhang", "undo", "undo", "t.visit", "0", "0", "4", "1", ""],
          ])
      } else if declaration.name == "run_record" {
        #expect(shown == [])
      } else {
        #expect(
          shown == [
            [
              "1", "走访.csv", "表1", "data/走访.csv", "序号、列number、列day、列score、列ratio、列done、列note",
              "列day→day、列done→done、列note→note、列number→number、列ratio→ratio、列score→score", "t.visit",
              "2024-11-19 15:06:40", "张三", "zhang", "1", Sample.receivedDigest,
            ]
          ])
      }
    }
  }

  @Test func aValueLeadsToTheCellItCameFrom() throws {
    let workspace = try TestWorkspace()
    try workspace.write(
      [[.integer(1), .text("甲")], [.integer(2), .text("乙")]], into: Sample.visit, fields: ["number", "note"],
      file: "一.csv")
    try workspace.write(
      [[.integer(2), .integer(1)]].map { [$0[0], .decimal(ExactDecimal(units: 900, scale: 2))] },
      into: Sample.visit, fields: ["number", "score"], mode: .merge, file: "二.csv")
    let note = try workspace.store.origin(entity: Sample.visit, key: [.integer(2)], field: "note")
    #expect(note?.source?.file == "一.csv")
    #expect(note?.row == 3)
    #expect(note?.column == 3)
    let score = try workspace.store.origin(entity: Sample.visit, key: [.integer(2)], field: "score")
    #expect(score?.source?.file == "二.csv")
    #expect(score?.row == 2)
    _ = try workspace.change("set 备注", Self.setNotes("改", where: "number = 2"))
    let changed = try workspace.store.origin(entity: Sample.visit, key: [.integer(2)], field: "note")
    #expect(changed?.change.context.command == "set 备注")
    #expect(changed?.source == nil)
    // An undo brings the value back, and with it where it came from.
    _ = try workspace.undo()
    let back = try workspace.store.origin(entity: Sample.visit, key: [.integer(2)], field: "note")
    #expect(back == note)
    #expect(try workspace.store.origin(entity: Sample.visit, key: [.integer(9)], field: "note") == nil)
  }
}

import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct WritingTests {
  @Test func rowsAreStoredInTheFormTheArchitectureFixes() throws {
    let workspace = try TestWorkspace()
    let (counts, change) = try workspace.write(
      Sample.visits(1...3, note: "好"), into: Sample.visit, fields: Sample.visitFields, file: "走访.csv")
    #expect(counts == WriteCounts(inserted: 3))
    #expect(change?.counts == counts)
    #expect(
      try workspace.raw(#"SELECT * FROM "t.visit" ORDER BY _rid LIMIT 2"#) == [
        "1|1|2|1|NULL|2024-10-05|25|0.333333333333333|0|好",
        "2|1|3|2|NULL|2024-10-06|50|0.666666666666667|1|好",
      ])
  }

  @Test func manyRowsAreInsertedAndTheKeyIndexIsBuiltAgain() throws {
    let workspace = try TestWorkspace()
    let rows = (0..<50_000).map { [Value.integer(Int64(99_999 - $0))] }
    let (counts, _) = try workspace.write(rows, into: Sample.visit, fields: ["number"], mode: .upsert)
    #expect(counts == WriteCounts(inserted: 50_000))
    #expect(try workspace.raw(#"SELECT count(*), sum(number) FROM "t.visit""#) == ["50000|3749975000"])
    #expect(try workspace.raw("SELECT count(*) FROM sqlite_schema WHERE name = 't.visit~key'") == ["1"])
    #expect(try workspace.store.verify().faults == [])
  }

  /// Buffers of all sizes: their digests are worked out on one thread or another, and in their order.
  @Test func digestsOfManyBuffersAreThoseOfTheRows() throws {
    let workspace = try TestWorkspace()
    _ = try workspace.store.change(Sample.context("command")) { change in
      let writer = try change.rowWriter(
        into: Sample.visit, fields: ["number", "note"], mode: .insert, source: nil)
      var (number, size) = (0, 1)
      var buffer = RowBuffer(width: 2)
      for _ in 0..<40 {
        let note = buffer.keep("同")
        for _ in 0..<size {
          number += 1
          buffer.append(Int64(number))
          if number.isMultiple(of: 3) { buffer.append(note) } else { buffer.append(text: "第\(number)行") }
          buffer.endRow(number: number)
        }
        try writer.append(buffer)
        buffer.removeAll()
        size = size * 7 % 1009
      }
      _ = try writer.finish()
    }
    #expect(try workspace.store.verify().faults == [])
    let notes = try workspace.raw(#"SELECT note FROM "t.visit" ORDER BY number LIMIT 4"#)
    #expect(notes == ["第1行", "第2行", "同", "第4行"])
  }

  @Test(arguments: [40, 30_000]) func keysThatClashAreNamedWithTheirRows(count: Int) throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(7)]], into: Sample.visit, fields: ["number"])
    var rows = (1...count).map { [Value.integer(Int64($0 + 100))] }
    rows[4] = [.integer(7)]
    rows[9] = rows[20]
    let found = refusal {
      try workspace.write(rows, into: Sample.visit, fields: ["number"], file: "走访.csv")
    }
    #expect(found?.message == StoreMessages.keyClash)
    #expect(found?.arguments["count"] == "2")
    #expect(found?.notes.map { $0.arguments["value"] } == ["7", "121"])
    #expect(found?.notes.map { $0.arguments["rows"] } == ["6", "11、22"])
    #expect(found?.notes.first?.message == StoreMessages.clashWithStored)
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["1"])
    #expect(try workspace.raw(#"SELECT count(*) FROM "_source""#) == ["0"])
    #expect(try workspace.store.verify().isSound)
  }

  @Test func aRowWithoutKeyIsRefusedByItsNumber() throws {
    let workspace = try TestWorkspace()
    for mode in [WriteMode.insert, .merge] {
      let found = refusal {
        try workspace.write([[.integer(1)], [.null]], into: Sample.visit, fields: ["number"], mode: mode)
      }
      #expect(found?.message == StoreMessages.emptyKey)
      #expect(found?.arguments["rows"] == "3")
    }
  }

  @Test func anUpsertTellsNewChangedAndUnchangedRowsApart() throws {
    let workspace = try TestWorkspace()
    let fields = ["number", "note"]
    try workspace.write(
      [[.integer(1), .text("甲")], [.integer(2), .text("乙")], [.integer(3), .text("丙")]], into: Sample.visit,
      fields: fields, file: "一.csv")
    let rows: [[Value]] = [
      [.integer(2), .text("二")], [.integer(3), .null], [.integer(1), .text("甲")], [.integer(4), .null],
    ]
    let (merged, change) = try workspace.write(
      rows, into: Sample.visit, fields: fields, mode: .merge, file: "二.csv")
    #expect(merged == WriteCounts(inserted: 1, updated: 1, unchanged: 2))
    #expect(change?.parts.map(\.action) == [.update, .insert])
    #expect(
      try workspace.raw(#"SELECT number, note, _source, _row FROM "t.visit" ORDER BY number"#) == [
        "1|甲|1|2", "2|二|2|2", "3|丙|1|4", "4|NULL|2|5",
      ])
    let (upserted, _) = try workspace.write(
      rows, into: Sample.visit, fields: fields, mode: .upsert, file: "三.csv")
    #expect(upserted == WriteCounts(updated: 1, unchanged: 3))
    #expect(try workspace.raw(#"SELECT note, _source FROM "t.visit" WHERE number = 3"#) == ["NULL|3"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func whatChangesNothingLeavesNoEntry() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    let (counts, change) = try workspace.write(
      [[.integer(1)]], into: Sample.visit, fields: ["number"], mode: .upsert, file: "同.csv")
    #expect(counts == WriteCounts(unchanged: 1))
    #expect(change == nil)
    #expect(
      try workspace.raw(#"SELECT (SELECT count(*) FROM "_change"), (SELECT count(*) FROM "_source")"#) == [
        "1|0"
      ])
  }

  @Test func updateWantsKeysThatAreThere() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"])
    let found = refusal {
      try workspace.write(
        [[.integer(1)], [.integer(9)]], into: Sample.visit, fields: ["number"], mode: .update)
    }
    #expect(found?.message == StoreMessages.noSuchRow)
    #expect(found?.arguments["keys"] == "9")
  }

  @Test func aUniqueValueThatAnotherRowHasIsNamed() throws {
    var unit = Sample.unit
    unit.fields[1].isUnique = true
    let workspace = try TestWorkspace([unit])
    let fields = ["code", "name"]
    try workspace.write([[.text("1"), .text("一小")], [.text("2"), .text("二小")]], into: unit, fields: fields)
    for code in ["2", "3"] {
      let found = refusal {
        try workspace.write([[.text(code), .text("一小")]], into: unit, fields: fields, mode: .merge)
      }
      #expect(found?.message == StoreMessages.uniqueClash)
      #expect(found?.arguments["fields"] == "名称")
    }
  }

  @Test func anEntityThatExtendsAnotherLivesInBothTables() throws {
    let workspace = try TestWorkspace()
    let fields = ["code", "name", "stage"]
    try workspace.write([[.text("001"), .text("一小")]], into: Sample.unit, fields: ["code", "name"])
    let rows: [[Value]] = [
      [.text("001"), .text("第一小学"), .text("小学")], [.text("002"), .text("二中"), .text("初中")],
    ]
    let (counts, change) = try workspace.write(rows, into: Sample.school, fields: fields, mode: .merge)
    #expect(counts == WriteCounts(inserted: 2))
    #expect(
      change?.parts.map { "\($0.table) \($0.action) \($0.rows)" } == [
        "t.unit update 1", "t.unit insert 1", "t.school insert 2",
      ])
    let joined = """
      SELECT u.code, u.name, u.kind, s.stage FROM "t.unit" u JOIN "t.school" s ON s.code = u.code ORDER BY u.code
      """
    #expect(try workspace.raw(joined) == ["001|第一小学|学校|小学", "002|二中|学校|初中"])
    let again: [[Value]] = [
      [.text("001"), .text("一小"), .text("小学")], [.text("002"), .text("二中"), .text("小学")],
    ]
    #expect(
      try workspace.write(again, into: Sample.school, fields: fields, mode: .merge).counts
        == WriteCounts(updated: 2))
    #expect(try workspace.store.verify().faults == [])
    _ = try workspace.undo()
    _ = try workspace.undo()
    #expect(try workspace.raw(#"SELECT code, name, kind FROM "t.unit""#) == ["001|一小|NULL"])
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.school""#) == ["0"])
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func aUnitOfAnotherKindIsNotTurnedIntoASchool() throws {
    let workspace = try TestWorkspace()
    try workspace.write([[.text("T1"), .text("乡镇")]], into: Sample.unit, fields: ["code", "kind"])
    let found = refusal {
      try workspace.write(
        [[.text("T1"), .text("小学")]], into: Sample.school, fields: ["code", "stage"], mode: .merge)
    }
    #expect(found?.message == StoreMessages.otherKind)
    #expect(found?.arguments["keys"] == "T1")
  }

  @Test func aDryRunCountsAndLeavesNothing() throws {
    let workspace = try TestWorkspace()
    let done = try workspace.store.change(Sample.context(), isDryRun: true) {
      try TestWorkspace.put(
        Sample.visits(1...9), into: Sample.visit, fields: Sample.visitFields, mode: .insert, source: nil, $0)
    }
    #expect(done.result == WriteCounts(inserted: 9))
    #expect(done.change?.counts.inserted == 9)
    #expect(try workspace.store.chainHead() == nil)
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["0"])
  }

  @Test func anInnerChangeJoinsAndFailsAlone() throws {
    let workspace = try TestWorkspace()
    let done = try workspace.store.change(Sample.context("outer")) { change in
      _ = try TestWorkspace.put(
        [[.integer(1)]], into: Sample.visit, fields: ["number"], mode: .insert, source: nil, change)
      let clash = refusal {
        try workspace.write([[.integer(2)], [.integer(1)]], into: Sample.visit, fields: ["number"])
      }
      #expect(clash?.message == StoreMessages.keyClash)
      #expect(try workspace.write([[.integer(3)]], into: Sample.visit, fields: ["number"]).change == nil)
      let seen = try workspace.store.table(
        of: Sample.query(#"SELECT number FROM "t.visit" ORDER BY 1"#, [("number", .integer)]))
      #expect(seen.rows.map(\.values) == [[.integer(1)], [.integer(3)]])
    }
    #expect(done.change?.counts == WriteCounts(inserted: 2))
    #expect(try workspace.store.verify().faults == [])
  }

  @Test func aBodyThatThrowsLeavesEverythingAsItWas() throws {
    struct Stop: Error {}
    let workspace = try TestWorkspace()
    #expect(throws: Stop.self) {
      try workspace.store.change(Sample.context()) { change in
        _ = try TestWorkspace.put(
          [[.integer(1)]], into: Sample.visit, fields: ["number"], mode: .insert, source: nil, change)
        throw Stop()
      }
    }
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["0"])
    #expect(try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"]).change?.id == 1)
  }
}

import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct ReadingTests {
  @Test func valuesComeBackAsTheyWereWritten() throws {
    let workspace = try TestWorkspace()
    let rows = Sample.visits(1...5, note: "好")
    try workspace.write(rows, into: Sample.visit, fields: Sample.visitFields)
    let columns = Sample.visitFields.map { ($0, Sample.type(of: $0, in: Sample.visit)) }
    let names = columns.map { quoted($0.0) }.joined(separator: ", ")
    let table = try workspace.store.table(of: Sample.query(#"SELECT \#(names) FROM "t.visit""#, columns))
    #expect(table.rows.map(\.values) == rows)
    #expect(table.columns.map(\.id) == Sample.visitFields)
  }

  /// A question must not touch the file: no sync of the disk, and no change for whoever copies the folder.
  @Test func askingWritesNothing() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...5), into: Sample.visit, fields: Sample.visitFields)
    _ = try workspace.reopen()
    try workspace.store.close()
    let before = try Data(contentsOf: URL(filePath: workspace.file))
    _ = try workspace.reopen()
    let query = Sample.query(#"SELECT number FROM "t.visit""#, [("number", .integer)])
    #expect(try workspace.store.table(of: query).rows.count == 5)
    let journal = try Data(contentsOf: URL(filePath: workspace.file + "-wal"))
    #expect(journal.isEmpty)
    try workspace.store.close()
    let after = try Data(contentsOf: URL(filePath: workspace.file))
    #expect(after == before)
    for suffix in ["-wal", "-shm"] {
      #expect(!FileManager.default.fileExists(atPath: workspace.file + suffix))
    }
  }

  @Test func readingStopsWhenAsked() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...50), into: Sample.visit, fields: Sample.visitFields)
    var seen = 0
    try workspace.store.forEachRow(of: Sample.query(#"SELECT number FROM "t.visit""#, [("number", .integer)]))
    { _ in
      seen += 1
      return seen == 7 ? .stop : .next
    }
    #expect(seen == 7)
  }

  @Test func lentRowsSayWhatReadRowsSay() throws {
    let workspace = try TestWorkspace()
    let sql = """
      SELECT 'S1', '甲', 1205, 7, NULL, '2024-09-01', 1, 0.5
      UNION ALL SELECT NULL, '', NULL, -3, 'b', '2024年', 0, NULL
      """
    let query = Sample.query(
      sql,
      [
        ("unit", .reference("t.school")), ("name", .text), ("score", .decimal(precision: 9, scale: 2)),
        ("count", .integer), ("note", .text), ("day", .date), ("passed", .boolean), ("share", .real),
      ])
    let table = try workspace.store.table(of: query)
    var number = 0
    try workspace.store.forEachKeyedRow(of: query) { row in
      for (column, value) in table.rows[number].values.enumerated() {
        #expect(try row.value(at: column) == value)
        let text = row.text(at: column).map { String(decoding: $0, as: UTF8.self) }
        let decimal = try row.decimal(at: column)
        switch value {
        case .text(let own) where table.columns[column].type == .text: #expect(text == own)
        case .reference(let reference): #expect(text == reference.key)
        default: #expect(text == nil)
        }
        switch value {
        case .integer(let own): #expect(decimal == ExactDecimal(units: own, scale: 0))
        case .decimal(let own): #expect(decimal == own)
        default: #expect(decimal == nil)
        }
      }
      number += 1
    }
    #expect(number == 2)
  }

  @Test func lentNumbersThatOverflowedAreRefused() throws {
    let workspace = try TestWorkspace()
    let query = Sample.query("SELECT 1e30", [("sum", .decimal(precision: 18, scale: 2))])
    #expect(throws: Diagnostic.self) {
      try workspace.store.forEachKeyedRow(of: query) { row in _ = try row.decimal(at: 0) }
    }
    #expect(throws: Diagnostic.self) {
      try workspace.store.forEachKeyedRow(of: query) { row in _ = try row.value(at: 0) }
    }
  }

  @Test func queriesRunInsideTheRowsOfOthers() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...3), into: Sample.visit, fields: Sample.visitFields)
    let query = Sample.query(#"SELECT number FROM "t.visit""#, [("number", .integer)])
    var pairs = 0
    try workspace.store.forEachRow(of: query) { _ in
      try workspace.store.forEachRow(of: query) { _ in
        pairs += 1
        return .next
      }
      return .next
    }
    #expect(pairs == 9)
  }

  @Test func twoThingsAreReadAtOnce() throws {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...3), into: Sample.visit, fields: Sample.visitFields)
    let store = workspace.store
    let query = Sample.query(#"SELECT number FROM "t.visit""#, [("number", .integer)])
    let count = { @Sendable in try store.table(of: query).rows.count }
    let (own, other) = try store.read(count, beside: count)
    #expect(own == 3 && other == 3)
    // Within a change both see what it has done.
    _ = try store.change(Sample.context("command")) { change in
      _ = try TestWorkspace.put(
        Sample.visits(4...5), into: Sample.visit, fields: Sample.visitFields, mode: .insert, source: nil,
        change)
      let (own, other) = try store.read(count, beside: count)
      #expect(own == 5 && other == 5)
    }
    let faulty = Sample.query(#"SELECT number FROM "t.none""#, [("number", .integer)])
    let refused = { @Sendable in try store.table(of: faulty).rows.count }
    #expect(throws: Diagnostic.self) { try store.read(count, beside: refused) }
    #expect(throws: Diagnostic.self) { try store.read(refused, beside: count) }
    // Neither leaves a connection behind that the next change would wait for.
    try workspace.write(Sample.visits(6...6), into: Sample.visit, fields: Sample.visitFields)
    #expect(try count() == 6)
  }

  @Test func tablesOfTheSessionAreSeenByQueriesAndChanges() throws {
    let workspace = try TestWorkspace()
    let columns = [
      Column(id: "number", label: Label(zh: "编号", en: "Number"), type: .integer),
      Column(id: "note", label: Label(zh: "备注", en: "Note"), type: .text),
    ]
    let writer = try workspace.store.scratchWriter(
      name: nil, label: Label(zh: "一.csv", en: "一.csv"), columns: columns)
    var rows = RowBuffer(width: 2)
    for number in 1...100 {
      rows.append(Int64(number))
      rows.append(text: "第\(number)行")
      rows.endRow(number: number)
    }
    try writer.append(rows)
    try writer.append(rows)
    let table = try writer.finish()
    let name = quoted(table.storedName)
    let count = Sample.query("SELECT count(*), max(note) FROM \(name)", [("n", .integer), ("m", .text)])
    #expect(try workspace.store.table(of: count).rows.map(\.values) == [[.integer(200), .text("第9行")]])
    #expect(try workspace.raw("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'temp.%'") == ["0"])
    let (counts, _) = try workspace.change(
      IntentTests.insert(
        "SELECT DISTINCT number, note FROM \(name) WHERE number > 90",
        [("number", .integer), ("note", .text)]))
    #expect(counts == WriteCounts(inserted: 10))
    var seen = 0
    try workspace.store.forEachRow(
      of: Sample.query("SELECT number FROM \(name) LIMIT 3", [("number", .integer)])
    ) { _ in
      seen += try workspace.store.table(of: count).rows.count
      return .next
    }
    #expect(seen == 3)
    try workspace.store.dropScratch(table)
    #expect(refusal { try workspace.store.table(of: count) }?.message == StoreMessages.engine)
  }

  @Test func aLongQueryIsInterruptedFromAnotherThread() throws {
    let workspace = try TestWorkspace()
    let endless = Sample.query(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
      [("i", .integer)])
    let store = workspace.store
    let timer = Thread {
      Thread.sleep(forTimeInterval: 0.1)
      store.interrupt()
    }
    timer.start()
    #expect(throws: CancellationError.self) { try store.table(of: endless) }
    #expect(try store.table(of: Sample.query("SELECT 1", [("one", .integer)])).rows.count == 1)
  }

  @Test func aChangeIsInterruptedAndLeavesNothing() throws {
    let workspace = try TestWorkspace()
    let store = workspace.store
    #expect(throws: CancellationError.self) {
      try store.change(Sample.context()) { change in
        let writer = try change.rowWriter(into: Sample.visit, fields: ["number"], mode: .insert, source: nil)
        var rows = RowBuffer(width: 1)
        for number in 0..<1000 {
          rows.append(Int64(number))
          rows.endRow(number: number)
        }
        store.interrupt()
        try writer.append(rows)
        return try writer.finish()
      }
    }
    #expect(try workspace.raw(#"SELECT count(*) FROM "t.visit""#) == ["0"])
    #expect(try workspace.write([[.integer(1)]], into: Sample.visit, fields: ["number"]).counts.inserted == 1)
  }

  @Test func whatAQueryMeetsWhileItRunsHasWordsOfItsOwn() throws {
    let workspace = try TestWorkspace()
    let query = Sample.query(
      "SELECT sum(n) FROM (SELECT 9223372036854775807 AS n UNION ALL SELECT 1)", [("n", .integer)])
    #expect(refusal { try workspace.store.table(of: query) }?.message.id == "query.overflow")
  }

  @Test func thePlanIsATable() throws {
    let workspace = try TestWorkspace()
    let plan = try workspace.store.plan(of: Sample.query(#"SELECT * FROM "t.unit" WHERE code = 'x'"#, []))
    #expect(plan.rows.map(\.values) == [[.text("SEARCH t.unit USING INDEX t.unit~key (code=?)")]])
  }
}

import Crypto
import Foundation
import KitModel
import KitQuery
import Testing

@testable import KitStore

@Suite struct VerificationTests {
  /// A history with every kind of part.
  static func history() throws -> TestWorkspace {
    let workspace = try TestWorkspace()
    try workspace.write(Sample.visits(1...30), into: Sample.visit, fields: Sample.visitFields, file: "一.csv")
    _ = try workspace.change("set", JournalTests.setNotes("改", where: "number < 10"))
    _ = try workspace.change("set", JournalTests.setNotes("再改", where: "number < 5"))
    _ = try workspace.change("delete", JournalTests.deleteVisits(where: "number > 25"))
    _ = try workspace.undo()
    _ = try workspace.change(
      "save",
      .save(
        name: "重点", replace: false,
        rows: Sample.query(
          #"SELECT number, note FROM "t.visit" LIMIT 3"#, [("number", .integer), ("note", .text)])))
    try workspace.write([[.integer(99)]], into: Sample.visit, fields: ["number"])
    return workspace
  }

  @Test func aHistoryOfEveryKindIsSound() throws {
    let workspace = try Self.history()
    let report = try workspace.store.verify()
    #expect(report.faults == [])
    #expect(report.changes == 7)
    #expect(report.head?.change == 7)
  }

  @Test(arguments: [
    (#"UPDATE "t.visit" SET note = '改' WHERE number = 20"#, "store.rows-differ"),
    (#"UPDATE "t.visit" SET ratio = ratio * (1 + 1e-15) WHERE number = 2"#, "store.rows-differ"),
    (#"UPDATE "t.visit" SET _source = NULL WHERE number = 12"#, "store.rows-differ"),
    (#"DELETE FROM "t.visit" WHERE number = 99"#, "store.rows-differ"),
    (#"INSERT INTO "t.visit" (_rid, number) VALUES (5000, 5000)"#, "store.count-differs"),
    (#"UPDATE "t.visit~before" SET note = '甲' WHERE _seq = 3"#, "store.rows-differ"),
    (#"UPDATE "saved.1" SET note = 'x' WHERE _rid = 1"#, "store.rows-differ"),
    (#"UPDATE "_change" SET person = '王五' WHERE id = 2"#, "store.chain-broken"),
    (#"UPDATE "_change" SET undone_by = 7 WHERE id = 2"#, "store.chain-broken"),
    (#"DELETE FROM "_change" WHERE id = 3"#, "store.chain-broken"),
    (#"UPDATE "_part" SET rows = 31 WHERE id = 1"#, "store.chain-broken"),
    (#"UPDATE "_source" SET file = '二.csv'"#, "store.chain-broken"),
  ]) func whatIsAlteredFromOutsideIsFound(sql: String, fault: String) throws {
    let workspace = try Self.history()
    try workspace.tamper(sql)
    let report = try workspace.store.verify()
    #expect(report.faults.map(\.message.id).contains(fault))
  }

  @Test func theCodeOnAPaperFindsItsEntry() throws {
    let workspace = try Self.history()
    let head = try #require(try workspace.store.changeRecord(3)?.head)
    let typed = head.code.lowercased().replacing("-", with: " ")
    #expect(try workspace.store.verify(against: typed).found?.id == 3)
    let missing = try workspace.store.verify(against: "0000-0000-0000")
    #expect(missing.faults.map(\.message) == [StoreMessages.codeNotFound])
    #expect(try workspace.raw(#"SELECT code FROM "log" WHERE id = 3"#) == [head.code])
  }

  @Test func aDigestCanBeWorkedOutByHand() throws {
    let workspace = try TestWorkspace([Sample.unit])
    try workspace.write(
      [[.text("中"), .null, .text("x")]], into: Sample.unit, fields: ["code", "kind", "name"])
    // id 1, no source, no row, code 中 (3 bytes), name x, kind empty: a byte for the kind, then the value.
    var bytes: [UInt8] = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    bytes += [3, 3, 0, 0, 0, 0, 0, 0, 0, 0xE4, 0xB8, 0xAD, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0x78, 0]
    let expected = SHA256.hash(data: bytes).map { String(format: "%02X", $0) }.joined()
    #expect(try workspace.raw(#"SELECT hex(digest) FROM "_part""#) == [expected])
  }
}

import Testing

@testable import KitWorkspace

/// Keys in order, which need no hashing, and out of order.
@Suite struct KeyTableTests {
  private func insert(_ key: String, _ row: Int, into table: inout KeyTable) -> Int? {
    Array(key.utf8).withUnsafeBufferPointer { table.insert($0, row: row) }
  }

  private func row(of key: String, in table: KeyTable) -> Int? {
    Array(key.utf8).withUnsafeBufferPointer { table.row(of: $0) }
  }

  @Test func aKeyMetAgainGivesItsFirstRowWhereverItStood() {
    var table = KeyTable()
    for number in 1...3000 { #expect(insert(String(number), number, into: &table) == nil) }
    #expect(row(of: "1", in: table) == 1 && row(of: "3000", in: table) == 3000)
    #expect(row(of: "3001", in: table) == nil && row(of: "", in: table) == nil)
    #expect(insert("3000", 9001, into: &table) == 3000)
    #expect(insert("17", 9002, into: &table) == 17)
    for number in 4001...9000 { #expect(insert(String(number), number, into: &table) == nil) }
    for number in [1, 17, 999, 3000, 4001, 9000] {
      #expect(insert(String(number), 1, into: &table) == number)
      #expect(row(of: String(number), in: table) == number)
    }
    #expect(row(of: "3500", in: table) == nil)
  }

  @Test func anEmptyKeyIsOneToo() {
    var table = KeyTable()
    #expect(insert("", 1, into: &table) == nil)
    #expect(insert("", 2, into: &table) == 1)
    #expect(row(of: "", in: table) == 1)
  }

  @Test func numbersThatTurnBackAreFoundTwice() throws {
    let office = try ImporterTests.Office()
    let text = "代码,名称,学段\n5,甲小学,小学\n7,乙小学,小学\n6,丙小学,小学\n7,丁小学,小学\n"
    let report = try office.take(text, into: "school")
    #expect(report.isRefused && report.sheets.first?.faults.map { $0.location?.row } == [3, 5])
  }
}

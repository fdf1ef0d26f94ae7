import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// What `--keep-good` takes of a file, and how columns that only number rows are told.
@Suite struct KeptRowsTests {
  @Test func noRowThatIsTakenRefersToOneThatIsNot() throws {
    let office = try ImporterTests.Office()
    // 1 has a kind that there is not; 2 refers to it, 3 refers to 2.
    let text = "代码,名称,类别,上级\n1,某镇,村庄,\n2,甲小学,学校,某镇\n3,乙小学,学校,2\n4,丙镇,乡镇,\n5,丁小学,学校,丙镇\n"
    let report = try office.take(text, into: "unit") { $0.keepsGood = true }
    #expect(report.rejected == 3 && report.counts == WriteCounts(inserted: 2))
    #expect(try office.rows(#"SELECT code FROM "p.unit" ORDER BY code"#, columns: 1) == ["4", "5"])
    #expect(report.sheets.first?.faults.map { $0.location?.row } == [2, 3, 4])
    let dangling = """
      SELECT code FROM "p.unit" WHERE parent IS NOT NULL AND parent NOT IN (SELECT code FROM "p.unit")
      """
    #expect(try office.rows(dangling, columns: 1).isEmpty)
  }

  @Test func goodRowsThatAreThereAlreadyAreCountedBesideTheBadOnes() throws {
    let office = try ImporterTests.Office()
    try office.take(ImporterTests.two, into: "school")
    let bad = ImporterTests.two + "0003,丙小学,大学,5\n"
    let report = try office.take(bad, into: "school") { $0.keepsGood = true }
    #expect(report.change == nil && !report.isRefused && report.rejected == 1)
    #expect(report.counts == WriteCounts(unchanged: 2))
    #expect(report.table.rows.first?.values.dropFirst(2).first == .integer(0))
  }

  @Test func whereNoRowIsGoodTheTableSaysSo() throws {
    let office = try ImporterTests.Office()
    let report = try office.take("代码,名称,学段\n0003,丙小学,大学\n", into: "school") { $0.keepsGood = true }
    #expect(report.change == nil && !report.isRefused && report.rejected == 1)
    #expect(
      report.table.rows.first?.values.suffix(4) == [.integer(0), .integer(0), .integer(0), .integer(1)])
  }

  @Test func aTrialOfARefusalIsARefusal() throws {
    let office = try ImporterTests.Office()
    let bad = ImporterTests.two + "0003,丙小学,大学,5\n"
    #expect(try office.take(bad, into: "school") { $0.isDryRun = true }.isRefused)
    let kept = try office.take(bad, into: "school") {
      $0.isDryRun = true
      $0.keepsGood = true
    }
    #expect(!kept.isRefused && kept.rejected == 1 && kept.counts.inserted == 2)
  }

  private func columns(_ text: String) throws -> [String] {
    let office = try ImporterTests.Office()
    return try office.take(text, into: "school").allRemarks().filter {
      [ImportRemarks.rowNumbers, ImportRemarks.unmatched].contains($0.message)
    }.map { $0.message.text(.zh, $0.arguments) }
  }

  @Test func columnsThatNumberTheRowsAreNoneToWorryAbout() throws {
    #expect(
      try columns("序号,代码,名称,学段,食堂\n7,1,甲小学,小学,有\n") == ["“序号”是行的序号，不用收。", "1 列没有收：食堂。"])
    #expect(
      try columns("编号,代码,名称,学段\n1,1,甲小学,小学\n2,2,乙小学,小学\n合计,,2所,\n") == ["“编号”是行的序号，不用收。"])
    #expect(try columns("No.,代码,名称,学段\n1,1,甲小学,小学\n") == ["“No.”是行的序号，不用收。"])
    #expect(try columns("编号,代码,名称,学段\nA7,1,甲小学,小学\n") == ["1 列没有收：编号。"])
    #expect(try columns("编号,代码,名称,学段\n12,1,甲小学,小学\n") == ["1 列没有收：编号。"])
  }

  @Test func ofTwoColumnsWithOneHeadingTheRightOneIsTheOrigin() throws {
    let office = try ImporterTests.Office()
    let text = "代码,名称,学段,简称,简称\n0001,甲小学,小学,甲,甲小\n"
    try office.take(text, into: "school") { $0.map = ["D": ""] }
    let unit = try #require(office.workspace.declarations["p.unit"])
    let store = office.workspace.store
    let origin = try store.origin(entity: unit, key: [.text("0001")], field: "short")
    #expect(origin?.column == 5)
    // And what was decided holds for the next file of that layout.
    try office.take(text.replacing("甲小\n", with: "甲校\n"), into: "school")
    #expect(try office.rows(#"SELECT short FROM "p.unit""#, columns: 1) == ["甲校"])
  }
}

import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// Rows by year imported straight take what they repeat (the zone of that year) from what the store knows.
@Suite struct RepeatedValuesTests {
  private static func office() throws -> ImporterTests.Office {
    let office = try ImporterTests.Office()
    try office.take("代码,名称,类别\nT1,甲镇,乡镇\nT2,乙镇,乡镇\n", into: "unit")
    try office.take("代码,名称,学段,上级\n01,甲小学,小学,T2\n02,乙小学,小学,T1\n", into: "school")
    return office
  }

  private static func kept(_ office: ImporterTests.Office) throws -> [String] {
    try office.rows(
      #"SELECT unit, year, parent, stage FROM "p.yearly" ORDER BY unit, year"#, columns: 4)
  }

  private static func said(_ report: ImportReport, _ language: UILanguage = .zh) -> [String] {
    let messages = [
      ImportRemarks.repeatedFromNow, ImportRemarks.repeatedFromNowForThen,
      ImportRemarks.repeatedFromYear, ImportRemarks.repeatedFromSameYear,
    ]
    return report.allRemarks().filter { messages.contains($0.message) }.map {
      $0.message.text(language, $0.arguments)
    }
  }

  @Test func theYearAtHandTakesWhatIsThereNow() throws {
    let office = try Self.office()
    let report = try office.take("单位,学年,学生数\n01,2024-2025,5\n02,2024-2025,6\n", into: "yearly")
    #expect(try Self.kept(office) == ["01 2024-2025 T2 小学", "02 2024-2025 T1 小学"])
    #expect(Self.said(report) == ["2 行没有写上级、学段，按学校现在的填。"])
    // What the file says stands, and an empty cell is filled as a missing column is.
    let next = try office.take("单位,学年,上级,学生数\n01,2025-2026,T1,5\n02,2025-2026,,6\n", into: "yearly")
    #expect(
      try Self.kept(office).filter { $0.contains("2025-2026") } == [
        "01 2025-2026 T1 小学", "02 2025-2026 T1 小学",
      ])
    #expect(Self.said(next, .en) == ["2 rows do not say 上级, 学段; taken from 学校 as it stands."])
    // Imported again, nothing is given and nothing said.
    #expect(try Self.said(office.take("单位,学年,学生数\n01,2025-2026,7\n", into: "yearly")).isEmpty)
    #expect(try Self.kept(office).contains("01 2025-2026 T1 小学"))
  }

  @Test func anEarlierYearTakesWhatIsKnownOfItsTime() throws {
    let office = try Self.office()
    // 01 belonged to T1 in 2022 and has moved since.
    try office.take("单位,学年,上级,学段,学生数\n01,2022-2023,T1,小学,5\n01,2024-2025,T2,小学,5\n", into: "yearly")
    let report = try office.take(
      "单位,学年,学生数\n01,2023-2024,5\n01,2021-2022,4\n02,2021-2022,6\n", into: "yearly")
    #expect(
      try Self.kept(office) == [
        "01 2021-2022 T1 小学", "01 2022-2023 T1 小学", "01 2023-2024 T1 小学", "01 2024-2025 T2 小学",
        "02 2021-2022 T1 小学",
      ])
    #expect(
      Self.said(report) == [
        "2 行没有写上级、学段，按库里最近的学年（2022-2023学年）填。",
        "1 行（2021-2022学年）没有写上级、学段，库里没有那时的记录，按学校现在的填。",
      ])
  }

  @Test func whereBlanksClearAnEmptyCellIsAnAnswer() throws {
    let office = try Self.office()
    let text = "单位,学年,上级,学生数\n01,2024-2025,T1,5\n"
    try office.take(text, into: "yearly")
    try office.take(text.replacing("T1", with: ""), into: "yearly") { $0.blanksClear = true }
    #expect(try Self.kept(office) == ["01 2024-2025 - 小学"])
    // A column that the file does not have clears nothing.
    try office.take(text, into: "yearly")
    try office.take("单位,学年,学生数\n01,2024-2025,\n", into: "yearly") { $0.blanksClear = true }
    #expect(try Self.kept(office) == ["01 2024-2025 T1 小学"])
  }
}

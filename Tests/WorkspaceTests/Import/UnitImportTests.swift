import KitModel
import Testing

@testable import KitWorkspace

/// Units in headings, and in lines above a table.
@Suite struct UnitImportTests {
  private func taken(_ text: String) throws -> (rows: [String], said: [String]) {
    let office = try ImporterTests.Office()
    try office.take("代码,名称,学段\n1,甲小学,小学\n", into: "school")
    let report = try office.take(text, into: "yearly")
    let rows = try office.rows(
      #"SELECT CAST(pupils AS TEXT), CAST(area AS TEXT) FROM "p.yearly" ORDER BY year"#, columns: 2)
    return (rows, report.allRemarks().map { $0.message.text(.zh, $0.arguments) })
  }

  private func refusal(_ text: String) throws -> Diagnostic? {
    #expect(throws: Diagnostic.self) { _ = try taken(text) }
  }

  @Test func aHeadingMultipliesItsFiguresAndThatIsSaid() throws {
    let (rows, said) = try taken("代码,学年,学生数（百人）,面积（万平方米）\n1,2024-2025,3.5,0.5\n1,2023-2024,2百,60平方米\n")
    #expect(rows == ["200 6000", "350 500000"])
    #expect(said.contains("“学生数（百人）”的单位是百人，每个数乘以 100 后收进“学生数”。"))
    #expect(said.contains("“面积（万平方米）”的单位是万平方米，每个数乘以 10000 后收进“面积”。"))
  }

  @Test func theUnitOfTheFieldItselfChangesNothing() throws {
    let (rows, said) = try taken("单位：平方米、人,,,\n代码,学年,学生数（人）,面积\n1,2024-2025,3,50\n")
    #expect(rows == ["3 5000"] && !said.contains { $0.contains("每个数") })
  }

  @Test func aLineAboveTheTableCountsForFieldsOfItsKind() throws {
    let (rows, _) = try taken("单位：公顷,,,\n代码,学年,学生数,面积\n1,2024-2025,3,0.5\n")
    #expect(rows == ["3 500000"])
  }

  @Test func whatCannotBeConvertedIsRefused() throws {
    let differs = try refusal("代码,学年,面积（亩）\n1,2024-2025,3\n")
    #expect(differs?.message == ImportMessages.unitDiffers && differs?.location?.column == 3)
    let undeclared = try refusal("代码,学年,经费（万元）\n1,2024-2025,3\n")
    #expect(
      undeclared?.message.text(.zh, undeclared?.arguments ?? [:])
        == "“经费（万元）”的单位是万元，“经费”没有规定单位，不知道怎么换算。")
    let unclear = try refusal("单位：万人,,\n代码,学年,学生数\n1,2024-2025,3\n")
    #expect(unclear?.message == ImportMessages.unitOfTable)
  }
}

import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitWorkspace

@Suite struct IssueWorkbookTests {
  /// All rows of a sheet as text, cells joined by `|`.
  static func rows(_ path: String, sheet: Int) throws -> [String] {
    let reader = try InputFile.open(path).rows(ofSheet: sheet)
    var batch = RowBatch()
    var rows: [String] = []
    while try reader.next(into: &batch) {
      rows += HeadRow.rows(of: batch).map { row in row.inOrder.map(\.cell.text).joined(separator: "|") }
    }
    return rows
  }

  @Test func badCellsAreListedAndMarkedInTheirRows() throws {
    let office = try ImporterTests.Office()
    let report = try office.take(
      "代码,名称,学段,在校生数\n0001,甲小学,小学,约120\n0002,乙中学,初中,300\n0003,,大学,5\n", into: "school")
    let path = try #require(report.issueFile)
    #expect(path.hasSuffix("/exports/问题清单-名单.xlsx"))
    let file = try InputFile.open(path)
    #expect(file.sheets.map(\.name) == ["问题清单", "名单.csv"])
    let list = try Self.rows(path, sheet: 0)
    #expect(list.count == 5)
    #expect(list[2].contains("|D2|在校生数|约120|“学生数”应是整数，现在是“约120”。|只写数字"))
    #expect(list[3].contains("|B4|名称|“名称”必填，这一行空着（0003）。"))
    let original = try Self.rows(path, sheet: 1)
    #expect(original[1] == "行|代码|名称|学段|在校生数|问题")
    #expect(original[2] == "2|0001|甲小学|小学|约120|“学生数”应是整数，现在是“约120”。")
    #expect(original[3].hasPrefix("4|0003|大学|5|“名称”必填，这一行空着（0003）。\n“学段”没有“大学”这一项"))
    #expect(original.count == 4)
  }

  @Test func aTrialRunWritesNone() throws {
    let office = try ImporterTests.Office()
    let report = try office.take("代码,名称,学段\n1,甲,大学\n", into: "school") { $0.isDryRun = true }
    #expect(report.issueFile == nil && report.sheets.first?.faultCount == 1)
  }
}

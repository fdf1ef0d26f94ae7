import Foundation
import KitFormats
import KitModel
import Testing

/// What a spreadsheet says where a figure does not fit.
@Suite struct FormMessageTests {
  @Test(
    arguments: [
      (nil, nil, "请填数字"), (0, nil, "请填数字，不低于 0"), (nil, 9, "请填数字，不超过 9"), (0, 9, "请填数字（下限 0，上限 9）"),
    ] as [(Int64?, Int64?, String)])
  func onlyLimitsThatThereAreAreNamed(least: Int64?, most: Int64?, told: String) throws {
    func value(_ number: Int64?) -> Value? { number.map { .decimal(ExactDecimal(units: $0, scale: 0)) } }
    let column = FormColumn(
      label: "分母", type: .decimal(precision: 18, scale: 4), isLocked: false, minimum: value(least),
      maximum: value(most))
    let page = FormPage(
      name: "表", title: "表", guide: [], facts: "", columns: [column], rows: [[.null]], isVertical: false,
      language: .zh)
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    _ = try FormWorkbook(
      page: page, identity: [["x"]], options: WritingOptions(language: .zh, time: Timestamp(seconds: 0))
    )
    .write(to: path)
    let archive = try ZipArchive.open(path)
    let sheet = try #require(archive.entries.first { $0.name == "xl/worksheets/sheet1.xml" })
    let text = try String(contentsOfFile: archive.extract(sheet, to: folder.path), encoding: .utf8)
    #expect(text.contains("error=\"\(told)\""))
  }
}

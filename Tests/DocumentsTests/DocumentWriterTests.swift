import Foundation
import GoldenFile
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// One document in every format, with texts that would be markup if nobody escaped them.
@Suite struct DocumentWriterTests {
  private static let document = Document([
    .heading("甲镇 <2024> 反馈*报告*", level: 1),
    .facts([.init("得分", "83.50"), .init("名次", "# 第 3 名 & 并列")]),
    .paragraph("- 不是列表，<script>也不是标签</script>"), .heading("失分", level: 2),
    .table(
      Table(
        columns: [
          Column(id: "name", label: Label(zh: "指标", en: "Indicator"), type: .text),
          Column(
            id: "lost", label: Label(zh: "失分", en: "Lost"), type: .decimal(precision: 18, scale: 2)),
        ],
        rows: [
          Table.Row([.text("班额|达标"), .decimal(ExactDecimal(units: 150, scale: 2))]),
          Table.Row([.text("=1+1"), .null]),
        ]), title: "失分情况"),
    .list(["一", "_二_"]), .code("履职 排名 2024"),
  ])

  private static var options: WritingOptions {
    var options = WritingOptions(language: .zh, time: Timestamp(seconds: 1_733_097_600))
    options.author = "罗启超"
    return options
  }

  @Test(arguments: [DocumentFormat.md, .html]) func textsAreAsRead(format: DocumentFormat) throws {
    let written = try DocumentWriter.write(Self.document, format: format, options: Self.options)
    let text = String(decoding: written.bytes, as: UTF8.self)
    let kept = try GoldenFile("report.\(format.rawValue)", besides: #filePath).text(recording: text)
    #expect(text == kept)
  }

  @Test func aWorkbookHasASheetForEachTable() throws {
    let written = try DocumentWriter.write(Self.document, format: .xlsx, options: Self.options)
    let again = try DocumentWriter.write(Self.document, format: .xlsx, options: Self.options)
    #expect(written.bytes == again.bytes)
    let path = FileManager.default.temporaryDirectory.appending(
      path: "dudao-report-\(ProcessInfo.processInfo.processIdentifier).xlsx")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(written.bytes).write(to: path)
    let file = try InputFile.open(path.path, name: "report.xlsx")
    #expect(file.sheets.map(\.name) == ["概况", "失分情况"])
    #expect(
      try rows(of: file, 0) == [
        ["甲镇 <2024> 反馈*报告*", ""], ["项目", "内容"], ["得分", "83.50"], ["名次", "# 第 3 名 & 并列"],
        ["", "- 不是列表，<script>也不是标签</script>"], ["失分", "一"], ["失分", "_二_"], ["", "履职 排名 2024"],
      ])
    #expect(try rows(of: file, 1) == [["失分情况", ""], ["指标", "失分"], ["班额|达标", "1.5"], ["=1+1", ""]])
  }

  @Test func aTextBehindATableIsNotCalledAsTheTable() throws {
    let table = Papers.table(rows: 1)
    let document = Document([
      .heading("题", level: 1), .heading("附", level: 2), .table(table, title: nil), .paragraph("数据截至今天。"),
    ])
    let written = try DocumentWriter.write(document, format: .xlsx, options: Self.options)
    let path = FileManager.default.temporaryDirectory.appending(
      path: "dudao-behind-\(ProcessInfo.processInfo.processIdentifier).xlsx")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(written.bytes).write(to: path)
    let file = try InputFile.open(path.path, name: "behind.xlsx")
    #expect(try rows(of: file, 0) == [["题", ""], ["项目", "内容"], ["", "数据截至今天。"]])
  }

  private func rows(of file: InputFile, _ sheet: Int) throws -> [[String]] {
    var rows: [[String]] = []
    let reader = try file.rows(ofSheet: sheet)
    var batch = RowBatch()
    while try reader.next(into: &batch) {
      for row in batch.rowNumbers.indices {
        var texts = ["", ""]
        for cell in batch.cells(ofRow: row).map({ batch.cells[$0] }) where cell.column < 2 {
          texts[cell.column] = batch.text(cell)
        }
        rows.append(texts)
      }
    }
    return rows
  }
}

import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Papers as docx, opened by python-docx and printed by LibreOffice.
@Suite(.serialized) struct DocxPrintTests {
  private static let canPrint = Program.isThere("soffice", "pdftotext", "pdfinfo")

  private func written(_ document: Document, _ name: String, in folder: PaperFolder) throws -> String {
    let bytes = try DocumentWriter.write(document, format: .docx, options: Papers.options).bytes
    return try folder.file(name, bytes)
  }

  @Test(.enabled(if: canPrint)) func aFullPageHas22LinesOf28Characters() throws {
    let folder = try PaperFolder("full-docx")
    let pdf = try folder.printed(
      try written(Papers.full(characters: 22 * 28 * 3 - 2), "full.docx", in: folder))
    let page = try PrintedPage(pdf, 2)
    #expect(page.size == [595, 842])
    #expect(page.lines.map(\.text.count) == Array(repeating: 28, count: 22))
    // 28 and 26 mm from the edges, 37 and 35 mm: to a millimetre.
    #expect(abs(page.left - 79.4) < 3 && abs(page.right - 521.6) < 3, "\(page.left) \(page.right)")
    #expect(page.top > 104.9 && page.bottom < 742.7, "\(page.top) \(page.bottom)")
  }

  @Test(.enabled(if: canPrint)) func aNoticeIsPrintedInItsLayout() throws {
    let folder = try PaperFolder("notice-docx")
    let pdf = try folder.printed(try written(Papers.notice, "notice.docx", in: folder))
    try NoticeLayout(pdf).check()
  }

  /// What a summary of a year is made of: it stands on one page where it is compact, and did not before.
  @Test(.enabled(if: canPrint)) func aCompactReportStandsOnOnePage() throws {
    let folder = try PaperFolder("compact-docx")
    var document = Document(
      [
        .heading("2024年履职摘要", level: 1),
        .facts((0..<5).map { .init("项目\($0)", "平均 80.58，最高 95.74（云顶乡）") }), .paragraph("指标体系是示例。"),
      ]
        + [2, 6, 5, 5].flatMap { rows in
          [.heading("前三名和后三名", level: 2), .table(Papers.table(rows: rows), title: nil)] as [Document.Block]
        } + [.heading("需要留意", level: 2), .list(["竹溪镇：一票否决"]), .paragraph("数据截至今天。")])
    var pages: [Int] = []
    for isCompact in [true, false] {
      document.isCompact = isCompact
      let pdf = try folder.printed(try written(document, "compact-\(isCompact).docx", in: folder))
      let told = try Program.run("pdfinfo", [pdf])
      pages.append(try #require(Int(told.firstMatch(of: /Pages: +([0-9]+)/)?.output.1 ?? "")))
    }
    #expect(pages == [1, 2])
  }

  @Test(.enabled(if: canPrint)) func headingsOfATableAreRepeated() throws {
    let folder = try PaperFolder("table-docx")
    let document = Document([.table(Papers.table(rows: 150), title: "名单")])
    let pdf = try folder.printed(try written(document, "table.docx", in: folder))
    for number in 1...3 {
      #expect(try PrintedPage(pdf, number).lines.contains { $0.text.contains("学校") }, "page \(number)")
    }
  }

  @Test(.enabled(if: Program.hasModule("docx"))) func pythonReadsWhatWasWritten() throws {
    let folder = try PaperFolder("python")
    let file = try written(Papers.notice, "notice.docx", in: folder)
    let told = try Program.python(
      """
      import docx, sys
      from docx.oxml.ns import qn
      document = docx.Document(sys.argv[1])
      section = document.sections[0]
      print(round(section.page_width.mm), round(section.page_height.mm))
      print(*(round(edge.mm) for edge in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)))
      print(document.settings.odd_and_even_pages_header_footer)
      print(section.footer.paragraphs[0].alignment, section.even_page_footer.paragraphs[0].alignment)
      for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "发文机关标志"):
          style = document.styles[name]
          fonts = style.element.rPr.rFonts.get(qn("w:eastAsia")) if style.element.rPr is not None else "-"
          print(name, fonts)
      for paragraph in document.paragraphs[:9]:
          print(paragraph.style.name, paragraph.text.replace("\\n", "/"))
      table = document.tables[0]
      print(len(table.rows), len(table.columns), table.cell(0, 1).text == table.cell(0, 2).text, table.cell(2, 0).text == table.cell(3, 0).text)
      print(document.core_properties.title, document.core_properties.author, document.core_properties.created)
      """, [file])
    #expect(
      told == """
        210 297
        37 26 35 28
        True
        RIGHT (2) LEFT (0)
        Normal -
        Title 方正小标宋简体
        Heading 1 黑体
        Heading 2 楷体_GB2312
        Heading 3 仿宋_GB2312
        发文机关标志 方正小标宋简体
        版头标注 000012
        版头标注 机密★1年
        版头标注 特急
        发文机关标志 云岭区人民政府教育督导室文件
        发文字号 云教督〔2024〕5号\t签发人：罗启超
        红色分隔线 \n\
        Title 云岭区人民政府教育督导室关于开展/2024年秋季学期开学工作专项督导的通知
        主送机关 各镇人民政府、街道办事处，各学区，各直属学校：
        Body Text 为做好2024年秋季学期开学工作，根据《教育督导条例》和区委、区政府工作安排，决定在全区开展专项督导。现将有关事项通知如下。
        4 4 True True
        云岭区人民政府教育督导室关于开展2024年秋季学期开学工作专项督导的通知 罗启超 2024-12-02 00:00:00

        """)
  }
}

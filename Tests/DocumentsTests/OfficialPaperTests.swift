import GoldenFile
import KitFormats
import Testing

@testable import KitDocuments
@testable import KitModel

/// Parts of official papers: their words, their numbers and their places.
@Suite struct OfficialPaperTests {
  @Test(arguments: [DocumentFormat.md, .html]) func aNoticeIsText(format: DocumentFormat) throws {
    let written = try DocumentWriter.write(Papers.notice, format: format, options: Papers.options)
    let told = String(decoding: written.bytes, as: UTF8.self)
    #expect(told == (try GoldenFile("notice.\(format.rawValue)", besides: #filePath).text(recording: told)))
  }

  @Test func headingsAreCountedByTheirLevels() {
    var numbers = HeadingNumbers()
    let told = [1, 2, 3, 4, 4, 5, 3, 4, 2, 3, 6].map { numbers.next(level: $0) }
    #expect(told == ["", "一、", "（一）", "1.", "2.", "（1）", "（二）", "1.", "二、", "（一）", ""])
    let chinese = [1, 9, 10, 11, 19, 20, 21, 99, 100, 0].map(HeadingNumbers.chinese)
    #expect(chinese == ["一", "九", "十", "十一", "十九", "二十", "二十一", "九十九", "100", "0"])
  }

  @Test func titlesAreBrokenWhereNoWordIsParted() {
    let title = "云岭区人民政府教育督导室关于开展2024年秋季学期开学工作专项督导的通知"
    #expect(TitleLines.of(title, width: 38) == ["云岭区人民政府教育督导室关于开展", "2024年秋季学期开学工作专项督导的通知"])
    #expect(TitleLines.of("关于一件事的通知", width: 38) == ["关于一件事的通知"])
    #expect(TitleLines.of("由人\n分好的标题", width: 38) == ["由人", "分好的标题"])
    #expect(TitleLines.of("", width: 38) == [])
    // Any title is kept whole, and no line is longer than the page.
    for length in [19, 20, 21, 39, 40, 41, 60, 100] {
      let text = String(String(repeating: "关于（做好2024年）《督导》工作的", count: 12).prefix(length))
      let lines = TitleLines.of(text, width: 38)
      #expect(lines.joined() == text)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= 38 }, "\(lines)")
    }
  }

  @Test func aSignatureStandsOverItsDate() {
    let day = Papers.day(2024, 11, 23)
    // Halves of characters from the right: the date takes 14, a name of 8 characters 16.
    let sealed = SignaturePlace(Signature(organs: ["云岭区教育督导室", "区教委"], date: day))
    #expect(sealed.date == 8 && sealed.organs == [7, 12])
    let long = SignaturePlace(Signature(organs: [String(repeating: "长", count: 20)], date: day))
    #expect(long.date == 13 && long.organs == [0])
    let open = SignaturePlace(Signature(organs: ["云岭区教育督导室"], date: day, hasSeal: false))
    #expect(open.date == 2 && open.organs == [4])
    let short = SignaturePlace(Signature(organs: ["区教委"], date: day, hasSeal: false))
    #expect(short.date == 4 && short.organs == [16])
  }

  /// Cells that reach over others, one that would reach out of the table, a row that is too short.
  @Test func aGridHasEveryPlaceOnce() {
    let grid = Grid(
      rows: [
        [.init("a", rows: 2), .init("b", columns: 2)], [.init("c"), .init("d", rows: 9)],
        [.init("e", columns: 9)], [],
      ], headingRows: 1)
    let places = grid.placed.map { row in
      row.map { "\($0.cell.text)\($0.column)+\($0.cell.columns)\($0.isCovered ? "^" : "")" }.joined(
        separator: " ")
    }
    #expect(places == ["a0+1 b1+2", "a0+1^ c1+1 d2+1", "e0+2 d2+1^", "0+2 d2+1^"])
    #expect(grid.table.columns.map(\.label.zh) == ["a", "b", "b"])
    #expect(grid.table.rows.first?.values == [.null, .text("c"), .text("d")])
  }

  @Test func cellsAreMergedInDocxAndHtml() throws {
    let document = Document([.grid(Papers.grid)])
    let docx = try DocumentWriter.write(document, format: .docx, options: Papers.options)
    let text = try DocxFile(docx.bytes, in: try PaperFolder("grid")).text("word/document.xml")
    #expect(text.matches(of: /<w:vMerge w:val="restart"\/>/).count == 3)
    #expect(text.matches(of: /<w:vMerge\/>/).count == 3)
    #expect(text.matches(of: /<w:gridSpan w:val="2"\/>/).count == 2)
    #expect(text.matches(of: /<w:tblHeader\/>/).count == 2)
    let html = try DocumentWriter.write(document, format: .html, options: Papers.options)
    let page = String(decoding: html.bytes, as: UTF8.self)
    #expect(page.contains(#"<th rowspan="2" scope="col">责任区</th><th colspan="2" scope="colgroup">时间</th>"#))
    #expect(page.contains(#"<th rowspan="2" scope="rowgroup">第一责任区</th>"#))
  }
}

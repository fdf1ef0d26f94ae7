import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Attached tables with rows that fill a page or more, and what stands around them.
@Suite(.serialized) struct LongRowTests {
  private static let canPrint = Program.isThere("soffice", "weasyprint", "pdftotext")

  /// A paper whose attachment is a table with one row for each number, which has so many lines of text.
  private static func paper(rows: [Int], isGrid: Bool = true, copies: Int = 1) -> Document {
    var document = Papers.short
    document.blocks.append(.official(.attachment("整改清单", number: nil)))
    let texts = rows.enumerated().map { row, lines in
      String(repeating: "食堂留样登记要补齐。", count: max(0, lines * 2 - 1)) + "第\(row + 1)行止"
    }
    if isGrid {
      var cells = [["序号", "编号", "问题", "期限"].map { Grid.Cell($0) }]
      for (row, text) in texts.enumerated() {
        cells.append([.init("\(row + 1)"), .init("Q\(row + 101)"), .init(text), .init("30日")])
      }
      document.blocks.append(.grid(Grid(rows: cells, widths: [670, 842, 5025, 2308])))
    } else {
      var table = Table(
        columns: ["序号", "编号", "问题"].map { Column(id: $0, label: Label(zh: $0, en: $0), type: .text) })
      for (row, text) in texts.enumerated() {
        table.rows.append(Table.Row([.text("\(row + 1)"), .text("Q\(row + 101)"), .text(text)]))
      }
      document.blocks.append(.table(table, title: nil))
    }
    document.colophon?.copyTo = (1...copies).map { "青石镇第\($0)小学" }.joined(separator: "，")
    return document
  }

  /// What stands on each page, without blanks and page numbers.
  private func pages(_ documents: [Document], _ format: DocumentFormat, in name: String) throws -> [[String]]
  {
    let folder = try PaperFolder("\(name)-\(format.rawValue)")
    let files = try DocumentWriter.write(documents, format: format, options: Papers.options).enumerated().map
    {
      try folder.file("\($0).\(format.rawValue)", $1.bytes)
    }
    return try (format == .docx ? try folder.printed(files) : files).map { file in
      try Program.run("pdftotext", [file, "-"]).split(separator: "\u{C}").map {
        $0.filter { !$0.isWhitespace }.replacing(/—[0-9]+—/, with: "")
      }.filter { !$0.isEmpty }
    }
  }

  /// The page that a row begins on is the one of its number; it ends with the last words of its text.
  private func expectWholeTable(_ pages: [String], rows: Int, _ what: String) {
    for page in pages where page.contains("食堂留样") {
      #expect(page.contains("序号"), "no headings on a page of \(what): \(page)")
    }
    for page in pages where page.contains("整改清单") && page.contains("附件") && !page.contains("工作要点") {
      #expect(page.contains("Q101") && page.contains("食堂留样"), "a title alone in \(what)")
    }
    for row in 1...rows {
      #expect(pages.count { $0.contains("第\(row)行止") } == 1, "row \(row) of \(what)")
    }
    #expect(pages.last?.contains("12月2日印发") == true, "\(what)")
  }

  /// Rows below the title that fit there, that fit a page without it, and that no page has room for.
  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func aRowOfAnyHeightBeginsBelowItsHeadings(format: DocumentFormat) throws {
    let rows = [[31], [70], [3, 60, 3]]
    for isGrid in [true, false] {
      let printed = try pages(
        rows.map { Self.paper(rows: $0, isGrid: isGrid) }, format, in: "long-row-\(isGrid)")
      for (rows, pages) in zip(rows, printed) {
        expectWholeTable(pages, rows: rows.count, "\(rows) \(isGrid)")
      }
    }
  }

  /// Rows that a page has room for are not parted, whatever stands before them.
  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func aRowThatAPageHasRoomForStaysWhole(format: DocumentFormat) throws {
    let papers = [1, 4, 7, 9].map { Self.paper(rows: [$0, 12, 8, 15, 6]) }
    for pages in try pages(papers, format, in: "whole-row") {
      for row in 1...5 {
        #expect(
          pages.contains { $0.contains("Q\(100 + row)") && $0.contains("第\(row)行止") }, "\(row) \(pages)")
      }
    }
  }

  /// Tables that end a paper, around the counts of rows at which they or 版记 begin a new page.
  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func headingsAreRepeatedWhereverAPaperEnds(format: DocumentFormat) throws {
    let counts = [(8, 1), (9, 1), (18, 14), (19, 14), (19, 1), (30, 1), (31, 1)]
    let papers = counts.map { Self.paper(rows: Array(repeating: 3, count: $0), copies: $1) }
    for ((rows, copies), pages) in zip(counts, try pages(papers, format, in: "paper-ends")) {
      expectWholeTable(pages, rows: rows, "\(rows) rows, \(copies) copies")
    }
  }

  /// However long 抄送 is, and on a page that lies on its side.
  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func theColophonLiesOnTheEdgeOfTheTypeArea(format: DocumentFormat) throws {
    let copies = [1, 20, 80]
    var papers = copies.map { Self.paper(rows: [2], copies: $0) }
    var turned = Self.paper(rows: [2], copies: 9)
    turned.blocks.insert(.section(.init(isLandscape: true)), at: turned.blocks.count - 2)
    papers.append(turned)
    let folder = try PaperFolder("colophon-edge-\(format.rawValue)")
    let files = try DocumentWriter.write(papers, format: format, options: Papers.options).enumerated().map {
      try folder.file("\($0).\(format.rawValue)", $1.bytes)
    }
    for (index, file) in try (format == .docx ? folder.printed(files) : files).enumerated() {
      let words = try PrintedWords(file)
      let last = words.sizes.count
      let margins =
        index < copies.count ? PaperMeasures.officialMargins : PaperMeasures.officialMargins.turned
      let (width, height) = try #require(words.sizes.last.map { ($0.width, $0.height) })
      let printed = try #require(words.words.last { $0.page == last && $0.text.contains("印发") }, "\(index)")
      let edge = height - Double(margins.bottom) / 20
      #expect(printed.bottom < edge && printed.bottom > edge - 8, "\(index): \(printed), \(edge)")
      #expect(abs(printed.right - (width - Double(margins.right) / 20 - 14)) < 3, "\(index): \(printed)")
    }
  }

  /// 版记 that finds no room below the table goes to a page of its own, and nothing else does.
  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func aHighColophonLeavesTheTableWhereItIs(format: DocumentFormat) throws {
    let papers = [(4, 20), (14, 30), (20, 45), (20, 30)].map { Self.paper(rows: [$0], copies: $1) }
    for (index, pages) in try pages(papers, format, in: "high-colophon").enumerated() {
      expectWholeTable(pages, rows: 1, "\(index)")
      #expect(pages.count <= 3, "\(index): \(pages)")
    }
  }
}

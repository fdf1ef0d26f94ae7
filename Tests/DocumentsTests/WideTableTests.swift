import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Tables of more columns than a page has room for: nothing of them is lost, and nothing stands outside of the page.
@Suite(.serialized) struct WideTableTests {
  private static let canPrint = Program.isThere("soffice", "weasyprint", "pdftotext")

  /// A code in each cell; every fifth column holds long texts with a code at their end.
  private static func table(columns: Int, rows: Int) -> Table {
    var table = Table(
      columns: (1...columns).map {
        Column(id: "c\($0)", label: Label(zh: "第\($0)项情况", en: "Item \($0)"), type: .text)
      })
    for row in 1...rows {
      table.rows.append(
        Table.Row(
          (1...columns).map { column in
            let text = column.isMultiple(of: 5) ? String(repeating: "检查情况及整改意见，", count: row * 2) : ""
            return .text(text + "R\(row)C\(column)")
          }))
    }
    return table
  }

  private static func codes(columns: Int, rows: Int) -> Set<String> {
    Set((1...rows).flatMap { row in (1...columns).map { "R\(row)C\($0)" } })
  }

  private static var options: WritingOptions {
    var options = Papers.options
    options.layout.title = "宽表"
    return options
  }

  /// On an upright page among other parts.
  private static var card: Document {
    Document([
      .heading("青石镇中心小学", level: 1), .table(table(columns: 24, rows: 3), title: "问题（3 条）"),
      .paragraph("没有记录：单位"),
    ])
  }

  /// With headings over several columns, which stand over what is left of them in each part.
  private static var official: Document {
    var rows = [[Grid.Cell("学校", rows: 2), .init("上半年", columns: 13), .init("下半年", columns: 12)]]
    rows.append((2...26).map { .init("第\($0)项") })
    for row in 1...3 { rows.append((1...26).map { .init("R\(row)C\($0)") }) }
    var document = Papers.short
    document.blocks.insert(.grid(Grid(title: "分项情况", rows: rows, headingRows: 2)), at: 3)
    return document
  }

  /// A row that goes on on the next pages.
  private static var high: Document {
    var table = table(columns: 12, rows: 2)
    let long = (3...200).map { "检查情况及整改意见，按期完成。R\($0)C1 " }.joined()
    table.rows[1].values[4] = .text(long + "R2C5")
    return Document([.table(table, title: nil)])
  }

  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func nothingIsLostOnPaper(format: DocumentFormat) throws {
    let folder = try PaperFolder("wide-\(format.rawValue)")
    let export = TablePaper(options: Self.options).document(Self.table(columns: 34, rows: 8))
    let documents = [export, Self.card, Self.official, Self.high]
    let files = try DocumentWriter.write(documents, format: format, options: Self.options).enumerated().map {
      try folder.file("\($0).\(format.rawValue)", $1.bytes)
    }
    let pages = try (format == .docx ? try folder.printed(files) : files).map { try PrintedWords($0) }

    check(pages[0], columns: 34, rows: 8)
    #expect(pages[0].sizes.allSatisfy { $0.width > $0.height })
    #expect(pages[0].words.contains { $0.text.contains("（续）") })
    // What says which row it is stands in each part.
    #expect(pages[0].codes["R8C1"] ?? 0 > 1)
    check(pages[1], columns: 24, rows: 3)
    check(pages[2], columns: 26, rows: 3)
    check(pages[3], columns: 12, rows: 2)
    let missing = (3...200).filter { pages[3].codes["R\($0)C1"] == nil }
    #expect(missing.isEmpty, "\(missing)")
  }

  private func check(_ words: PrintedWords, columns: Int, rows: Int) {
    let missing = Self.codes(columns: columns, rows: rows).subtracting(words.codes.keys)
    #expect(missing.isEmpty, "\(missing.sorted())")
    let outside = words.outside(margin: 40, foot: 12)
    #expect(outside.isEmpty, "\(outside)")
  }

  /// What stands around a table is printed once.
  @Test func theOfficeOfATableStandsOnce() throws {
    var options = Self.options
    options.layout.unit = "填表单位：督导室"
    options.layout.date = "填表日期：2024年11月23日"
    options.footer = ["第 2 行没有学生数"]
    let document = TablePaper(options: options).document(Self.table(columns: 3, rows: 2))
    let html = String(
      decoding: try DocumentWriter.write(document, format: .html, options: options).bytes, as: UTF8.self)
    for text in ["填表单位：督导室", "填表日期：2024年11月23日", "第 2 行没有学生数"] {
      #expect(html.ranges(of: text).count == 1, "\(text)")
    }
    #expect(html.ranges(of: "宽表").count == 2, "the title of the page and its heading")
  }

  /// A page that `export` wrote, printed from a browser: all columns, on their side.
  @Test(.enabled(if: canPrint)) func aPageThatIsPrintedLosesNoColumn() throws {
    let folder = try PaperFolder("wide-page")
    let html = try TableWriter.write(
      Self.table(columns: 34, rows: 4), format: .html, options: Papers.options, to: .memory
    ).bytes
    let pdf = try PDFPrinter().print([String(decoding: html, as: UTF8.self)])
    let words = try PrintedWords(try folder.file("page.pdf", try #require(pdf.first)))
    #expect(words.outside(margin: 30, foot: 20).isEmpty)
    // Codes are broken there, but no character is missing.
    let digits = words.words.flatMap { $0.text.filter { $0.isASCII } }
    let wanted = (1...34).flatMap { "\($0)" } + Self.codes(columns: 34, rows: 4).flatMap { $0 }
    #expect(digits.sorted() == wanted.sorted())
  }

  /// Codes and numbers get what they need before words are given more.
  @Test func codesAndNumbersAreNotBroken() throws {
    var table = Table(columns: [
      Column(id: "code", label: Label(zh: "代码", en: "Code"), type: .text),
      Column(id: "name", label: Label(zh: "名称", en: "Name"), type: .text),
      Column(id: "text", label: Label(zh: "检查情况", en: "Text"), type: .text),
      Column(id: "count", label: Label(zh: "学生数", en: "Students"), type: .integer),
    ])
    for row in 0..<3000 {
      table.rows.append(
        Table.Row([
          .text("0910100\(row % 10)"), .text("云岭区启明特殊教育学校"), .text(String(repeating: "情况良好，", count: 40)),
          .integer(row == 2999 ? 123_456_789 : 11),
        ]))
    }
    for width in [9026, 5000] {
      let fit = TableFit(table, width: width, options: Papers.options)
      for part in fit.parts {
        #expect(part.widths.reduce(0, +) == width)
        for (column, found) in zip(part.columns, part.widths) {
          let digits = column == 0 ? 8 : column == 3 ? 9 : 0
          // Half a square and a quarter of it more for each, and 170 twentieths beside them.
          #expect(found >= digits * fit.size * 10 * 5 / 8 + 170 || digits == 0, "\(width) \(column)")
        }
      }
    }
  }
}

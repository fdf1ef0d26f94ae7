import Foundation
import GoldenFile
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Papers as docx, part by part.
@Suite struct DocxTests {
  private static let papers: [(name: String, document: Document)] = [
    ("notice", Papers.notice), ("short", Papers.short), ("full", Papers.full(characters: 100)),
    ("report", Papers.report),
  ]

  private func docx(_ document: Document, in folder: PaperFolder) throws -> DocxFile {
    let written = try DocumentWriter.write(document, format: .docx, options: Papers.options)
    return try DocxFile(written.bytes, in: folder)
  }

  @Test(arguments: papers.indices) func partsAreInTheOrderOfTheSchema(paper: Int) throws {
    let file = try docx(Self.papers[paper].document, in: try PaperFolder("order"))
    for name in file.names where name.hasPrefix("word/") && name.hasSuffix(".xml") {
      #expect(SchemaOrder.faults(try file.bytes(name)) == [], "\(Self.papers[paper].name): \(name)")
    }
  }

  /// The check itself finds what it is to find.
  @Test func theCheckOfTheOrderCanFail() {
    let wrong = "<w:document><w:body><w:p><w:pPr><w:jc/><w:ind/></w:pPr></w:p><w:tbl/></w:body></w:document>"
    #expect(SchemaOrder.faults(Array(wrong.utf8)).count == 3)
  }

  @Test(arguments: ["document", "styles"]) func aSmallPaperIsWritten(part: String) throws {
    let told = try docx(Papers.short, in: try PaperFolder("golden")).lines("word/\(part).xml")
    #expect(told == (try GoldenFile("short-\(part).xml", besides: #filePath).text(recording: told)))
  }

  @Test func everyPartIsDeclared() throws {
    let file = try docx(Papers.notice, in: try PaperFolder("types"))
    let types = try file.text("[Content_Types].xml")
    for name in file.names where name.hasSuffix(".xml") && name != "[Content_Types].xml" {
      #expect(types.contains("PartName=\"/\(name)\""), "\(name)")
    }
    let relations = try file.text("word/_rels/document.xml.rels")
    for match in relations.matches(of: /Target="([^"]+)"/) {
      #expect(file.names.contains("word/\(match.output.1)"))
    }
  }

  @Test func equalPapersAreEqualBytes() throws {
    for format in [DocumentFormat.docx, .html] {
      let first = try DocumentWriter.write(Papers.notice, format: format, options: Papers.options)
      let second = try DocumentWriter.write(Papers.notice, format: format, options: Papers.options)
      #expect(first.bytes == second.bytes)
    }
    var later = Papers.options
    later.time = Timestamp(seconds: Papers.time.seconds + 86_400)
    let first = try DocumentWriter.write(Papers.short, format: .docx, options: Papers.options)
    #expect(first.bytes != (try DocumentWriter.write(Papers.short, format: .docx, options: later)).bytes)
  }

  /// What XML cannot hold, what it would read as markup, and marks that Word takes for Latin ones.
  @Test func textsAreAsRead() throws {
    let document = Document([.paragraph("<w:p> & \u{0}\u{FFFF}“引号”\t后\n下一行"), .paragraph("plain")])
    let text = try docx(document, in: try PaperFolder("texts")).text("word/document.xml")
    #expect(text.contains("&lt;w:p&gt; &amp; \u{FFFD}\u{FFFD}“引号”</w:t><w:tab/>"))
    #expect(text.contains("后</w:t><w:br/>"))
    #expect(text.contains(#"<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">&lt;w:p"#))
    #expect(text.contains(#"<w:r><w:t xml:space="preserve">plain"#))
  }

  @Test func bigTablesTakeTimeByTheirRows() throws {
    func seconds(_ rows: Int) throws -> Double {
      let document = Document([.table(Papers.table(rows: rows), title: nil)])
      let clock = ContinuousClock()
      var written: DocumentWriter.Written?
      let time = try clock.measure {
        written = try DocumentWriter.write(document, format: .docx, options: Papers.options)
      }
      #expect((written?.bytes.count ?? 0) > 0)
      return time / .seconds(1)
    }
    _ = try seconds(500)
    // Ten times the rows: quadratic work would take a hundred times as long.
    let (few, many) = (try seconds(2_000), try seconds(20_000))
    #expect(many < few * 40, "\(few) s, \(many) s")
  }

  @Test func restrictedColumnsAreRefusedWithTheirRule() throws {
    var table = Papers.table(rows: 1)
    table.columns[1].restriction = Label(zh: "不得公布学生成绩", en: "marks of pupils are not published")
    for format in DocumentFormat.allCases {
      #expect {
        try DocumentWriter.write(
          Document([.table(table, title: nil)]), format: format, options: Papers.options)
      } throws: { error in
        let text = (error as? Diagnostic).map { DiagnosticRenderer(language: .zh, source: "").text($0) } ?? ""
        return text.contains("得分") && text.contains("不得公布学生成绩")
      }
    }
  }

  @Test func sensitiveColumnsAreMaskedAndSaid() throws {
    var table = Papers.table(rows: 1)
    table.columns[0].isSensitive = true
    let written = try DocumentWriter.write(
      Document([.table(table, title: nil)]), format: .docx, options: Papers.options)
    let text = try DocxFile(written.bytes, in: try PaperFolder("masked")).text("word/document.xml")
    #expect(!text.contains("第1小学") && text.contains("***"))
    #expect(written.remarks.map(\.message.id) == ["formats.write-masked"])
  }
}

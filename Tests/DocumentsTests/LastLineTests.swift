import Foundation
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// What follows the date of an official paper asks for no page of its own.
@Suite(.serialized) struct LastLineTests {
  private static let canPrint = Program.isThere("soffice", "weasyprint", "pdftotext")

  private enum Ending { case none, code, annotation }

  /// A paper with so many lines of text.
  private static func paper(lines: Int, _ ending: Ending) -> Document {
    var document = Papers.short
    let at = document.blocks.count - 1
    let text = "督导组按时反馈意见，各校按期整改。"
    document.blocks.insert(contentsOf: (0..<lines).map { _ in .paragraph(text) }, at: at)
    switch ending {
    case .none: break
    case .code: document.colophon?.code = "日志核验码 E9DF-26E0-5018"
    case .annotation: document.blocks.append(.official(.annotation("联系人：王小明，电话：72600001")))
    }
    return document
  }

  /// Papers around the length at which the first page is full.
  @Test(.enabled(if: canPrint), arguments: [DocumentFormat.pdf, .docx])
  func nothingBehindTheDateStandsAlone(format: DocumentFormat) throws {
    let folder = try PaperFolder("last-line-\(format.rawValue)")
    let lengths = Array(2...7)
    func printed(_ ending: Ending) throws -> [PrintedWords] {
      let documents = lengths.map { Self.paper(lines: $0, ending) }
      let files = try DocumentWriter.write(documents, format: format, options: Papers.options).enumerated()
        .map {
          try folder.file("\(ending)-\(lengths[$0]).\(format.rawValue)", $1.bytes)
        }
      return try (format == .docx ? try folder.printed(files) : files).map { try PrintedWords($0) }
    }
    // By all that stands on a page: between digits and characters some printers leave a blank.
    func page(_ text: String, _ words: PrintedWords) -> Int? {
      (1...max(1, words.sizes.count)).first { page in
        words.words.filter { $0.page == page }.map(\.text).joined().contains(text)
      }
    }
    let (plain, coded, noted) = (try printed(.none), try printed(.code), try printed(.annotation))
    #expect(plain.first?.sizes.count == 1 && plain.last?.sizes.count == 2)
    var longer = 0
    for (length, (plain, (coded, noted))) in zip(lengths, zip(plain, zip(coded, noted))) {
      #expect(page("E9DF", coded) == coded.sizes.count, "\(length)")
      #expect(page("12月1日", coded) == coded.sizes.count, "\(length)")
      #expect(page("E9DF", coded) == page("12月2日印发", coded), "\(length)")
      #expect(page("王小明", noted) == page("12月1日", noted), "\(length)")
      if coded.sizes.count > plain.sizes.count { longer += 1 }
    }
    // It needs half a line: a page with as much room left stays one page.
    #expect(longer <= 1, "\(longer)")
  }
}

import Foundation
import GoldenFile
import KitFormats
import KitModel
import Testing

@testable import KitDocuments

/// Pictures: whole ones go into papers, all others are refused before anything is written.
@Suite struct PictureTests {
  /// One red point, 300 to an inch.
  private static let png: [UInt8] = PictureMaker.png(width: 1, height: 1, perInch: 300)
  private static let svg =
    #"<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="1in"><rect width="9"/></svg>"#
  private static let jpeg = PictureMaker.jpeg(width: 640, height: 480)

  @Test func sizesAreRead() throws {
    let png = try PictureFile.picture(Self.png, name: "a.png")
    #expect(png.kind == .png && abs(png.width - 0.32) < 0.001)
    let svg = try PictureFile.picture(Array(Self.svg.utf8), name: "a.svg")
    #expect(svg.kind == .svg && abs(svg.width - 188.976) < 0.01 && svg.height == 96)
    let jpeg = try PictureFile.picture(Self.jpeg, name: "a.jpg")
    #expect(jpeg.kind == .jpeg && jpeg.width == 640 && jpeg.height == 480)
  }

  @Test(arguments: UILanguage.allCases) func faultyOnesAreRefused(language: UILanguage) throws {
    let folder = try PaperFolder("pictures")
    var flipped = Self.png
    flipped[flipped.count - 20] ^= 1
    let huge = PictureMaker.png(width: 20_000, height: 20_000, perInch: nil)
    let pictures: [(String, [UInt8])] = [
      ("大图.png", Self.png + [UInt8](repeating: 0, count: 40 << 20)), ("改了一位.png", flipped),
      ("断了.png", Array(Self.png.dropLast(12))), ("断了.jpg", Array(Self.jpeg.dropLast(2))), ("太多点.png", huge),
      ("文档.png", Array("%PDF-1.4".utf8)), ("空.png", []),
      ("印刷.jpg", PictureMaker.jpeg(width: 640, height: 480, colours: 4)),
      ("断了.svg", Array(Self.svg.dropLast(6).utf8)),
      ("脚本.svg", Array("<svg><script>alert(1)</script></svg>".utf8)),
      ("链接.svg", Array(#"<svg><image href="http://x/y.png"/></svg>"#.utf8)),
      ("网页.svg", Array("<html></html>".utf8)),
    ]
    var lines: [String] = []
    for (name, bytes) in pictures {
      let path = try folder.file(name, bytes)
      do {
        _ = try PictureFile.read(path, name: name)
        lines.append("\(name)：没有说")
      } catch let fault as Diagnostic {
        lines.append(DiagnosticRenderer(language: language, source: "").text(fault))
      }
    }
    for name in ["没有.png", "."] {
      do {
        _ = try PictureFile.read(folder.url.appending(path: name).path, name: name)
        lines.append("\(name)：没有说")
      } catch let fault as Diagnostic {
        lines.append(DiagnosticRenderer(language: language, source: "").text(fault))
      }
    }
    // What programs and papers have to say beside pictures.
    let others = [
      Diagnostic(DocumentMessages.svgInDocx, ["picture": "平面图"], severity: .warning),
      Diagnostic(
        DocumentMessages.restricted,
        ["column": "身份证号", "columnEn": "Identity number", "rule": "不得公布", "ruleEn": "not to be published"]),
      Diagnostic(PDFMessages.missing), Diagnostic(PDFMessages.failed, ["reason": "MemoryError"]),
      Diagnostic(PDFMessages.tooSlow), Diagnostic(PDFMessages.died),
      Diagnostic(PDFMessages.plotterMissing, severity: .warning),
      Diagnostic(PDFMessages.plotterFailed, ["reason": "no terminal"], severity: .warning),
    ]
    lines += others.map { DiagnosticRenderer(language: language, source: "").text($0) }
    let told = lines.joined(separator: "\n") + "\n"
    let kept = try GoldenFile("picture-faults.\(language.rawValue).txt", besides: #filePath).text(
      recording: told)
    #expect(told == kept)
  }

  @Test func aPictureStandsInEveryFormat() throws {
    let picture = try PictureFile.picture(Self.png, name: "a.png")
    let figure = Document.Figure(picture, alternative: "校门\"正面\"", caption: "图1", millimetres: 500)
    let document = Document([.figure(figure), .figure(figure)])
    let folder = try PaperFolder("figure")
    let docx = try DocumentWriter.write(document, format: .docx, options: Papers.options)
    let file = try DocxFile(docx.bytes, in: folder)
    // Shown twice, kept once; never wider than the type area of 159.2 mm.
    #expect(file.names.filter { $0.contains("media") } == ["word/media/picture1.png"])
    #expect(try file.bytes("word/media/picture1.png") == Self.png)
    let text = try file.text("word/document.xml")
    #expect(
      text.contains(#"descr="校门&quot;正面&quot;""#) && text.contains(#"<wp:extent cx="5731510" cy="5731510"/>"#)
    )
    #expect(SchemaOrder.faults(try file.bytes("word/document.xml")) == [])
    let html = try DocumentWriter.write(document, format: .html, options: Papers.options)
    #expect(
      String(decoding: html.bytes, as: UTF8.self).contains(
        #"<img alt="校门&quot;正面&quot;" style="width:500mm" src="data:image/png;base64,iVBOR"#))
    let md = try DocumentWriter.write(document, format: .md, options: Papers.options)
    #expect(String(decoding: md.bytes, as: UTF8.self) == "图：图1\n\n图：图1\n")
  }

  /// A photo taken with the camera on its side is shown upright, in docx by what is said of it there.
  @Test(arguments: [
    (1, "", false), (2, #" flipH="1""#, false), (3, #" rot="10800000""#, false),
    (4, #" rot="10800000" flipH="1""#, false), (5, #" rot="16200000" flipH="1""#, true),
    (6, #" rot="5400000""#, true), (7, #" rot="5400000" flipH="1""#, true), (8, #" rot="16200000""#, true),
  ])
  func photosAreTurned(way: UInt8, turn: String, isOnItsSide: Bool) throws {
    for isLittle in [false, true] {
      let bytes = PictureMaker.jpeg(width: 400, height: 300, colours: 3, way: way, isLittle: isLittle)
      let picture = try PictureFile.picture(bytes, name: "a.jpg")
      #expect(isOnItsSide ? picture.width == 300 && picture.height == 400 : picture.width == 400)
      let document = Document([.figure(.init(picture, alternative: "校门"))])
      let docx = try DocumentWriter.write(document, format: .docx, options: Papers.options)
      let text = try DocxFile(docx.bytes, in: try PaperFolder("turned")).text("word/document.xml")
      let room = isOnItsSide ? #"<wp:effectExtent l="0" t="476250" r="0" b="476250"/>"# : ""
      #expect(text.contains(#"<wp:extent cx="3810000" cy="2857500"/>\#(room)<wp:docPr"#))
      #expect(text.contains(#"<a:xfrm\#(turn)><a:off x="0" y="0"/><a:ext cx="3810000" cy="2857500"/>"#))
    }
  }

  @Test func aDrawingWithoutPointsIsSaidInDocx() throws {
    let picture = try PictureFile.picture(Array(Self.svg.utf8), name: "a.svg")
    let document = Document([.figure(.init(picture, alternative: "平面图"))])
    let written = try DocumentWriter.write(document, format: .docx, options: Papers.options)
    #expect(written.remarks.map(\.message.id) == ["documents.svg-in-docx"])
  }
}

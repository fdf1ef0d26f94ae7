import Foundation
import GoldenFile
import KitModel
import Testing
import WorkbookMaker

@testable import KitFormats

/// What a clerk reads when a received file cannot be read: message, place and help, in both languages.
@Suite struct RefusalGoldenTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private typealias Case = (name: String, bytes: [UInt8], limits: ReadingLimits)

  private static func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
    var limits = ReadingLimits()
    change(&limits)
    return limits
  }

  private static let oneCell = "<row><c t=\"s\"><v>0</v></c></row>"

  private static func replacing(_ part: String, with content: String?) -> [UInt8] {
    ZipMaker.zip(
      WorkbookMaker(rows: oneCell).entries.compactMap { entry in
        guard entry.name == Array(part.utf8) else { return entry }
        return content.map { ZipMaker.Entry(part, $0) }
      })
  }

  private static func old(_ stream: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1024)
      + stream.utf8.flatMap { [$0, 0] }
  }

  private static let plain = ReadingLimits()

  private static var texts: [Case] {
    let gbk: [UInt8] = [0xC7, 0xE0, 0xCA, 0xAF, 0xD5, 0xF2]
    let glued = (1...21).map { "\"甲\($0)\"乙,1\n" }.joined()
    return [
      ("空.csv", [], plain),
      ("空字节.csv", Array("a,b\n1,2\u{0}3\n".utf8), plain),
      ("引号不收.csv", Array("a,b\n1,\"2\n3,4\n".utf8), plain),
      ("引号后有字.csv", Array(("a,b\n" + glued).utf8), plain),
      ("万列.csv", Array((String(repeating: ",", count: 10_000) + "\n").utf8), plain),
      (
        "长记录.csv", Array("a,b\n\(String(repeating: "长", count: 800_000)),2\n".utf8),
        limits { $0.recordBytes = 1 << 20 }
      ),
      (
        "两种编码.csv",
        Array(String(repeating: "学校,学生数\n青石镇中心小学,812\n", count: 20).utf8) + gbk + Array(",3\n".utf8) + gbk
          + gbk + Array(",4\n".utf8), plain
      ),
      ("坏字节.csv", Array("学校,数\n青石镇,1\n".utf8) + [0xFF, 0xFE, 0x41] + Array(",3\n".utf8), plain),
      ("国标.csv", gbk + Array("\t".utf8) + gbk + Array("\n".utf8) + gbk + Array("\t1\n".utf8), plain),
      ("缺括号.json", Array("[{\"a\":1}".utf8), plain),
      ("不是记录.json", Array("[1,2]".utf8), plain),
      ("重名.json", Array("[{\"a\":1,\"a\":2}]".utf8), plain),
      ("太深.json", Array("[{\"a\":\(String(repeating: "[", count: 5000))".utf8), plain),
      ("名称太多.jsonl", Array((0...1996).map { "{\"k\($0)\":1}" }.joined(separator: "\n").utf8), plain),
      (
        "长记录.jsonl", Array("{\"a\":\"\(String(repeating: "长", count: 800_000))\"}\n".utf8),
        limits { $0.recordBytes = 1 << 20 }
      ),
    ]
  }

  private static var workbooks: [Case] {
    let whole = WorkbookMaker(rows: "<row><c><v>1</v></c></row>")
    var damaged = whole.entries
    damaged[damaged.count - 1].checksum ^= 1
    var bomb = WorkbookMaker().entries
    bomb[bomb.count - 1] = .bomb(
      "xl/worksheets/sheet1.xml", prefix: "<worksheet><sheetData>", blanks: 64 << 20)
    var shared = whole
    shared.sharedStrings = String(repeating: "<si><t>文</t></si>", count: 11)
    let sheet = "xl/worksheets/sheet1.xml"
    var directory = whole.bytes
    if let place = directory.lastRange(of: [0x50, 0x4B, 1, 2]) { directory[place.lowerBound + 2] = 9 }
    var charts = whole
    charts.add("图表", rows: "")
    let charted = charts.entries.map { entry in
      entry.name == Array("xl/_rels/workbook.xml.rels".utf8)
        ? ZipMaker.Entry(
          "xl/_rels/workbook.xml.rels",
          String(decoding: entry.packed, as: UTF8.self).replacing(
            "worksheet\" Target=\"worksheets/sheet2.xml", with: "chartsheet\" Target=\"worksheets/sheet2.xml")
        )
        : entry
    }
    return [
      ("坏目录.xlsx", directory, plain), ("图表.xlsx", ZipMaker.zip(charted), plain),
      ("截断.xlsx", Array(whole.bytes.dropLast(40)), plain), ("文本.xlsx", Array("学校,数\n".utf8), plain),
      ("加密.xlsx", old("EncryptedPackage"), plain), ("旧版.xls", old("Workbook"), plain),
      ("公文.doc", old("WordDocument"), plain), ("公文.pdf", Array("%PDF-1.7".utf8), plain),
      ("压缩包.zip", ZipMaker.zip(["x.csv": "1"]), plain), ("损坏.xlsx", ZipMaker.zip(damaged), plain),
      ("炸弹.xlsx", ZipMaker.zip(bomb), limits { $0.inflationRatio = 100 }),
      (
        "过大.xlsx", WorkbookMaker(rows: String(repeating: "<row><c><v>1</v></c></row>", count: 50_000)).bytes,
        limits { $0.partBytes = 1 << 20 }
      ),
      ("缺件.xlsx", replacing(sheet, with: nil), plain),
      ("坏标记.xlsx", replacing(sheet, with: "<worksheet><sheetData><row>"), plain),
      ("实体.xlsx", replacing(sheet, with: "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>"), plain),
      ("位置不对.xlsx", WorkbookMaker(rows: #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#).bytes, plain),
      ("无共享文字.xlsx", WorkbookMaker(rows: #"<row r="7"><c r="D7" t="s"><v>5</v></c></row>"#).bytes, plain),
      ("共享文字太多.xlsx", shared.bytes, limits { $0.sharedTexts = 10 }),
      ("没有表.xlsx", replacing("xl/workbook.xml", with: "<workbook><sheets/></workbook>"), plain),
    ]
  }

  /// What is said of a file when all of its sheets are read.
  private func said(_ item: Case) throws -> [Diagnostic] {
    var said: [Diagnostic] = []
    do {
      let file = try InputFile.open(folder.file(item.name, item.bytes), name: item.name, limits: item.limits)
      said += file.remarks
      for sheet in file.sheets.indices { said += try ReadRows(file, sheet: sheet).remarks }
    } catch let diagnostic as Diagnostic {
      said.append(diagnostic)
    } catch let diagnostics as Diagnostics {
      said += diagnostics.all
    }
    return said
  }

  private func archives() throws -> [(String, [Diagnostic])] {
    var locked = ZipMaker.Entry("a.csv", String(repeating: "x", count: 40))
    locked.flags |= 1
    var damaged = ZipMaker.Entry("a.csv", "123")
    damaged.checksum ^= 1
    let cases: [(String, [ZipMaker.Entry], ReadingLimits)] = [
      ("加密.zip", [locked], Self.plain), ("损坏.zip", [damaged], Self.plain),
      ("越界.zip", [.init("../x.csv", "1"), .init("ok.csv", "2")], Self.plain),
      ("太多.zip", (0..<4).map { .init("\($0).csv", "") }, Self.limits { $0.entries = 3 }),
      (
        "合计过大.zip", ["a.csv", "b.csv"].map { .init($0, String(repeating: "1", count: 600_000)) },
        Self.limits { $0.archiveBytes = 1 << 20 }
      ),
    ]
    return try cases.map { name, entries, limits in
      var said: [Diagnostic] = []
      do {
        let archive = try ZipArchive.open(
          folder.file(name, ZipMaker.zip(entries)), name: name, limits: limits)
        said += archive.remarks
        var unpacked: Int64 = 0
        for entry in archive.entries { _ = try archive.extract(entry, to: folder.path, unpacked: &unpacked) }
      } catch let diagnostic as Diagnostic {
        said.append(diagnostic)
      }
      return (name, said)
    }
  }

  private func places() throws -> [(String, [Diagnostic])] {
    try [("没有.csv", folder.path + "/没有.csv"), ("文件夹", folder.path), ("设备", "/dev/null")].map { name, path in
      do {
        _ = try InputFile.open(path, name: name)
        return (name, [])
      } catch let diagnostic as Diagnostic {
        return (name, [diagnostic])
      }
    }
  }

  @Test(arguments: UILanguage.allCases) func everyRefusalReadsAsItShould(language: UILanguage) throws {
    let files = try (Self.texts + Self.workbooks).map { ($0.name, try said($0)) }
    let renderer = DiagnosticRenderer(language: language)
    let text = try (files + archives() + places()).map { name, said in
      #expect(!said.isEmpty, "\(name) was read without a word")
      return "» \(name)\n" + said.map { renderer.text($0) + "\n" }.joined()
    }.joined(separator: "\n")
    let golden = GoldenFile("refusals.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}

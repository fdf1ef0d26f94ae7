import Foundation
import KitFormats
import KitModel
import Testing
import WorkbookMaker

@Suite struct ArchiveTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func archive(_ entries: [ZipMaker.Entry]) throws -> ZipArchive {
    try ZipArchive.open(folder.file("a.zip", ZipMaker.zip(entries)), name: "a.zip")
  }

  @Test func namesAreUTF8OrGBK() throws {
    var plain = ZipMaker.Entry("x", "1")
    plain.name = "报表/青石镇.csv".gb18030
    plain.flags = 0
    var unmarked = ZipMaker.Entry("报表/白沙镇.csv", "2")
    unmarked.flags = 0
    let archive = try archive([
      plain, unmarked, .init("报表/", ""), .init("__MACOSX/._a", ""), .init("~$a.xlsx", ""),
    ])
    #expect(archive.entries.map(\.name) == ["报表/青石镇.csv", "报表/白沙镇.csv", "__MACOSX/._a", "~$a.xlsx"])
    #expect(archive.entries.map(\.isLitter) == [false, false, true, true])
    let path = try archive.extract(archive.entries[0], to: folder.path)
    #expect(path == folder.path + "/报表/青石镇.csv")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "1")
  }

  @Test(arguments: ["../x.csv", "a/../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.csv"])
  func namesThatPointOutsideArePassedOverAndSaid(name: String) throws {
    let archive = try archive([.init(name, "1"), .init("ok.csv", "2")])
    #expect(archive.entries.map(\.name) == ["ok.csv"])
    #expect(archive.remarks.map(\.message.id) == ["formats.zip-unsafe-name"])
  }

  @Test func backslashesAreFolders() throws {
    let archive = try archive([.init("a\\b.csv", "1")])
    #expect(archive.entries.map(\.name) == ["a/b.csv"])
  }

  @Test func twoEntriesOfOneNameBothComeOut() throws {
    let archive = try archive([.init("a.csv", "1"), .init("a.csv", "2")])
    let paths = try archive.entries.map { try archive.extract($0, to: folder.path) }
    #expect(try paths.map { try String(contentsOfFile: $0, encoding: .utf8) } == ["1", "2"])
  }

  @Test func damagedEntryLeavesNothing() throws {
    var entry = ZipMaker.Entry("a.csv", "123")
    entry.checksum ^= 1
    let archive = try archive([entry])
    #expect(throws: Diagnostic.self) { try archive.extract(archive.entries[0], to: folder.path) }
    #expect(try folder.names == ["a.zip"])
  }

  @Test func encryptedEntryIsSaid() throws {
    var entry = ZipMaker.Entry("a.csv", String(repeating: "x", count: 40))
    entry.flags |= 1
    let archive = try archive([entry])
    do {
      _ = try archive.extract(archive.entries[0], to: folder.path)
      Issue.record("extracted")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.message.id == "formats.zip-encrypted" && diagnostic.arguments["part"] == "a.csv")
    }
  }

  @Test func tooManyEntriesAreRefused() throws {
    var limits = ReadingLimits()
    limits.entries = 3
    let path = try folder.file("a.zip", ZipMaker.zip((0..<4).map { ZipMaker.Entry("\($0)", "") }))
    #expect(throws: Diagnostic.self) { try ZipArchive.open(path, limits: limits) }
  }

  @Test func theFilesTogetherHaveALimit() throws {
    var limits = ReadingLimits()
    limits.archiveBytes = 5
    let entries = ["a.csv", "b.csv"].map { ZipMaker.Entry($0, "1234") }
    let archive = try ZipArchive.open(folder.file("a.zip", ZipMaker.zip(entries)), limits: limits)
    var unpacked: Int64 = 0
    _ = try archive.extract(archive.entries[0], to: folder.path, unpacked: &unpacked)
    let refused = #expect(throws: Diagnostic.self) {
      try archive.extract(archive.entries[1], to: folder.path, unpacked: &unpacked)
    }
    #expect(refused?.message.id == "formats.zip-total-size")
    #expect(try folder.names.sorted() == ["a.csv", "a.zip"])
  }

  @Test func namesTooLongForADiskAreCutAndKeepTheirExtension() throws {
    let name = String(repeating: "关于报送义务教育学校的通知", count: 10) + ".csv"
    let archive = try archive([.init(name, "1"), .init(name, "2")])
    #expect(archive.remarks.isEmpty && archive.entries.map(\.name) == [name, name])
    let paths = try archive.entries.map { try archive.extract($0, to: folder.path) }
    #expect(try paths.map { try String(contentsOfFile: $0, encoding: .utf8) } == ["1", "2"])
    #expect(paths.allSatisfy { $0.hasSuffix(".csv") })
  }

  @Test func fileThatIsNoArchiveIsRefused() throws {
    #expect(throws: Diagnostic.self) { try ZipArchive.open(folder.file("a.zip", "text")) }
  }

  @Test(arguments: [
    ("a.zip", FileFormat.archive), ("a.xlsx", .workbook), ("b.csv", .delimited), ("c.json", .json),
    ("d.jsonl", .jsonLines),
    ("e.xls", .convertible), ("f.pdf", .other), ("g.docx", .other), ("h.ods", .convertible),
  ]) func formatsAreToldByContent(name: String, format: FileFormat) throws {
    let bytes: [UInt8] =
      switch name {
      case "a.zip": ZipMaker.zip(["x.csv": "1"])
      case "a.xlsx": WorkbookMaker().bytes
      case "c.json": Array("[{}]".utf8)
      case "d.jsonl": Array("{\"a\":1}\n{\"a\":2}\n".utf8)
      case "e.xls": Array("<html><table><tr><td>1".utf8)
      case "f.pdf": Array("%PDF-1.7".utf8)
      case "g.docx": ZipMaker.zip(["[Content_Types].xml": "", "word/document.xml": ""])
      case "h.ods": ZipMaker.zip(["mimetype": "x", "content.xml": ""])
      default: Array("a,b\n".utf8)
      }
    #expect(try FileFormat.detect(folder.file(name, bytes)) == format)
  }
}

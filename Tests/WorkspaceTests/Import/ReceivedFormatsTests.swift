import Foundation
import KitModel
import KitStore
import Testing

@testable import KitWorkspace

/// Archives, and workbooks of old formats.
@Suite struct ReceivedFormatsTests {
  /// A zip without compression, its names as GBK without the mark for UTF-8, as the archivers of staff make it.
  static func zip(_ files: [(name: [UInt8], content: String)]) -> Data {
    func little(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> ($0 * 8) & 0xFF) } }
    func checksum(_ bytes: [UInt8]) -> Int {
      var crc: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      }
      return Int(~crc)
    }
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let content = Array(file.content.utf8)
      let common =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(checksum(content), 4)
        + little(content.count, 4) + little(content.count, 4) + little(file.name.count, 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4)
        + little(body.count, 4) + file.name
      body += [0x50, 0x4B, 3, 4] + common + file.name + content
    }
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(files.count, 2) + little(files.count, 2)
      + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    return Data(body + directory + end)
  }

  @Test func everyFileOfAnArchiveIsTaken() throws {
    let office = try ImporterTests.Office()
    let path = try office.scratch.file("各校.zip", "")
    // 甲.csv and 乙.csv in GBK.
    let archive = Self.zip([
      ([0xBC, 0xD7] + Array(".csv".utf8), "代码,名称,学段\n1,甲小学,小学\n"),
      ([0xD2, 0xD2] + Array(".csv".utf8), "代码,名称,学段\n2,乙小学,小学\n"),
    ])
    try archive.write(to: URL(filePath: path))
    let importer = office.workspace.importer()
    let plan = try importer.prepare(
      ImportRequest(path: path, entity: try importer.entity(named: "school")))
    #expect(plan.sheets.map { $0.file.split(separator: "/").last.map(String.init) } == ["甲.csv", "乙.csv"])
    let report = try importer.run(plan, context: office.scratch.context)
    #expect(report.counts == WriteCounts(inserted: 2))
    #expect(report.copy == "data/各校.zip")
  }

  @Test func anArchiveWithoutTablesIsRefused() throws {
    let office = try ImporterTests.Office()
    let path = try office.scratch.file("空.zip", "")
    try Self.zip([(Array("a.docx.exe".utf8), "\u{7F}ELF\u{0}\u{1}")]).write(to: URL(filePath: path))
    #expect(throws: Diagnostic.self) { _ = try ReadableInput.open(path, name: "空.zip") }
  }

  /// What tells the container in which Excel 97 keeps its workbooks.
  static let oldWorkbook = Data(
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      + "Workbook".utf8.flatMap { [$0, 0] })

  @Test func withoutLibreOfficeAnOldWorkbookSaysWhatToInstall() throws {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    let path = try scratch.file("旧.xls", "")
    try Self.oldWorkbook.write(to: URL(filePath: path))
    let converter = OfficeConverter(searchPath: [])
    do {
      _ = try ReadableInput.open(path, name: "旧.xls", converter: converter)
      Issue.record("an old workbook was read without a converter")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.message == ImportMessages.officeMissing)
    }
  }

  @Test func anOldWorkbookIsConverted() throws {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    let path = try scratch.file("旧.xls", "")
    try Self.oldWorkbook.write(to: URL(filePath: path))
    // A stand-in for LibreOffice: takes the arguments that the real one takes.
    let sample = Sample.folder.path + "/data/机构调整台账.xlsx"
    let program = try scratch.file("soffice", "#!/bin/sh\nshift 6\ncp '\(sample)' \"$1/旧.xlsx\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let converter = OfficeConverter(searchPath: [String(program.dropLast("/soffice".count))])
    let readable = try ReadableInput.open(path, name: "旧.xls", converter: converter)
    #expect(readable.inputs.first?.sheets.first?.name == "2024年")
    #expect(readable.remarks.map(\.message) == [ImportRemarks.converted])
  }

  @Test func aConversionThatFailsSaysWhy() throws {
    let scratch = try ScratchWorkspace()
    defer { scratch.remove() }
    let path = try scratch.file("旧.xls", "")
    try Self.oldWorkbook.write(to: URL(filePath: path))
    let program = try scratch.file("soffice", "#!/bin/sh\necho 'source file could not be loaded'\nexit 1\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let converter = OfficeConverter(searchPath: [String(program.dropLast("/soffice".count))])
    do {
      _ = try ReadableInput.open(path, name: "旧.xls", converter: converter)
      Issue.record("a failed conversion passed")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.arguments["reason"] == "source file could not be loaded")
    }
  }
}

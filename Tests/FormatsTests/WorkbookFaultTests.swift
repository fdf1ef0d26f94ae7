import KitFormats
import KitModel
import Testing
import WorkbookMaker

/// Every way in which a workbook can be wrong is refused with its file and part named, and without much work.
@Suite struct WorkbookFaultTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws -> Diagnostic? {
    let found = try fault(reading: folder.file("a.xlsx", bytes), limits: limits)
    #expect(found?.location?.file == "f")
    return found
  }

  private func replacing(_ part: String, with content: String?) -> [UInt8] {
    let entries = WorkbookMaker(rows: "<row><c t=\"s\"><v>0</v></c></row>").entries
    return ZipMaker.zip(
      entries.compactMap { entry in
        guard entry.name == Array(part.utf8) else { return entry }
        return content.map { ZipMaker.Entry(part, $0) }
      })
  }

  @Test func cutOffFile() throws {
    let bytes = WorkbookMaker(rows: "<row><c><v>1</v></c></row>").bytes
    #expect(try found(Array(bytes.dropLast(40)))?.message.id == "formats.zip-truncated")
    #expect(try found(Array(bytes.prefix(bytes.count / 2)))?.message.id == "formats.zip-truncated")
  }

  @Test func textNamedAsWorkbook() throws {
    let path = try folder.file("b.xlsx", "学校,数\n")
    do {
      _ = try InputFile.open(path)
      Issue.record("opened")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.message.id == "formats.zip-not")
    }
  }

  @Test(arguments: [
    ("EncryptedPackage", "formats.file-encrypted"), ("Workbook", "formats.file-convertible"),
    ("WordDocument", "formats.file-no-table"),
  ]) func oldContainers(stream: String, message: String) throws {
    let wide = stream.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    let bytes: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1024) + wide
    #expect(try found(bytes)?.message.id == message)
  }

  @Test func damagedPart() throws {
    var entries = WorkbookMaker(rows: "<row><c><v>1</v></c></row>").entries
    entries[entries.count - 1].checksum ^= 1
    let diagnostic = try found(ZipMaker.zip(entries))
    #expect(diagnostic?.message.id == "formats.zip-damaged")
    #expect(diagnostic?.arguments["part"] == "xl/worksheets/sheet1.xml")
  }

  @Test(arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
  func missingPart(part: String) throws {
    let diagnostic = try found(replacing(part, with: nil))
    #expect(diagnostic?.message.id == "formats.xlsx-missing-part")
    #expect(diagnostic?.arguments["part"] == part)
  }

  @Test(arguments: [
    "", "<worksheet><sheetData><row>", "<worksheet><sheetData><row></sheetData></worksheet>", "no xml",
    "<worksheet>&undeclared;</worksheet>", "<worksheet>\u{1}</worksheet>",
  ]) func brokenXML(content: String) throws {
    let diagnostic = try found(replacing("xl/worksheets/sheet1.xml", with: content))
    #expect(diagnostic?.message.id == "formats.xlsx-broken-xml")
    #expect(diagnostic?.arguments["part"] == "xl/worksheets/sheet1.xml")
  }

  @Test(arguments: ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
  func billionLaughs(part: String) throws {
    let entities = (1...9).map { level in
      "<!ENTITY l\(level) \"" + String(repeating: "&l\(level - 1);", count: 10) + "\">"
    }
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"哈\">\(entities.joined())]><x>&l9;</x>"
    #expect(try found(replacing(part, with: bomb))?.message.id == "formats.xlsx-dtd")
  }

  @Test func externalEntityIsRefusedToo() throws {
    let xml = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>"
    #expect(try found(replacing("xl/worksheets/sheet1.xml", with: xml))?.message.id == "formats.xlsx-dtd")
  }

  @Test func zipBomb() throws {
    var entries = WorkbookMaker().entries
    entries[entries.count - 1] = .bomb(
      "xl/worksheets/sheet1.xml", prefix: "<worksheet><sheetData>", blanks: 64 << 20)
    var limits = ReadingLimits()
    // The test's own packer reaches 158 times; a real bomb reaches 1032.
    limits.inflationRatio = 100
    let diagnostic = try found(ZipMaker.zip(entries), limits: limits)
    #expect(diagnostic?.message.id == "formats.zip-ratio")
    #expect(diagnostic?.arguments["part"] == "xl/worksheets/sheet1.xml")
  }

  @Test func partBeyondTheAbsoluteLimit() throws {
    var limits = ReadingLimits()
    limits.partBytes = 1000
    let maker = WorkbookMaker(rows: String(repeating: "<row><c><v>1</v></c></row>", count: 100))
    #expect(try found(maker.bytes, limits: limits)?.message.id == "formats.zip-size")
  }

  @Test func tooManySharedTexts() throws {
    var limits = ReadingLimits()
    limits.sharedTexts = 10
    var maker = WorkbookMaker(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    maker.sharedStrings = String(repeating: "<si><t>文</t></si>", count: 11)
    #expect(try found(maker.bytes, limits: limits)?.message.id == "formats.xlsx-too-many-texts")
    limits = ReadingLimits()
    limits.sharedTextBytes = 20
    #expect(try found(maker.bytes, limits: limits)?.message.id == "formats.xlsx-too-many-texts")
  }

  @Test func sharedTextThatIsNotThereNamesTheCell() throws {
    let diagnostic = try found(
      WorkbookMaker(rows: #"<row r="7"><c r="D7" t="s"><v>5</v></c></row>"#).bytes)
    #expect(diagnostic?.message.id == "formats.xlsx-bad-shared-text")
    #expect(diagnostic?.location?.text == "f 表!D7")
  }

  @Test(arguments: [
    #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, #"<row r="1048577"><c><v>1</v></c></row>"#,
    #"<row r="2"><c/></row><row r="1"><c><v>1</v></c></row>"#, #"<row r="0"><c><v>1</v></c></row>"#,
    #"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#,
    #"<row r="1"><c r="A2"><v>1</v></c></row>"#,
    #"<row r="1"><c r="99999999999999999999"><v>1</v></c></row>"#, #"<row r="x"><c><v>1</v></c></row>"#,
  ]) func cellsInImpossiblePlaces(rows: String) throws {
    #expect(try found(WorkbookMaker(rows: rows).bytes)?.message.id == "formats.xlsx-bad-cell")
  }

  @Test func workbookWithoutSheets() throws {
    #expect(
      try found(replacing("xl/workbook.xml", with: "<workbook><sheets/></workbook>"))?.message.id
        == "formats.xlsx-no-sheets")
  }
}

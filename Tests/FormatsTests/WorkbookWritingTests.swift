import KitModel
import Testing

@testable import KitFormats

@Suite struct WorkbookWritingTests {
  let folder: TemporaryFolder
  var options = WritingOptions(language: .zh, time: Timestamp(seconds: 1_732_352_709))

  init() throws { folder = try TemporaryFolder() }

  /// The XML of a part: what was written is looked at itself, not through the reader.
  private func part(_ name: String, of path: String) throws -> String {
    let container = try ZipContainer(path: path, name: path, limits: ReadingLimits())
    var bytes: [UInt8] = []
    try container.requiredPart(name).forEachChunk {
      bytes.append(contentsOf: $0)
      return true
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ table: Table, _ options: WritingOptions) throws -> String {
    let path = folder.path + "/a.xlsx"
    _ = try TableWriter.write(table, format: .xlsx, options: options, to: .file(path))
    return path
  }

  @Test func typesStayWhatTheyAre() throws {
    let path = try write(SampleTables.schools, options)
    let read = try ReadRows(path: path)
    #expect(
      read.description == """
        1: 学校代码 | 学校名称 | 乡镇 | 学生数 | 得分 | 达标率 | 普惠 | 开办 | 学期 | 手机
        2: 0012001 | 青石镇中心小学 | 青石镇 | 1812 | 82.5 | 0.8 | 是 | 2001-09-01 | 2024秋 | ***
        3: 0012002 | =HYPERLINK("http://x","点")|<b>&
        二行 | 0013 | ∅ | ∅ | 1.2345 | 否
        4: 合计 | ∅ | ∅ | 1812 | 82.5
        """)
    #expect(
      read.kinds == [
        "2:3 number", "2:4 number", "2:5 percent", "2:7 date", "3:5 percent", "4:3 number", "4:4 number",
      ])
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(!sheet.contains("<f>"))
    #expect(
      sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
    #expect(sheet.contains("<autoFilter ref=\"A1:J3\"/>"))
    #expect(sheet.contains("numberStoredAsText"))
    let styles = try part("xl/styles.xml", of: path)
    #expect(styles.contains("formatCode=\"yyyy-mm-dd\""))
  }

  @Test func formHasTitleLinesNumbersAndPrintSetUp() throws {
    var options = options
    options.layout.title = "2024年学校名单"
    options.layout.unit = "填表单位：青石镇"
    options.layout.date = "2024年11月23日"
    options.layout.numbersRows = true
    options.layout.isForPrint = true
    options.footer = ["有 1 行的得分为空，未计入"]
    let path = try write(SampleTables.schools, options)
    let read = try ReadRows(path: path)
    #expect(read.rows.map(\.number) == [1, 2, 3, 4, 5, 6, 8])
    #expect(read.rows[0].cells == [0: "2024年学校名单"])
    #expect(read.rows[1].cells == [0: "填表单位：青石镇", 5: "2024年11月23日"])
    #expect(read.rows[2].cells[0] == "序号" && read.rows[3].cells[0] == "1" && read.rows[4].cells[0] == "2")
    #expect(read.rows[5].cells[0] == nil && read.rows[5].cells[1] == "合计")
    #expect(read.rows[6].cells == [0: "有 1 行的得分为空，未计入"])
    let facts = try InputFile.open(path).facts()
    #expect(
      facts.mergedRanges == [
        CellRange(rows: 1...1, columns: 0...10), CellRange(rows: 2...2, columns: 0...4),
        CellRange(rows: 2...2, columns: 5...10),
      ])
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("paperSize=\"9\"") && sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToHeight=\"0\""))
    #expect(try part("xl/workbook.xml", of: path).contains("_xlnm.Print_Titles"))
    #expect(try InputFile.open(path).sheets.map(\.name) == ["2024年学校名单"])
  }

  @Test func widthsFitChinese() throws {
    let path = try write(SampleTables.schools, options)
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    // 青石镇中心小学 is 14 columns wide, but the formula beside it 27; two are added, and the grid's own 0.7.
    let widths = sheet.split(separator: "<col ").dropFirst().compactMap { column in
      column.split(separator: "width=\"").dropFirst().first?.split(separator: "\"").first.flatMap {
        Double($0)
      }
    }
    #expect(widths.count == 10)
    #expect(widths[0] > 10 && widths[0] < 11.5)
    #expect(widths[1] > 29 && widths[1] < 38)
  }

  @Test func sheetsGetNamesThatExcelTakes() throws {
    let path = folder.path + "/a.xlsx"
    var sheets: [TableWriter.Sheet] = []
    for name in ["A/B:*[x]", "表", "表", String(repeating: "长", count: 40), ""] {
      var layout = SheetLayout()
      layout.sheetName = name
      sheets.append(TableWriter.Sheet(SampleTables.schools, layout: layout))
    }
    let written = try TableWriter.writeWorkbook(sheets, options: options, to: .file(path))
    #expect(written.rowCount == 10)
    #expect(
      try InputFile.open(path).sheets.map(\.name) == [
        "ABx", "表", "表-3", String(repeating: "长", count: 31), "表5",
      ])
  }

  @Test func equalInputGivesEqualBytesAndPropertiesFollowTheClock() throws {
    var options = options
    options.author = "教育督导室"
    let first = try TableWriter.write(SampleTables.schools, format: .xlsx, options: options, to: .memory)
      .bytes
    #expect(
      try TableWriter.write(SampleTables.schools, format: .xlsx, options: options, to: .memory).bytes == first
    )
    let path = try folder.file("b.xlsx", first)
    let core = try part("docProps/core.xml", of: path)
    #expect(core.contains("2024-11-23T09:05:09Z") && core.contains("教育督导室"))
  }

  @Test func awkwardTextsSurvive() throws {
    let texts = ["a\u{1}b", "_x000D_", " 前后 ", "\u{FFFE}", "a\0b", "x_y", "é𠮷", "a\r\nb"]
    let table = Table(
      columns: [SampleTables.column("a", "甲", "A", .text)], rows: texts.map { Table.Row([.text($0)]) })
    let read = try ReadRows(path: write(table, options))
    #expect(
      read.rows.dropFirst().map { $0.cells[0] } == [
        "a\u{1}b", "_x000D_", " 前后 ", "\u{FFFD}", "a\u{FFFD}b", "x_y", "é𠮷", "a\r\nb",
      ])
  }

  @Test func tooLongTextIsCutAndSaid() throws {
    let table = Table(
      columns: [SampleTables.column("a", "甲", "A", .text)],
      rows: [Table.Row([.text(String(repeating: "长", count: 40_000))])])
    let written = try TableWriter.write(table, format: .xlsx, options: options, to: .memory)
    #expect(written.remarks.map(\.message.id) == ["formats.write-text-cut"])
    #expect(written.remarks.first?.arguments["cell"] == "表1!A2")
    let read = try ReadRows(path: folder.file("a.xlsx", written.bytes))
    #expect(read.rows.last?.cells[0]?.count == 32_767)
  }

  @Test func numbersBeyondADoubleAreText() throws {
    let table = Table(
      columns: [SampleTables.column("a", "甲", "A", .integer)],
      rows: [Table.Row([.integer(.max)]), Table.Row([.integer(999_999_999_999_999)])])
    let read = try ReadRows(path: write(table, options))
    #expect(read.rows.dropFirst().map { $0.cells[0] } == ["9223372036854775807", "999999999999999"])
    #expect(read.kinds == ["3:0 number"])
  }

  @Test func datesThatSpreadsheetsCountWrongAreText() throws {
    let table = Table(
      columns: [SampleTables.column("a", "甲", "A", .date)],
      rows: [Table.Row([SampleTables.date(1900, 2, 28)]), Table.Row([SampleTables.date(1900, 3, 1)])])
    let read = try ReadRows(path: write(table, options))
    #expect(read.rows.dropFirst().map { $0.cells[0] } == ["1900-02-28", "1900-03-01"])
    #expect(read.kinds == ["3:0 date"])
  }

  @Test func tableWithoutRowsIsAHeader() throws {
    let read = try ReadRows(path: write(Table(columns: SampleTables.schools.columns), options))
    #expect(read.rows.count == 1)
    #expect(try ReadRows(path: write(Table(columns: []), options)).rows.isEmpty)
  }

  @Test func rowsBeyondASheetAreRefused() throws {
    struct Many: TableRows {
      let columns: [Column] = []
      func forEachRow(_ body: (Table.Row) throws -> Void) throws {
        let row = Table.Row([])
        for _ in 0..<1_048_576 { try body(row) }
      }
    }
    #expect(throws: Diagnostic.self) {
      try TableWriter.write(Many(), format: .xlsx, options: options, to: .file(folder.path + "/a.xlsx"))
    }
    #expect(try folder.names.isEmpty)
  }
}

import KitModel
import Testing
import WorkbookMaker

@testable import KitFormats

/// The copy of a received workbook, part by part.
@Suite struct WorkbookFillingTests {
  let folder: TemporaryFolder
  private let time = Timestamp(seconds: 1_732_352_709)

  init() throws { folder = try TemporaryFolder() }

  private static let rows = """
    <row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>数</t></is></c></row>
    <row r="2" ht="20"><c r="A2" s="1"/><c r="B2" s="1"/><c r="C2"><f t="shared" ref="C2:C3" si="0">B2*2</f><v>0</v></c></row>
    <row r="3"><c r="A3" s="1"/><c r="B3" s="1"/><c r="C3"><f t="shared" si="0"/><v>0</v></c></row>
    <row r="4"><c r="A4" t="str"><f>"合"&amp;"计"</f><v>合计</v></c><c r="B4"><f>SUM(B2:B3)</f><v>0</v></c></row>
    """

  private func filling(_ names: [String]) -> SheetFilling {
    var filling = SheetFilling(sheet: 0)
    filling.block = FillingBlock(first: 2, blank: 2, isOpen: false)
    filling.rows = names.enumerated().map { [0: .text($1), 1: .count($0 + 1)] }
    return filling
  }

  private func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let path = try folder.file("filled.xlsx", bytes)
    let container = try ZipContainer(path: path, name: path, limits: ReadingLimits())
    var parts: [String: String] = [:]
    for name in container.rawNames.map({ String(decoding: $0, as: UTF8.self) }) {
      parts[name] = String(decoding: try container.requiredPart(name).wholeBytes(), as: UTF8.self)
    }
    return parts
  }

  private func fill(_ maker: WorkbookMaker, _ fillings: [SheetFilling]) throws -> [String: String] {
    let template = try WorkbookTemplate(path: folder.file("表样.xlsx", maker.bytes), name: "表样.xlsx")
    return try parts(template.filled(fillings, time: time))
  }

  @Test func fewerRowsChangeNothingButTheirCells() throws {
    var maker = WorkbookMaker(rows: Self.rows)
    maker.add("说明", rows: #"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>"#)
    let parts = try fill(maker, [filling(["甲"])])
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(
      sheet.contains(
        #"<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">甲</t></is></c><c r="B2" s="1"><v>1</v></c>"#
      ))
    #expect(sheet.contains(#"<f t="shared" ref="C2:C3" si="0">B2*2</f></c>"#))
    #expect(sheet.contains(#"<c r="B4"><f>SUM(B2:B3)</f></c>"#))
    #expect(sheet.contains("<row r=\"2\" ht=\"20\">"))
    // All is calculated anew when it is opened; what does not follow from other sheets stays byte for byte.
    #expect(parts["xl/workbook.xml"]?.contains("</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>") == true)
    for entry in maker.entries.map({ String(decoding: $0.name, as: UTF8.self) })
    where !entry.hasSuffix("sheet1.xml") && entry != "xl/workbook.xml" {
      let before = maker.entries.first { String(decoding: $0.name, as: UTF8.self) == entry }
      #expect(parts[entry].map { Array($0.utf8) } == before?.packed, "\(entry)")
    }
  }

  @Test func insertedRowsTakeFormulasAndStylesOfTheOnesBefore() throws {
    let parts = try fill(WorkbookMaker(rows: Self.rows), [filling(["甲", "乙", "丙", "丁"])])
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    for (row, formula) in [(2, "B2*2"), (3, "B3*2"), (4, "B4*2"), (5, "B5*2")] {
      #expect(sheet.contains(#"<c r="C\#(row)"><f>\#(formula)</f></c>"#), "\(row)")
    }
    #expect(sheet.contains(#"<c r="B6"><f>SUM(B2:B5)</f></c>"#))
    #expect(sheet.contains(#"<row r="3" ht="20">"#) && sheet.contains(#"<row r="4" ht="20">"#))
    #expect(sheet.contains(#"<c r="A6"><f>"合"&amp;"计"</f></c>"#))
  }

  @Test func placesBesideTheRowsMove() throws {
    let maker = WorkbookMaker(
      rows: Self.rows,
      before:
        #"<dimension ref="A1:C4"/><sheetViews><sheetView><selection activeCell="A4" sqref="A4"/></sheetView></sheetViews>"#,
      after: """
        <autoFilter ref="A1:B3"/><mergeCells count="2"><mergeCell ref="D2:E2"/><mergeCell ref="A4:A5"/></mergeCells>\
        <conditionalFormatting sqref="B2:B3"><cfRule type="expression"><formula>B2&gt;B$4</formula></cfRule></conditionalFormatting>\
        <dataValidations><dataValidation type="list" sqref="A2:A3 A9"><formula1>$F$4:$F$9</formula1></dataValidation></dataValidations>\
        <hyperlinks><hyperlink ref="A4" location="表!A4"/></hyperlinks>\
        <rowBreaks count="1"><brk id="4" max="16383" man="1"/></rowBreaks><colBreaks count="1"><brk id="4"/></colBreaks>
        """)
    let parts = try fill(maker, [filling(["甲", "乙", "丙"])])
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    for piece in [
      #"<dimension ref="A1:C5"/>"#, #"activeCell="A5""#, #"<autoFilter ref="A1:B4"/>"#,
      #"<mergeCells count="3"><mergeCell ref="D3:E3"/><mergeCell ref="D2:E2"/><mergeCell ref="A5:A6"/>"#,
      #"sqref="B2:B4""#, "<formula>B2&gt;B$5</formula>", #"sqref="A2:A4 A10""#,
      "<formula1>$F$5:$F$10</formula1>", #"ref="A5" location="表!A5""#,
      #"<rowBreaks count="1"><brk id="5""#, #"<colBreaks count="1"><brk id="4"/>"#,
    ] { #expect(sheet.contains(piece), "\(piece)") }
  }

  @Test func otherSheetsNamesAndTheChainFollow() throws {
    var maker = WorkbookMaker(rows: Self.rows)
    maker.add("首页", rows: #"<row r="1"><c r="A1"><f>表!B4</f><v>7</v></c></row>"#)
    var entries = maker.entries
    func text(_ name: String) -> String {
      String(decoding: entries.first { $0.name == Array(name.utf8) }?.packed ?? [], as: UTF8.self)
    }
    let workbook = text("xl/workbook.xml").replacing(
      "</sheets>",
      with:
        #"</sheets><definedNames><definedName name="合计数">表!$B$4</definedName></definedNames><calcPr calcId="1"/>"#
    )
    let links = text("xl/_rels/workbook.xml.rels").replacing(
      "</Relationships>",
      with: #"<Relationship Id="c" Type="x/calcChain" Target="calcChain.xml"/></Relationships>"#)
    entries.removeAll {
      ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"].contains(
        String(decoding: $0.name, as: UTF8.self))
    }
    entries += [
      ZipMaker.Entry(
        "[Content_Types].xml", #"<Types><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>"#),
      ZipMaker.Entry("xl/workbook.xml", workbook), ZipMaker.Entry("xl/_rels/workbook.xml.rels", links),
      ZipMaker.Entry("xl/calcChain.xml", #"<calcChain><c r="B4" i="1"/></calcChain>"#),
    ]
    let template = try WorkbookTemplate(path: folder.file("表样.xlsx", ZipMaker.zip(entries)), name: "表样.xlsx")
    #expect(template.namedCells.map(\.name) == ["合计数"])
    let filled = try template.filled([filling(["甲", "乙", "丙"])], time: time)
    #expect(filled == (try template.filled([filling(["甲", "乙", "丙"])], time: time)))
    let parts = try parts(filled)
    #expect(parts["xl/worksheets/sheet2.xml"]?.contains(#"<c r="A1"><f>表!B5</f></c>"#) == true)
    #expect(
      parts["xl/workbook.xml"]?.contains(
        #"<definedName name="合计数">表!$B$5</definedName></definedNames><calcPr calcId="1" fullCalcOnLoad="1"/>"#
      ) == true)
    #expect(parts["xl/calcChain.xml"] == nil)
    #expect(parts["[Content_Types].xml"] == "<Types></Types>")
    #expect(parts["xl/_rels/workbook.xml.rels"]?.contains("calcChain") == false)
  }

  @Test func valuesGetAStyleThatShowsThemOnlyWhereTheirsDoesNot() throws {
    var maker = WorkbookMaker(rows: #"<row r="1"><c r="A1" s="1"/><c r="B1"/></row>"#)
    maker.format([#"yyyy"年"m"月""#])
    maker.workbookProperties = #"date1904="1""#
    let formatter = ValueFormatter(language: .zh)
    func value(_ value: Value, _ type: DataType) -> FilledValue? {
      FilledValue.value(value, of: Column(id: "a", label: Label(zh: "甲", en: "a"), type: type), formatter)
    }
    var filling = SheetFilling(sheet: 0)
    let day = try #require(CalendarDate(iso: "2024-09-01"))
    filling.cells = [
      FilledCell(row: 1, column: 0, value: try #require(value(.date(day), .date))),
      FilledCell(row: 1, column: 1, value: try #require(value(.date(day), .date))),
      FilledCell(row: 2, column: 0, value: try #require(value(.text("0012"), .text))),
      FilledCell(row: 2, column: 1, value: try #require(value(.text("=1+1"), .text))),
      FilledCell(row: 2, column: 2, value: try #require(value(.text("青石镇"), .text))),
      FilledCell(row: 2, column: 3, value: try #require(value(.integer(7), .integer))),
    ]
    #expect(value(.null, .text) == nil)
    let parts = try fill(maker, [filling])
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    // 2024-09-01 is day 45536 from 1900 on and 44074 from 1904 on.
    #expect(sheet.contains(#"<c r="A1" s="1"><v>44074</v></c><c r="B1" s="2"><v>44074</v></c>"#))
    #expect(
      sheet.contains(#"<c r="A2" s="3" t="inlineStr">"#) && sheet.contains(#"<c r="B2" s="3" t="inlineStr">"#)
    )
    #expect(sheet.contains(#"<c r="C2" t="inlineStr">"#) && sheet.contains(#"<c r="D2"><v>7</v></c>"#))
    let styles = try #require(parts["xl/styles.xml"])
    #expect(styles.contains(#"<numFmts><numFmt numFmtId="165" formatCode="yyyy-mm-dd"/>"#))
    #expect(
      styles.contains(
        #"<xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs>"#))
  }

  /// Formats that a date needs go into the one list of formats, as programs write it: none, empty, or with ids and counts
  /// that mean nothing.
  @Test(arguments: [
    (
      "", #"<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs count="2">"#
    ),
    (
      #"<numFmts count="0"/>"#,
      #"<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs count="2">"#
    ),
    (
      #"<numFmts count="9223372036854775807"><numFmt numFmtId="9223372036854775807" formatCode="0.0"/></numFmts>"#,
      #"<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/><numFmt numFmtId="9223372036854775807" formatCode="0.0"/></numFmts><cellXfs count="2">"#
    ),
  ])
  func formatsGoIntoTheOneList(list: String, expected: String) throws {
    var maker = WorkbookMaker(rows: #"<row r="1"><c r="A1" s="0"/></row>"#)
    maker.styles =
      #"<styleSheet xmlns="\#(maker.main)">\#(list)<cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>"#
    let day = try #require(CalendarDate(iso: "2024-09-01"))
    let column = Column(id: "a", label: Label(zh: "甲", en: "a"), type: .date)
    var filling = SheetFilling(sheet: 0)
    filling.cells = [
      FilledCell(
        row: 1, column: 0,
        value: try #require(FilledValue.value(.date(day), of: column, ValueFormatter(language: .zh))))
    ]
    let styles = try #require(try fill(maker, [filling])["xl/styles.xml"])
    #expect(styles.contains(expected), "\(styles)")
    #expect(styles.ranges(of: "<numFmts").count == 1)
  }

  @Test func rowsWithoutPlacesAndPrefixesAreReadAndWritten() throws {
    let sheet = """
      <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr">\
      <x:is><x:t>名称</x:t></x:is></x:c></x:row><x:row><x:c/></x:row></x:sheetData></x:worksheet>
      """
    var entries = WorkbookMaker().entries
    entries.removeAll { $0.name == Array("xl/worksheets/sheet1.xml".utf8) }
    entries.append(ZipMaker.Entry("xl/worksheets/sheet1.xml", sheet))
    let path = try folder.file("表样.xlsx", ZipMaker.zip(entries))
    var filling = SheetFilling(sheet: 0)
    filling.block = FillingBlock(first: 2, blank: 1, isOpen: true)
    filling.rows = [[0: .text("甲")], [0: .text("<乙>")]]
    let bytes = try WorkbookTemplate(path: path, name: "表样.xlsx").filled([filling], time: time)
    let read = try ReadRows(path: folder.file("b.xlsx", bytes))
    #expect(read.description == "1: 名称\n2: 甲\n3: <乙>")
  }

  @Test func rowsBeyondTheSheetAreRefused() throws {
    let template = try WorkbookTemplate(
      path: folder.file("表样.xlsx", WorkbookMaker(rows: Self.rows).bytes), name: "表样.xlsx")
    var filling = SheetFilling(sheet: 0)
    filling.block = FillingBlock(first: CellPlace.lastRow, blank: 1, isOpen: true)
    filling.rows = [[0: .count(1)], [0: .count(2)]]
    let fault = #expect(throws: Diagnostic.self) { try template.filled([filling], time: self.time) }
    #expect(fault?.message == WritingMessages.tooManyRows)
  }

  @Test(arguments: [
    ("pivotTable", FillingWords.pivot), ("control", FillingWords.control), ("oleObject", FillingWords.object),
  ])
  func whatInsertedRowsWouldBreakIsNamed(kind: String, what: Message) throws {
    var entries = WorkbookMaker(rows: Self.rows).entries
    entries.append(
      ZipMaker.Entry(
        "xl/worksheets/_rels/sheet1.xml.rels",
        #"<Relationships><Relationship Id="a" Type="x/\#(kind)" Target="../a.xml"/></Relationships>"#))
    let template = try WorkbookTemplate(path: folder.file("表样.xlsx", ZipMaker.zip(entries)), name: "表样.xlsx")
    _ = try template.filled([filling(["甲", "乙"])], time: time)
    let fault = #expect(throws: Diagnostic.self) {
      try template.filled([filling(["甲", "乙", "丙"])], time: time)
    }
    #expect(fault?.message == FillingMessages.cannotInsert && fault?.arguments["what"] == what.text(.zh))
  }
}

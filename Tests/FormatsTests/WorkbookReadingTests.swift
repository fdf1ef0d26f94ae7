import KitFormats
import KitModel
import Testing
import WorkbookMaker

@Suite struct WorkbookReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func rows(_ maker: WorkbookMaker) throws -> ReadRows {
    try ReadRows(path: folder.file("a.xlsx", maker.bytes))
  }

  private func cell(_ xml: String) throws -> (text: String?, kind: String?) {
    let read = try rows(WorkbookMaker(rows: #"<row r="1">\#(xml)</row>"#))
    return (read.rows.first?.cells[0], read.kinds.first)
  }

  @Test func textsAreSharedInlineOrOfFormulas() throws {
    var maker = WorkbookMaker(
      rows: """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh><t>nei</t></rPh></is></c>
        <c r="D3" t="str"><f>A1&amp;"x"</f><v>青石&lt;x&gt;</v></c></row>
        """)
    maker.sharedStrings = """
      <si><t xml:space="preserve"> 青石 </t></si>
      <si><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r><rPh sb="0" eb="1"><t>cu</t></rPh><phoneticPr/></si>
      """
    #expect(try rows(maker).description == "1:  青石  | 粗细\n3: 内联 | ∅ | ∅ | 青石<x>")
  }

  @Test func escapedControlCharactersAreDecoded() throws {
    #expect(
      try cell(#"<c t="inlineStr"><is><t>a_x000D_b_x4E2D__x005F_x000D_</t></is></c>"#).text == "a\rb中_x000D_")
  }

  @Test(arguments: [
    ("12", "12"), ("0.30000000000000004", "0.3"), ("0.1", "0.1"), ("1.1000000000000001", "1.1"),
    ("82.333333333333329", "82.3333333333333"), ("1E3", "1000"), ("1.5e-7", "0.00000015"), ("-0", "0"),
    ("9007199254740992", "9007199254740992"), ("9007199254740993", "9007199254740990"),
    ("123456789012345678", "123456789012346000"), ("-12.50", "-12.5"), ("007", "7"), (".5", "0.5"),
    ("999999999999999.9", "1000000000000000"), ("0.99999999999999999", "1"),
    ("1E+20", "100000000000000000000"),
    ("2.2250738585072014E-308", "0." + String(repeating: "0", count: 307) + "222507385850720"),
  ]) func numbersHaveFifteenDigitsAsExcelShowsThem(written: String, shown: String) throws {
    let expected = shown.hasPrefix("0.000000000000") ? String(shown.dropLast()) : shown
    let found = try cell("<c><v>\(written)</v></c>")
    #expect(found.text == expected && found.kind == "1:0 number")
  }

  @Test(arguments: ["NaN", "INF", "1e999", "12a", "1.2.3", "--1"])
  func whatIsNoNumberIsAnErrorOfItsCell(written: String) throws {
    let found = try cell("<c><v>\(written)</v></c>")
    #expect(found.text == written && found.kind == "1:0 error")
  }

  @Test(arguments: [
    (#"<c t="b"><v>1</v></c>"#, "TRUE", "boolean"), (#"<c t="b"><v>0</v></c>"#, "FALSE", "boolean"),
    (##"<c t="e"><v>#N/A</v></c>"##, "#N/A", "error"),
    ("<c><f>SUM(A1:A3)</f></c>", "=SUM(A1:A3)", "uncalculated"),
    ("<c><f>SUM(A1:A3)</f><v></v></c>", "=SUM(A1:A3)", "uncalculated"),
    ("<c><f>SUM(A1:A3)</f><v>6</v></c>", "6", "number"),
    (#"<c t="d"><v>2024-09-01T00:00:00</v></c>"#, "2024-09-01", "date"),
    (#"<c t="d"><v>2024-09-01T08:30:00.000Z</v></c>"#, "2024-09-01 08:30:00", "date"),
  ]) func kindsOfCells(xml: String, text: String, kind: String) throws {
    let found = try cell(xml)
    #expect(found.text == text && found.kind == "1:0 \(kind)")
  }

  @Test func emptyCellsAndRowsAreNotThere() throws {
    let read = try rows(
      WorkbookMaker(
        rows: """
          <row r="1"><c r="A1" s="3"/><c r="B1" t="str"><f>""</f><v></v></c></row><row r="2"/>
          <row r="1048576"><c r="XFD1048576"><v>1</v></c></row>
          """, before: #"<dimension ref="A1:XFD1048576"/>"#))
    #expect(read.rows.map(\.number) == [1_048_576])
    #expect(read.rows.first?.cells == [16_383: "1"])
  }

  // MARK: Number formats

  @Test(arguments: [
    ("0000", "12", "0012", "number"), ("00000", "123456", "123456", "number"),
    ("0000", "1.5", "1.5", "number"),
    ("0", "12", "12", "number"), ("0.00", "12", "12", "number"), ("#,##0", "1234", "1234", "number"),
    ("0%", "0.8", "0.8", "percent"), ("0.00%", "0.30000000000000004", "0.3", "percent"),
    ("yyyy-mm-dd", "45536", "2024-09-01", "date"), (#"yyyy"年"m"月"d"日""#, "45536", "2024-09-01", "date"),
    (#"yyyy\年m\月"#, "45536", "2024-09-01", "date"), ("[$-804]yyyy年m月d日;@", "45536", "2024-09-01", "date"),
    ("yyyy/m/d h:mm", "45536.354166666664", "2024-09-01 08:30:00", "date"),
    ("h:mm", "0.5", "12:00:00", "date"),
    ("yyyy-mm-dd", "45536.999999", "2024-09-02", "date"), ("[h]:mm", "1.5", "36:00:00", "date"),
    ("上午/下午h:mm", "0.75", "18:00:00", "date"), ("[DBNum1]yyyy年m月", "45536", "2024-09-01", "date"),
    ("yyyy-mm-dd", "60", "60", "number"), ("yyyy-mm-dd", "59", "1900-02-28", "date"),
    ("yyyy-mm-dd", "61", "1900-03-01", "date"), ("yyyy-mm-dd", "1", "1900-01-01", "date"),
    ("yyyy-mm-dd", "-3", "-3", "number"), ("yyyy-mm-dd", "2958466", "2958466", "number"),
    ("General", "12", "12", "number"), ("G/通用格式", "12", "12", "number"), ("@", "12", "12", "number"),
    ("0.00E+00", "12000", "12000", "number"), (#"0"天""#, "12", "12", "number"),
    ("[Red]0.0", "12", "12", "number"),
    (#"0.0"mm""#, "12", "12", "number"), ("mm:ss", "0.5", "12:00:00", "date"),
    ("mmm-yy", "45536", "2024-09-01", "date"),
    (String(repeating: "0", count: 20), "12", "00000000000000000012", "number"),
    (String(repeating: "0", count: 1_000_000), "12", "12", "number"),
  ]) func formatsSayWhatANumberIs(code: String, written: String, text: String, kind: String) throws {
    var maker = WorkbookMaker(rows: #"<row><c s="1"><v>\#(written)</v></c></row>"#)
    maker.format([code])
    let read = try rows(maker)
    #expect(read.rows.first?.cells[0] == text && read.kinds.first == "1:0 \(kind)")
    #expect(try InputFile.open(folder.path + "/a.xlsx").numberFormats == ["General", code])
  }

  @Test(arguments: [
    (14, "date"), (22, "date"), (31, "date"), (57, "date"), (9, "percent"), (2, "number"), (49, "number"),
  ])
  func builtInFormatsAreKnown(identifier: Int, kind: String) throws {
    var maker = WorkbookMaker(rows: #"<row><c s="0"><v>45536</v></c></row>"#)
    maker.styles =
      #"<styleSheet xmlns="\#(maker.main)"><cellXfs><xf numFmtId="\#(identifier)"/></cellXfs></styleSheet>"#
    #expect(try rows(maker).kinds.first == "1:0 \(kind)")
  }

  @Test func hiddenColumnsBeyondTheLastOneAreNone() throws {
    let columns = """
      <cols><col min="2" max="3" hidden="1"/><col min="16385" max="20000" hidden="1"/>\
      <col min="16384" max="99999999" hidden="1"/></cols>
      """
    let maker = WorkbookMaker(rows: "<row><c><v>1</v></c></row>", before: columns)
    let file = try InputFile.open(folder.file("b.xlsx", maker.bytes))
    #expect(try file.facts().hiddenColumns == [1...2, 16_383...16_383])
  }

  @Test func datesOf1904WorkbooksBeginThere() throws {
    var maker = WorkbookMaker(rows: #"<row><c s="1"><v>44074</v></c><c s="1"><v>0</v></c></row>"#)
    maker.format(["yyyy-mm-dd"])
    maker.workbookProperties = #"date1904="1""#
    #expect(try rows(maker).description == "1: 2024-09-01 | 1904-01-01")
  }

  // MARK: Sheets

  @Test func sheetsKeepTheirOrderAndSayWhatIsHidden() throws {
    var maker = WorkbookMaker(
      rows: #"<row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row>"#,
      before: #"<dimension ref="A1:C9"/><cols><col min="2" max="3" hidden="1"/></cols>"#,
      after: #"<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>"#)
    maker.add("说明", rows: "", attributes: #"state="hidden""#)
    let path = try folder.file("a.xlsx", maker.bytes)
    let file = try InputFile.open(path)
    #expect(file.sheets.map(\.name) == ["表", "说明"])
    #expect(file.sheets.map(\.isHidden) == [false, true])
    #expect(file.sheets[0].declaredRange == CellRange(rows: 1...9, columns: 0...2))
    let facts = try file.facts(ofSheet: 0)
    #expect(
      facts.mergedRanges == [
        CellRange(rows: 1...1, columns: 0...2), CellRange(rows: 2...3, columns: 0...0),
      ])
    #expect(facts.hiddenColumns == [1...2])
    #expect(try ReadRows(file, sheet: 0).hidden == [2])
    #expect(try ReadRows(file, sheet: 1).rows.isEmpty)
    #expect(try file.facts(ofSheet: 1) == SheetFacts())
  }

  @Test func strictNamespacesArePrefixedOrNot() throws {
    var maker = WorkbookMaker(rows: #"<row><c t="inlineStr"><is><t>严格</t></is></c></row>"#)
    maker.main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    maker.relationship = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try rows(maker).description == "1: 严格")
    maker.sheets[0].xml = "<x:ignored xmlns:x=\"y\"/>" + maker.sheets[0].xml
    #expect(try rows(maker).description == "1: 严格")
  }

  @Test func rowsAcrossChunksAreWhole() throws {
    var xml = ""
    var expected: [String] = []
    for row in 1...5000 {
      let texts = (0..<8).map { "第\(row)行\($0)" }
      xml +=
        "<row r=\"\(row)\">" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined()
        + "</row>"
      expected.append("\(row): " + texts.joined(separator: " | "))
    }
    let maker = WorkbookMaker(rows: xml, after: #"<mergeCells><mergeCell ref="A1:B1"/></mergeCells>"#)
    #expect(try rows(maker).description == expected.joined(separator: "\n"))
    #expect(try InputFile.open(folder.path + "/a.xlsx").facts().mergedRanges.count == 1)
  }
}

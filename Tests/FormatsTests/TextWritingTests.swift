import Foundation
import KitFormats
import KitModel
import Testing

@Suite struct TextWritingTests {
  let options = WritingOptions(language: .zh, time: Timestamp(seconds: 1_732_352_709, offset: 28_800))

  private func text(_ format: TableFormat, _ change: (inout WritingOptions) -> Void = { _ in }) throws
    -> String
  {
    var options = options
    change(&options)
    let written = try TableWriter.write(SampleTables.schools, format: format, options: options, to: .memory)
    return String(decoding: written.bytes, as: UTF8.self)
  }

  @Test func csvHasIdsKeysAndStoredValues() throws {
    #expect(
      try text(.csv) == """
        code,name,township,pupils,score,rate,inclusive,opened,term,phone,_mark
        0012001,青石镇中心小学,0012,1812,82.50,0.8000,true,2001-09-01,2024秋,***,
        0012002,"'=HYPERLINK(""http://x"",""点"")|<b>&
        二行",0013,,,1.2345,false,,,,
        ,,,1812,82.50,,,,,,total

        """)
  }

  @Test func csvHasNoMarksWhereNoRowIsMarked() throws {
    var plain = SampleTables.schools
    plain.rows.removeLast()
    let written = try TableWriter.write(plain, format: .csv, options: options, to: .memory)
    #expect(!String(decoding: written.bytes, as: UTF8.self).contains("_mark"))
  }

  @Test func idsAreWordsForPeopleOnly() throws {
    let column = Column(
      id: "kind", label: Label(zh: "种类", en: "Kind"), type: .text,
      words: ["undo": Label(zh: "撤销", en: "undo")])
    let table = Table(columns: [column], rows: [Table.Row([.text("undo")])])
    func text(_ options: WritingOptions) throws -> String {
      String(
        decoding: try TableWriter.write(table, format: .csv, options: options, to: .memory).bytes,
        as: UTF8.self)
    }
    #expect(try text(options) == "kind\nundo\n")
    var labels = options
    labels.usesLabels = true
    #expect(try text(labels).hasSuffix("种类\n撤销\n"))
  }

  @Test func aColumnCalledLikeTheMarkLosesNothing() throws {
    let column = Column(id: "_mark", label: Label(zh: "标记", en: "Mark"), type: .text)
    let table = Table(
      columns: [column], rows: [Table.Row([.text("甲")]), Table.Row([.null], mark: .total)])
    func written(_ format: TableFormat) throws -> String {
      String(
        decoding: try TableWriter.write(table, format: format, options: options, to: .memory).bytes,
        as: UTF8.self)
    }
    #expect(try written(.csv) == "_mark,__mark\n甲,\n,total\n")
    #expect(try written(.jsonl) == "{\"_mark\":\"甲\"}\n{\"_mark\":null,\"__mark\":\"total\"}\n")
  }

  @Test func csvForPeopleHasLabelsNamesAndAByteOrderMark() throws {
    let text = try text(.csv) {
      $0.usesLabels = true
      $0.revealsSensitive = true
    }
    #expect(text.hasPrefix("\u{FEFF}学校代码,学校名称,乡镇,学生数,"))
    #expect(text.contains("\n0012001,青石镇中心小学,青石镇,1812,82.50,0.8000,true,2001-09-01,2024秋,13800000001\n"))
    #expect(text.hasSuffix("\n合计,,,1812,82.50,,,,,\n") && !text.contains("_mark"))
  }

  @Test func jsonKeepsDecimalsAsShown() throws {
    #expect(
      try text(.json) == """
        [
        {"code":"0012001","name":"青石镇中心小学","township":"0012","pupils":1812,"score":82.50,"rate":0.8000,"inclusive":true,"opened":"2001-09-01","term":"2024秋","phone":"***"},
        {"code":"0012002","name":"=HYPERLINK(\\"http://x\\",\\"点\\")|<b>&\\n二行","township":"0013","pupils":null,"score":null,"rate":1.2345,"inclusive":false,"opened":null,"term":null,"phone":null},
        {"code":null,"name":null,"township":null,"pupils":1812,"score":82.50,"rate":null,"inclusive":null,"opened":null,"term":null,"phone":null,"_mark":"total"}
        ]

        """)
  }

  @Test func jsonIsReadByAnIndependentParser() throws {
    for table in [SampleTables.schools, Table(columns: SampleTables.schools.columns), Table(columns: [])] {
      let bytes = try TableWriter.write(table, format: .json, options: options, to: .memory).bytes
      let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]]
      #expect(read?.count == table.rows.count)
    }
  }

  @Test func jsonlHasOneRecordOnEachLine() throws {
    let lines = try text(.jsonl).split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test func markdownIsEscaped() throws {
    let text = try text(.md) {
      $0.layout.title = "学校*名单*"
      $0.footer = ["跳过 1 行"]
    }
    #expect(
      text == """
        # 学校\\*名单\\*

        | 学校代码 | 学校名称 | 乡镇 | 学生数 | 得分 | 达标率 | 普惠 | 开办 | 学期 | 手机 |
        | --- | --- | --- | ---: | ---: | ---: | --- | --- | --- | --- |
        | 0012001 | 青石镇中心小学 | 青石镇 | 1812 | 82.50 | 80% | 是 | 2001-09-01 | 2024秋 | \\*\\*\\* |
        | 0012002 | =HYPERLINK("http://x","点")\\|&lt;b>&amp;<br>二行 | 0013 |  |  | 123.45% | 否 |  |  |  |
        | **合计** |  |  | **1812** | **82.50** |  |  |  |  |  |

        跳过 1 行

        """)
  }

  @Test func htmlIsAccessibleAndEscaped() throws {
    let text = try text(.html) { $0.layout.title = "名单 <2024>" }
    #expect(text.contains("<html lang=\"zh-CN\">") && text.contains("<meta charset=\"utf-8\">"))
    #expect(text.contains("<title>名单 &lt;2024&gt;</title>"))
    #expect(text.contains("<caption>名单 &lt;2024&gt;</caption>"))
    #expect(text.contains("<th scope=\"col\" class=\"n\">学生数</th>"))
    #expect(text.contains("<th scope=\"row\">0012001</th><td>青石镇中心小学</td>"))
    #expect(text.contains("=HYPERLINK(&quot;http://x&quot;,&quot;点&quot;)|&lt;b&gt;&amp;<br>二行"))
    #expect(text.contains("<tr class=\"total\"><th scope=\"row\">合计</th>"))
    #expect(!text.contains("13800000001") && !text.contains("http-equiv") && !text.contains("src="))
  }

  @Test func tableIsTheTerminalsTable() throws {
    #expect(
      try text(.table) == TableText(formatter: ValueFormatter(language: .zh)).text(SampleTables.schools))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86 23", "'+86 23"), ("@x", "'@x"), ("-x", "'-x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""),
    ("-", "-"), ("-5", "-5"), ("+5.5", "+5.5"), ("1=1", "1=1"), ("", "\"\""), (" a", "\" a\""),
    ("a,b", "\"a,b\""),
  ]) func csvTextsThatAProgramWouldRunAreDisarmed(text: String, cell: String) throws {
    let table = Table(
      columns: [SampleTables.column("a", "甲", "A", .text), SampleTables.column("n", "数", "N", .integer)],
      rows: [Table.Row([.text(text), .integer(-5)])])
    let written = try TableWriter.write(table, format: .csv, options: options, to: .memory)
    #expect(String(decoding: written.bytes, as: UTF8.self) == "a,n\n\(cell),-5\n")
    #expect(written.remarks.isEmpty != cell.contains("'"))
  }

  @Test func whatWasWrittenIsReadBackTheSame() throws {
    let folder = try TemporaryFolder()
    for format in [TableFormat.csv, .json, .jsonl, .xlsx] {
      var options = options
      options.revealsSensitive = true
      let path = folder.path + "/a.\(format.rawValue)"
      _ = try TableWriter.write(SampleTables.schools, format: format, options: options, to: .file(path))
      let read = try ReadRows(path: path)
      let header = format == .json || format == .jsonl ? 0 : 1
      #expect(read.rows.count == 3 + header)
      let first = read.rows[header].cells
      #expect(first[0] == "0012001" && first[3] == "1812" && first[7] == "2001-09-01")
      #expect(read.rows[header + 1].cells[1]?.hasSuffix("|<b>&\n二行") == true)
    }
  }

  @Test func labelsThatTwoColumnsShareStayApart() throws {
    let table = Table(columns: [
      SampleTables.column("a", "数", "N", .integer), SampleTables.column("b", "数", "N", .integer),
    ])
    var options = options
    options.usesLabels = true
    options.byteOrderMark = false
    let written = try TableWriter.write(table, format: .csv, options: options, to: .memory)
    #expect(String(decoding: written.bytes, as: UTF8.self) == "数 (a),数 (b)\n")
  }

  @Test func maskingIsSaid() throws {
    let written = try TableWriter.write(SampleTables.schools, format: .json, options: options, to: .memory)
    #expect(written.remarks.map(\.message.id) == ["formats.write-masked"])
    #expect(written.rowCount == 2)
  }
}

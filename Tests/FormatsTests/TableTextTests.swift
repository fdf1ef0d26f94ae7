import KitFormats
import KitModel
import Testing

@Suite struct TableTextTests {
  let formatter = ValueFormatter(language: .zh)

  @Test func columnsLineUpUnderChineseText() {
    #expect(
      TableText(formatter: formatter).text(SampleTables.schools) == """
        学校代码  学校名称                               乡镇    学生数   得分   达标率  普惠  开办        学期    手机
        ────────  ─────────────────────────────────────  ──────  ──────  ─────  ───────  ────  ──────────  ──────  ────
        0012001   青石镇中心小学                         青石镇    1812  82.50      80%  是    2001-09-01  2024秋  ***
        0012002   =HYPERLINK("http://x","点")|<b>&↵二行  0013                   123.45%  否
        ────────  ─────────────────────────────────────  ──────  ──────  ─────  ───────  ────  ──────────  ──────  ────
        合计                                                       1812  82.50
        共 2 行

        """)
  }

  @Test func narrowTerminalCutsTextAndSaysSo() {
    var text = TableText(formatter: formatter, width: 60)
    text.recordLimit = 0
    #expect(
      text.text(SampleTables.schools) == """
        学校代码  学校名称      乡镇    学生数   得分   达标率  普惠
        ────────  ────────────  ──────  ──────  ─────  ───────  ────
        0012001   青石镇中心…   青石镇    1812  82.50      80%  是
        0012002   =HYPERLINK(…  0013                   123.45%  否
        ────────  ────────────  ──────  ──────  ─────  ───────  ────
        合计                              1812  82.50
        共 2 行
        太宽，有文字截短（…）的列：学校名称
        太宽，有 3 列未显示：开办、学期、手机（用「| 选列 …」挑列，或「| 列表」逐条看）

        """)
  }

  @Test func columnsThatTheQuestionNamedStay() {
    var text = TableText(formatter: formatter, width: 60)
    text.recordLimit = 0
    text.named = ["phone", "term"]
    let lines = text.text(SampleTables.schools).split(separator: "\n")
    #expect(lines.first == "学校代码  学校名称       乡镇    学生数   得分  学期    手机")
    #expect(lines.last?.contains("3 列未显示：达标率、普惠、开办") == true)
  }

  @Test func emptyColumnsGoFirstAndAreNamed() {
    var table = SampleTables.schools
    for row in table.rows.indices {
      for column in [2, 4, 7] { table.rows[row].values[column] = .null }
    }
    let text = TableText(formatter: formatter, width: 90)
    let lines = text.text(table).split(separator: "\n")
    #expect(lines.last == "没有内容、因此未显示的列：乡镇、得分、开办")
    #expect(lines.first?.contains("手机") == true)
    // What fits is shown as it is, empty or not.
    #expect(TableText(formatter: formatter, width: 200).text(table).contains("得分"))
    var scrolling = text
    scrolling.scrolls = true
    scrolling.width = 40
    #expect(scrolling.text(table).split(separator: "\n").first?.hasSuffix("学期    手机") == true)
  }

  @Test func fewRowsThatWouldLoseSomethingAreShownWhole() {
    #expect(
      TableText(formatter: formatter, width: 60).text(SampleTables.schools) == """
        0012001
          学校名称 青石镇中心小学  乡镇 青石镇  学生数 1812
          得分 82.50  达标率 80%  普惠 是  开办 2001-09-01
          学期 2024秋  手机 ***
        0012002
          学校名称 =HYPERLINK("http://x","点")|<b>&↵二行  乡镇 0013
          学生数 —  得分 —  达标率 123.45%  普惠 否  开办 —  学期 —
          手机 —
        合计
          学校名称 —  乡镇 —  学生数 1812  得分 82.50  达标率 —
          普惠 —  开办 —  学期 —  手机 —
        共 2 行

        """)
  }

  @Test(arguments: [20, 40, 60, 80, 100, 110, 200]) func noLineIsWiderThanTheTerminal(width: Int) {
    let lines = TableText(formatter: formatter, width: width).text(SampleTables.schools).split(
      separator: "\n")
    for line in lines.prefix(6) { #expect(DisplayWidth.of(line) <= width) }
  }

  @Test func listShowsOneRecordPerBlock() {
    #expect(
      TableText(formatter: formatter, rowLimit: 1).list(SampleTables.schools) == """
        ── 1 ───────────────────
        学校代码  0012001
        学校名称  青石镇中心小学
        乡镇      青石镇
        学生数    1812
        得分      82.50
        达标率    80%
        普惠      是
        开办      2001-09-01
        学期      2024秋
        手机      ***
        显示前 1 行，共 2 行

        """)
  }

  @Test func controlSequencesFromFilesDoNotReachTheTerminal() {
    let table = Table(
      columns: [SampleTables.column("a", "甲", "A", .text)],
      rows: [Table.Row([.text("\u{1B}[31m红\u{202E}\r\n二")])])
    #expect(TableText(formatter: formatter).text(table).contains("\u{FFFD}[31m红\u{FFFD}↵二"))
  }

  @Test func tableWithoutRowsStillShowsItsColumns() {
    let table = Table(columns: SampleTables.schools.columns)
    let text = TableText(formatter: ValueFormatter(language: .en)).text(table)
    #expect(text.hasPrefix("Code  Name  Township") && text.hasSuffix("\n0 rows\n"))
  }
}

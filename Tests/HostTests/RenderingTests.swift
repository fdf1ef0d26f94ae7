import KitFormats
import KitModel
import Testing

@testable import dudao

@Suite("Text at the terminal")
struct RenderingTests {
  @Test(
    "Lines break between Chinese characters and at blanks, never before a closing mark",
    arguments: [
      ("学校的情况，很好。", 10, ["学校的情", "况，很好。"]),
      ("the plain words break", 10, ["the plain", "words", "break"]),
      ("共 160 所（其中乡村 40 所）", 12, ["共 160 所", "（其中乡村", "40 所）"]),
      ("short", 40, ["short"]),
      ("two\nlines", 40, ["two", "lines"]),
      ("averyveryverylongword", 5, ["averyveryverylongword"]),
    ] as [(String, Int, [String])])
  func breaks(text: String, width: Int, expected: [String]) {
    #expect(LineBreaks.lines(text, width: width) == expected)
  }

  @Test("A document becomes lines: title, facts that line up, lists, commands")
  func document() {
    let document = Document([
      .heading("青石镇中心小学", level: 1),
      .facts([.init("学校代码", "0012"), .init("校长", "王小明")]),
      .list(["一", "二"]),
      .code("学校 | 计数"),
    ])
    let text = DocumentText(
      formatter: ValueFormatter(language: .zh), width: 60, palette: Palette(isOn: false)
    ).text(document)
    #expect(
      text == """
        青石镇中心小学
        ══════════════

        学校代码  0012
        校长      王小明

        · 一
        · 二

          学校 | 计数

        """)
  }

  @Test("Progress is one line that goes when the work is done")
  func progress() {
    var written = ""
    var line = ProgressLine(language: .zh) { written += $0 }
    line.clear()
    #expect(written.isEmpty)
    line.show(50, of: 200, Label(zh: "导入", en: "import"))
    line.clear()
    #expect(written == "\r\u{1B}[K导入：50 / 200（25%，Ctrl-C 停止）\r\u{1B}[K")
  }
}

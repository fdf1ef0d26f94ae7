import KitModel
import Testing

@Suite struct TextTests {
  @Test func namesAgreeAfterTwinsAndCase() {
    #expect(NameKey("ＣＯＤＥ　") == NameKey("code"))
    #expect(NameKey("在校\u{200B}生数") == NameKey("在校生数"))
    #expect(NameKey("é") == NameKey("e\u{301}"))
    #expect(NameKey("学校") != NameKey("学校名称"))
  }

  @Test func chineseTakesTwoColumns() {
    #expect(DisplayWidth.of("青石镇A") == 7)
    #expect(DisplayWidth.of("e\u{301}") == 1)
    #expect(DisplayWidth.clipped("青石镇中心小学", to: 7) == "青石镇…")
    #expect(DisplayWidth.padded("12", to: 4, right: true) == "  12")
  }

  @Test func nearNamesAreOfferedAndFarOnesNever() {
    #expect(Nearness.suggestions(for: "shcool", among: ["school", "visit"]) == ["school"])
    #expect(Nearness.suggestions(for: "学校年报表", among: ["学校年报", "幼儿园"]) == ["学校年报"])
    #expect(Nearness.suggestions(for: "青石", among: ["幼儿", "问题"]).isEmpty)
    #expect(Nearness.suggestions(for: "x", among: ["y", "school"]).isEmpty)
  }

  @Test func aWordGoesWithItsNumber() {
    let message = Message(
      "test.rows", zh: "{rows} 行", en: "{rows} {rows:row is|rows are} left of {all} {all:row|rows}")
    #expect(message.text(.en, ["rows": "1", "all": "12"]) == "1 row is left of 12 rows")
    #expect(message.text(.en, ["rows": "0", "all": "1"]) == "0 rows are left of 1 row")
    #expect(message.text(.zh, ["rows": "1"]) == "1 行")
    #expect(Message.places(in: message.en) == ["rows", "all"])
    #expect(message.text(.en, ["rows": "2"]) == "2 rows are left of {all} {all:row|rows}")
  }

  @Test func caretsLineUpUnderDoubleWidthText() {
    let message = Message(
      "test.unknown", zh: "没有「{name}」", en: "no {name}", helpZh: "看 catalog", helpEn: "see catalog")
    let source = "学校 | 筛选 得分x > 1"
    let start = "学校 | 筛选 ".utf8.count
    let diagnostic = Diagnostic(message, ["name": "得分x"], at: SourceSpan(start, start + "得分x".utf8.count))
    let text = DiagnosticRenderer(language: .zh, source: source).text(diagnostic)
    #expect(
      text == """
        错误：没有「得分x」
          学校 | 筛选 得分x > 1
                      ^^^^^
        办法：看 catalog
        """)
  }
}

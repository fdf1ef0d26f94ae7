import KitModel
import Testing

@testable import KitLanguage

/// Every diagnostic of lexer and parser: its place is marked `⟦…⟧` in the text, and its first fix is applied.
@Suite struct DiagnosticTests {
  struct Slip: CustomTestStringConvertible, Sendable {
    let marked: String
    let codes: [String]
    /// The text with the first fix of the first diagnostic; nil when it has none.
    let mended: String?
    let mode: Parser.Mode

    init(_ marked: String, _ codes: String..., mended: String? = nil, mode: Parser.Mode = .script) {
      self.marked = marked
      self.codes = codes.map { "language." + $0 }
      self.mended = mended
      self.mode = mode
    }

    var text: String { marked.filter { $0 != "⟦" && $0 != "⟧" } }
    var testDescription: String { marked }
  }

  static let cases: [Slip] =
    characters + numbers + arguments + missing + misplaced + slips + limits

  static let characters: [Slip] = [
    Slip("x > ⟦😀⟧", "character-unknown"),
    Slip(#"x > a⟦\⟧b"#, "character-unknown"),
    Slip("x > ⟦@⟧", "character-unknown"),
    Slip("x > ⟦\u{202E}⟧1", "character-hidden", mended: "x > 1"),
    Slip("x == \"a⟦\u{2066}⟧b\"", "character-hidden", mended: "x == \"ab\""),
    Slip("x > 3 ⟦—⟧ y", "dash-unclear", mended: "x > 3 - y"),
    Slip("(3 ⟦——⟧y)", "dash-unclear", mended: "(3 -y)"),
    Slip("x == ⟦\"⟧abc", "string-unclosed", mended: "x == \"abc\""),
    Slip("学段 == ⟦\"⟧小学”", "string-unclosed", mended: "学段 == \"小学\""),
    Slip("学段 == ⟦“⟧小学“", "string-unclosed", mended: "学段 == “小学”"),
    Slip("学段 == ⟦「⟧小学", "string-unclosed", mended: "学段 == 「小学」"),
    Slip("学段 属于 (⟦“小学“，”⟧初中”)", "quotes-reversed"),
    Slip("x == ⟦“a“=”⟧b”", "quotes-reversed"),
    Slip("x > ⟦`⟧在校生数", "quoted-name-unclosed", mended: "x > `在校生数`"),
    Slip("x > ⟦·⟧在校生数", "quoted-name-unclosed", mended: "x > ·在校生数·"),
    Slip("x > ⟦``⟧", "quoted-name-empty"),
  ]

  static let numbers: [Slip] = [
    Slip("print ⟦2024-02-30⟧", "day-impossible"),
    Slip("print ⟦2024年2月30日⟧", "day-impossible"),
    Slip("print ⟦2024年13月⟧", "month-impossible"),
    Slip("print ⟦2024-2026学年⟧", "school-year-impossible", mended: "print 2024-2025学年"),
    Slip("print ⟦2024/9/1⟧", "date-or-calculation", mended: "print 2024-09-01"),
    Slip("print ⟦２０２４／９／１⟧", "date-or-calculation", mended: "print 2024-09-01"),
    Slip("print ⟦2024.9.1⟧", "date-with-points", mended: "print 2024-09-01"),
    Slip("print ⟦2024-07⟧", "month-or-calculation", mended: "print 2024年7月"),
    Slip("x > ⟦2024-7⟧且y", "month-or-calculation", mended: "x > 2024年7月且y"),
    Slip("print ⟦99999999999999999999⟧", "number-too-large"),
    Slip("print ⟦0.1234567890123456789⟧", "number-too-large"),
    Slip("print ⟦99999999999999亿⟧", "number-too-large"),
    Slip("print ⟦3.5元⟧", "number-then-text"),
    Slip("print ⟦1.2.3⟧", "number-then-text"),
    Slip("print ⟦1.5天⟧", "duration-not-whole"),
    Slip("print ⟦.5⟧", "zero-missing", mended: "print 0.5"),
  ]

  static let arguments: [Slip] = [
    Slip(#"open a⟦"⟧b""#, "argument-needs-quotes"),
    Slip(#"open "a"⟦b⟧"#, "argument-needs-quotes", mended: #"open "a" b"#),
    Slip("school | show f⟦(⟧x)", "argument-needs-quotes"),
    Slip("school | export ⟦=⟧4", "argument-name-missing"),
    Slip("run 3 ⟦--⟧ 4", "option-name-missing"),
    Slip("timing ⟦on⟧", "argument-is-word", mended: #"timing "on""#),
    Slip("打开 ⟦每⟧月.xlsx", "argument-is-word", mended: #"打开 "每月.xlsx""#),
  ]

  static let missing: [Slip] = [
    Slip("school | where⟦⟧", "unfinished", mode: .prompt),
    Slip("school | where x in (1, 2⟦⟧", "unfinished", mode: .prompt),
    Slip("for z in zone { print 1⟦⟧", "unfinished"),
    Slip("open a=⟦⟧", "unfinished"),
    Slip("school | where ⟦and⟧ x", "value-missing"),
    Slip("school | where x > ⟦<⟧ 3", "value-missing"),
    Slip("print 1 + ⟦)⟧", "value-expected"),
    Slip("let ⟦3⟧ = 4", "name-looks-like-value", mended: "let `3` = 4"),
    Slip("school | select ⟦2023春⟧", "name-looks-like-value", mended: "school | select `2023春`"),
    Slip("let ⟦(⟧ = 4", "name-expected"),
    Slip(#"school | drop ⟦"备注"⟧"#, "name-expected", mended: "school | drop `备注`"),
    Slip("let ⟦and⟧ = 4", "name-reserved", mended: "let `and` = 4"),
    Slip("学校 | 选列 名称, ⟦是⟧", "name-reserved", mended: "学校 | 选列 名称, `是`"),
    Slip("school | ⟦3⟧", "stage-expected"),
    Slip("学校 | ⟦过滤⟧ x > 3", "stage-unknown", mended: "学校 | 筛选 x > 3"),
    Slip("school | ⟦filter⟧ x > 3", "stage-unknown", mended: "school | where x > 3"),
    Slip("school | ⟦slect⟧ x", "stage-unknown", mended: "school | select x"),
    Slip("school | ⟦xyzzy⟧", "stage-unknown"),
    Slip("school | join ⟦3⟧", "relation-expected"),
    Slip("school | where x in ⟦3⟧", "relation-expected"),
    Slip("school | take ⟦-⟧5", "count-expected"),
    Slip("school | take ⟦3天⟧", "count-expected"),
    Slip("school | take ⟦\"3\"⟧", "count-expected"),
    Slip("let x ⟦3⟧", "symbol-expected", mended: "let x = 3"),
    Slip("school | derive y ⟦==⟧ 3", "symbol-expected", mended: "school | derive y = 3"),
    Slip("abs(1⟦}⟧", "symbol-expected", mended: "abs(1)}"),
    Slip("school | top 3 ⟦|⟧ count", "clause-expected"),
    Slip("学校 | 前3 ⟦;⟧", "clause-expected"),
    Slip("school | bin pupils ⟦|⟧ count", "clause-expected"),
    Slip("for z ⟦zone⟧ { }", "word-expected"),
    Slip("school | save ⟦x⟧", "word-expected"),
    Slip("x starts ⟦\"a\"⟧", "word-expected"),
    Slip("duty.result ⟦筛选⟧ x > 3", "pipe-missing", mended: "duty.result | 筛选 x > 3"),
    Slip("(学校) ⟦计数⟧", "pipe-missing", mended: "(学校) | 计数"),
    Slip("school | sort name ⟦take⟧ 5", "pipe-missing", mended: "school | sort name | take 5"),
    Slip("学校 | 选列 名称，⟦筛选⟧ 学生数 > 1", "pipe-missing", mended: "学校 | 选列 名称 | 筛选 学生数 > 1"),
    Slip(#"乡镇 ⟦筛选⟧ "得分"<60"#, "pipe-missing", mended: #"乡镇 | 筛选 "得分"<60"#),
    Slip("print a ⟦b⟧", "comma-missing", mended: "print a, b"),
    Slip("x in (1 ⟦2⟧)", "comma-missing", mended: "x in (1, 2)"),
    Slip("abs(1 ⟦2⟧)", "comma-missing", mended: "abs(1, 2)"),
    Slip(
      "school | group { n = count() ⟦m⟧ = sum(x) }", "symbol-expected",
      mended: "school | group { n = count(), m = sum(x) }"),
    Slip("⟦得分⟧ = 60", "let-missing", mended: "设 得分 = 60"),
    Slip("⟦score⟧ = 60", "let-missing", mended: "let score = 60"),
    Slip("print school ⟦|⟧ count", "parentheses-missing", mended: "print (school | count)"),
    Slip("check school ⟦|⟧ count", "parentheses-missing", mended: "check (school | count)"),
    Slip("school | select ⟦pupils / classes⟧", "calculation-unnamed"),
    Slip("school | group ⟦year(open_from)⟧ { n = count() }", "calculation-unnamed"),
    Slip("school | sort -pupils ⟦desc⟧", "direction-twice"),
    Slip("if x ⟦print⟧ 1", "block-expected"),
    Slip("x between 1 ⟦to⟧ 5", "and-missing"),
    Slip("学校 | 筛选 x 介于 a到b⟦⟧", "unfinished"),
    Slip("param x: ⟦3⟧", "type-expected"),
    Slip("x in (⟦)⟧", "list-empty"),
    Slip("[a, b; ⟦1⟧; 1, 2]", "row-length"),
  ]

  static let misplaced: [Slip] = [
    Slip("school ⟦,⟧ visit", "unexpected"),
    Slip("a.b ⟦3⟧", "unexpected"),
    Slip("⟦|⟧ count", "pipe-at-start"),
    Slip("⟦1 + 2⟧ | count", "source-not-relation"),
    Slip("for z in ⟦3⟧ { }", "source-not-relation"),
    Slip("1 < x ⟦<⟧ 5", "comparison-chained"),
    Slip("x == y ⟦in⟧ (1, 2)", "comparison-chained"),
    Slip("a ⟦&&⟧ b", "operator-foreign", mended: "a and b"),
    Slip("a⟦&&⟧b", "operator-foreign", mended: "a and b"),
    Slip("a ⟦||⟧ b", "operator-foreign", mended: "a or b"),
    Slip("x ⟦=>⟧ 60", "operator-foreign", mended: "x >= 60"),
    Slip("x ⟦=<⟧ 60", "operator-foreign", mended: "x <= 60"),
    Slip("⟦!⟧x", "operator-foreign", mended: "not x"),
    Slip("school | top 3 by x per a ⟦per⟧ b", "clause-twice"),
    Slip("school | top 3 by x asc ⟦desc⟧", "clause-twice"),
    Slip("school | derive y = 1 ⟦per⟧ zone", "clause-misplaced"),
    Slip("学校 | 筛选 学生数 > 3 ⟦降序⟧", "clause-misplaced"),
    Slip("school | lookup zone ⟦left⟧", "clause-misplaced"),
    Slip("school | take ⟦11-13⟧", "range-with-dash", mended: "school | take 11..13"),
    Slip("x is ⟦3⟧", "is-only-null", mended: "x == 3"),
    Slip("x is not ⟦3⟧", "is-only-null", mended: "x != 3"),
    Slip("if x { 1 }\n⟦else⟧ { 2 }", "else-alone"),
    Slip("case { else: 1, ⟦x⟧: 2 }", "else-last"),
    Slip("print 1\n⟦param⟧ x = 3", "param-misplaced"),
    Slip("if x { ⟦param⟧ y = 3 }", "param-misplaced"),
    Slip("计数(⟦*⟧)", "star", mended: "计数()"),
    Slip("⟦}⟧", "brace-unmatched"),
    Slip("x ⟦not⟧ y", "negation-misplaced"),
    Slip("school | select a⟦,⟧ | count", "comma-too-many", mended: "school | select a | count"),
  ]

  /// Section 9 of the language, as far as names need not be known.
  static let slips: [Slip] = [
    Slip("乡镇⟦，⟧筛选 得分<60", "pipe-missing", mended: "乡镇 | 筛选 得分<60"),
    Slip("乡镇⟦，⟧ 筛选 得分<60", "pipe-missing", mended: "乡镇 | 筛选 得分<60"),
    Slip("school | select a ⟦b⟧", "comma-missing", mended: "school | select a, b"),
    Slip("school | sort a ⟦-⟧b", "comma-missing", mended: "school | sort a, -b"),
    Slip("学校 | 排序 学区 ⟦名称⟧ 降序", "comma-missing", mended: "学校 | 排序 学区, 名称 降序"),
    Slip(
      "学校 | 分组 学段 { 全 = 计数() ⟦条件⟧ 学生数 > 500 且 班级数 > 10, 均 = 平均(学生数) }", "condition-outside",
      mended: "学校 | 分组 学段 { 全 = 计数(条件 学生数 > 500 且 班级数 > 10), 均 = 平均(学生数) }"),
    Slip(
      "school | derive n = sum(credit.points) ⟦where⟧ year == 2024年", "condition-outside",
      mended: "school | derive n = sum(credit.points where year == 2024年)"),
    Slip(
      "school | group { n = sum((visit | group { m = count() ⟦where⟧ x })) }", "condition-outside",
      mended: "school | group { n = sum((visit | group { m = count(where x) })) }"),
  ]

  static let limits: [Slip] = [
    Slip(String(repeating: "(", count: 100) + "⟦(⟧1", "nesting-too-deep"),
    Slip("a" + String(repeating: " + a", count: 1000) + " ⟦+⟧ a", "expression-too-long"),
    Slip("a" + String(repeating: " | count", count: 1000) + " ⟦|⟧ count", "pipeline-too-long"),
  ]

  @Test(arguments: cases) func slipIsAnsweredAtItsPlace(slip: Slip) throws {
    let result = Parser.parse(slip.text, mode: slip.mode)
    #expect(result.diagnostics.map(\.message.id) == slip.codes)
    let first = try #require(result.diagnostics.first)
    let span = try #require(first.span)
    let bytes = Array(slip.text.utf8)
    let marked =
      String(decoding: bytes[..<span.start], as: UTF8.self) + "⟦"
      + String(decoding: bytes[span.start..<span.end], as: UTF8.self) + "⟧"
      + String(decoding: bytes[span.end...], as: UTF8.self)
    #expect(marked == slip.marked)
    #expect(first.fixes.first?.applied(to: slip.text) == slip.mended)
  }

  @Test(arguments: cases.filter { $0.mended != nil }) func mendedTextIsRightOrSaysTheNextThing(slip: Slip) {
    let mended = slip.mended ?? ""
    let after = Parser.parse(mended, mode: slip.mode).diagnostics
    let before = Parser.parse(slip.text, mode: slip.mode).diagnostics
    #expect(after.first != before.first || after.isEmpty, "\(mended)")
  }

  @Test func allFaultsOfAScriptComeInOneGo() {
    let text = """
      let x = 3 +
      * 4
      学校 | 筛选 and
      学校 | 计数
      print 2024-02-30; print "ok"; print )
      for z in zone {
        print 1 2
        学校 | 过滤 x
        print 3
      }
      print 4
      """
    let result = Parser.parse(text)
    #expect(
      result.diagnostics.map(\.message.id) == [
        "language.star", "language.value-missing", "language.day-impossible", "language.value-expected",
        "language.comma-missing", "language.stage-unknown",
      ])
    #expect(result.script.statements.count == 4)
  }

  @Test(arguments: [
    "school |", "school | where", "let x", "let x =", "school | group zone {", "for z in zone {",
    "for z in zone { if x {", "x +", "x in (1,", "school | select a,", "[a; 1", "case {", "f(",
    "school | take 1..",
    "学校 | 前 3 按", "如果 x {", "open a=", "print (open \"a\"", "school # 注\n|", "check x,",
  ]) func unfinishedTextAsksForMore(text: String) {
    let result = Parser.parse(text, mode: .prompt)
    #expect(result.isUnfinished, "\(result.diagnostics)")
  }

  @Test(arguments: [
    "x == \"abc", "school | where )", "print 2024-02-30; school |", "}", "school", "if x { 1 }", "# nur",
  ]) func faultsAndWholeTextsDoNot(text: String) {
    #expect(!Parser.parse(text, mode: .prompt).isUnfinished)
  }
}

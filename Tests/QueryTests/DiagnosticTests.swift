import Foundation
import GoldenFile
import KitModel
import KitQuery
import Testing

/// What the compiler says about texts that are wrong: the message with its caret, the fix applied.
@Suite struct DiagnosticTests {
  /// Texts, one for each refusal, in the order of `Diagnostics/all.txt`.
  static let texts: [String] = [
    "学小 | 计数", "乡镇 筛选 得分 < 60", "学校 | 筛选 得分降序 > 3", "结果 | 筛选 得分降序 > 3", "结果 | 选列 得分且", "学校 | 筛选 学段 == 小学",
    "学校 | 选列 编码。名称", "学校 | 筛选 名称。学段 == \"小学\"", "学校 | 筛选 学段 == \"小班\"", "学校 | 筛选 学段 == \"小\"",
    "学校 | 筛选 代码 == 12", "学校 | 筛选 建校年份 > \"2000\"", "学校 | 筛选 设立日期 > \"2024-09-01\"", "结果 | 筛选 得分率 < 80",
    "督导记录 | 筛选 日期 == 2024秋", "督导记录 | 筛选 学期 == \"2024秋\"", "学校年报 | 筛选 学年 == 2024", "学校 | 筛选 学区 包含 \"一\"",
    "学校 | 筛选 名称", "学校 | 增列 x = 名称 + 建校年份", "学校 | 增列 x = 名称 * 2", "学校 | 增列 x = 总和(建校年份)",
    "学校 | 增列 x = sumif(建校年份)",
    "学校 | 增列 x = 求和(建校年份)", "学校 | 增列 x = 排名()", "学校 | 分组 学区 { x = 名称 }", "学校 | 分组 学区 { x = 求和(求和(建校年份)) }",
    "学校 | 增列 x = 四舍五入()", "学校 | 增列 x = 左取(建校年份, 2)", "结果 | 分组 { p = 百分位(得分, 90) }", "学校 | 选列 代码, 代码",
    "学校 | 去列 校长", "学校 | 排序 学生", "学校 | 选列 乡镇街道.校长", "学校 | 选列 名称.长度", "学校 | 取 (0 - 3)", "学校 | 取 1.5",
    "乡镇 | 关联 督导记录", "问题 | 关联 乡镇", "学校 | 关联 督导记录 按 代码 > 单位", "学校 | 关联 督导记录 按 单位 == 代码 且 名称 == 名称",
    "学校 | 合并 [代码; 3]",
    "学校 | 剔除 [x; 3]", "学校年报 | 上期 单位 { a = 学生数 }", "学校年报 | 选列 学年, 学生数 | 分组 学年 { n = 计数() } | 上期 n { a = n }",
    "学校 | 合计 | 筛选 建校年份 > 2000",
    "学校 | 分段 名称 按 3", "学校 | 分段 建校年份 按 0", "学校 | 筛选 代码 属于 (督导记录)", "学校 | 增列 x = (督导记录 | 选列 单位)",
    "学校 | 筛选 代码 属于 (督导记录 | 筛选 名称 == \"x\" | 选列 单位)",
    "学校 | 选列 代码 | 更新 代码 = \"1\"", "学校 | 更新 代码 = \"1\"", "学校 | 更新 学段 = \"大学\"", "学校 | 更新 学段 = 空",
    "学校 | 更新 建校年份 = \"x\"",
    "学校 | 分组 学区 { n = 计数() } | 删除", "学校 | 选列 名称 | 写入 督导记录", "学校 | 写入 重点学校", "设 x = 3\n学校 | 筛选 建校年份 > y",
    "$y + 1",
    "学校 | 筛选 名称 匹配 \"(\"", "[a, b; 1]", "[a; 1; \"x\"] | 计数", "学校 | 增列 x = 分情况 { 寄宿制: 1, else: \"x\" }",
    "学校 | 透视 学段 { n = 计数() } 在 (x)",
    "学校 | 筛选 建校年份 > 2000 | 选列 名称 | 筛选 建校年份 > 2010", "学校 | 筛选 名称 == \"x\" | 显示 | 计划 | 计数",
    "学校 | 增列 x = (结果 | 显示)", "学校 | 写入 单位 | 计数",
    "学校 | 取 (0 - 3 + 2)", "学校 | 取 0..2", "学校 | 取 \"3\"", "学校 | 取 (3.5)",
    "学校 | 去列 代码, 名称, 顺序, 乡镇街道, 学区, 上级单位, 设立日期, 负责人手机, 学段, 寄宿制, 建校年份, 学生数, 专任教师数",
    "学校 | 更新 建校年 = 3", "学校 | 更新 名称 = 负责人手机", "学校 | 透视 负责人手机 { n = 计数() } 每 学段",
    "学校 | 透视 学段 { n = 计数() } 每 学区 in (左取(\"ab\", 1))",
    "学校 | 选列 学段 | 筛选 学段 == \"初中\" 且 学段 == \"小学\" | 透视 学段 { n = 计数() }", "设 limit = 3\n$limt + 1",
    "设 学校 = 问题 | 取 1\n学校 | 计数",
    "学校 | 关联 (单位) 按 名称 == 名称",
    "学校 | 增列 x = 字数(名称 条件 建校年份 > 2000)", "督导记录 | 筛选 日期 属于 (学期)", "学校 | 去列 乡镇街道.名称",
    "学校 | 筛选 学段 == \"大学\"",
    "督导记录 | 筛选 单位 == (问题 | 取 1 | 选列 督导记录)", "学校 | 增列 x = [a; 1]", "[a, b; 1, 2; 3]", "学校 | 增列 x = 求和(督导记录)",
    "学校 | 窗口 x = 排名()", "乡镇 | 增列 x = 计数(重点学校)",
    "设 q = 学校 | 取 1\n学校 | 增列 x = $q",
    "学校 | 关联 重点学校", "督导记录 | 关联 单位 记为 单位 | 关联 单位 记为 单位",
    "学校 | 选列 代码, unit_code = 名称 | 关联 单位 按 左.代码 == 右.代码",
    "[a; 1] | 选列 a | 上期 a { b = a }", "设 名称 = \"x\"\n学校 | 筛选 名称 == \"x\"",
    "学校年报 | 关联 问题 按 左.单位 == 右.单位 | 上期 学年 { b = 学生数 }",
    "学校年报 | 分组 学年, 单位 { n = 计数() } | 去列 单位 | 上期 学年 { b = n }",
    "9223372036854775807 + 1", "2024-01-01 + 9223372036854775807", "foo(1) | 计数", "学校 | 改名 代码 = 名称 | 选列 代码",
    "学校 | 筛选 学段 == \"xyz\"",
    "学校 | 查找 ([p, x; \"小学\", 1; \"小学\", 2]) 按 学段 == p",
    "问题 | 选列 编号 | 关联 (问题 | 选列 编号, x = 单位) 按 编号 | 选列 编号.x",
  ]

  @Test(arguments: UILanguage.allCases) func everyRefusalReadsAsItShould(language: UILanguage) throws {
    var compilation = try Compilation()
    compilation.environment.language = language
    let answers = Self.texts.map { (text: $0, said: compilation.failures($0)) }
    try compare(answers, with: language == .zh ? "all.txt" : "all.en.txt", language)
  }

  @Test(arguments: UILanguage.allCases) func rareRefusalsReadAsTheyShould(language: UILanguage) throws {
    let answers = try RareRefusal.all.map { (text: $0.text, said: try $0.said(language)) }
    try compare(answers, with: "rare.\(language.rawValue).txt", language)
  }

  /// What is said beside the rows of every case of `Goldens`.
  @Test(arguments: UILanguage.allCases) func everyRemarkReadsAsItShould(language: UILanguage) throws {
    var compilation = try Compilation()
    compilation.environment.language = language
    let answers = try GoldenTests.cases.compactMap { name -> (text: String, said: [Diagnostic])? in
      let input = GoldenTests.folder.appending(path: "\(name)/input.dd")
      let text = try String(contentsOf: input, encoding: .utf8).trimmingCharacters(in: .newlines)
      let said = try compilation.table(text).remarks
      return said.isEmpty ? nil : (text, said)
    }
    try compare(answers, with: "remarks.\(language.rawValue).txt", language)
  }

  private func compare(
    _ answers: [(text: String, said: [Diagnostic])], with name: String, _ language: UILanguage
  ) throws {
    let text = answers.map { text, said in
      let renderer = DiagnosticRenderer(language: language, source: text)
      let shown = text.count > 400 ? text.prefix(60) + " …" : text[...]
      let lines = said.isEmpty ? ["(nothing)"] : said.map { renderer.text($0) }
      return "» " + shown.replacing("\n", with: "⏎") + "\n" + lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
    let golden = GoldenFile(name, besides: #filePath, in: "Diagnostics")
    #expect(try golden.text(recording: text) == text)
  }

  @Test func allErrorsOfAStatementComeTogether() throws {
    let failures = try Compilation().failures("学校 | 筛选 甲 > 1 且 乙 < 2 | 增列 x = 丙 | 选列 x, 丁")
    #expect(failures.map { $0.arguments["name"] } == ["甲", "乙", "丙", "丁"])
  }

  @Test(arguments: [
    ("结果 | 筛选 得分率 < 80", "结果 | 筛选 得分率 < 80%"), ("学校 | 筛选 学段 == 小学", "学校 | 筛选 学段 == \"小学\""),
    ("学校 | 筛选 代码 == 0012", "学校 | 筛选 代码 == \"0012\""), ("学校 | 选列 编码。名称", "学校 | 选列 编码，名称"),
    ("督导记录 | 筛选 学期 == \"2024秋\"", "督导记录 | 筛选 学期 == 2024秋"),
    ("学校年报 | 筛选 学年 == 2024", "学校年报 | 筛选 学年 == 2024-2025学年"), ("结果 | 排序 得分降序", "结果 | 排序 得分 降序"),
  ]) func fixesMendTheText(text: String, mended: String) throws {
    let fix = try #require(try Compilation().failures(text).first?.fixes.first)
    #expect(fix.applied(to: text) == mended)
  }

  @Test func nothingFarIsProposed() throws {
    let failure = try #require(try Compilation().failures("学校 | 筛选 完全不同的东西 > 1").first)
    #expect(failure.fixes.isEmpty && failure.message.id == "query.unknown-column")
  }

  @Test func aRunningQueryFailsWithAReason() throws {
    let compilation = try Compilation()
    let texts = [
      "result | select x = big + 1", "result | group { s = sum(big) }", "result | select x = big * 10",
      "school | derive x = (visit | select number) | select x",
      "school | select code | lookup (visit | rename code = unit) on code",
    ]
    let ids = texts.map { compilation.failures($0).first?.message.id }
    #expect(
      ids == [
        "query.overflow", "query.overflow", "query.overflow", "query.one-row-only", "query.lookup-twice",
      ])
  }
}

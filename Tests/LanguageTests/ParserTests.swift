import KitLanguage
import KitModel
import Testing

@Suite struct ParserTests {
  @Test(arguments: [
    "学校 | 筛选得分<60且学段==”小学“|前3名按得分 每学区",
    "学校年报 | 筛选 学年 == 2024-2025学年 | 分组 单位.学区 { 校数 = 去重计数(单位), 学生 = 求和(学生数) } | 合计",
    "解释 履职 2024 青石镇 失分",
  ]) func reads(_ text: String) {
    let result = Parser.parse(text)
    #expect(result.isSound, "\(result.diagnostics)")
    #expect(result.script.statements.count == 1)
  }

  /// The words of the one command of a text, bare ones alone.
  private func words(_ text: String) -> [String] {
    let result = Parser.parse(text)
    guard result.isSound, case .value(.pipeline(let pipeline)) = result.script.statements.first?.kind,
      case .command(let command) = pipeline.source
    else { return ["\(result.diagnostics)"] }
    return command.arguments.map { argument in
      if case .word(.bare(let word)) = argument.kind { word } else { "…" }
    }
  }

  @Test func marksThatATerminalEscapesBelongToTheWord() {
    #expect(words(#"open /home/li/表\(1\).xlsx | take 2"#) == [#"/home/li/表\(1\).xlsx"#])
    #expect(words(#"open 收件/开学\ 自查\ \&\;\|\'甲\'.csv next"#) == [#"收件/开学\ 自查\ \&\;\|\'甲\'.csv"#, "next"])
    // In a path of Windows they part folders, and before a letter they mean nothing.
    #expect(words(#"open C:\收件\ next"#) == [#"C:\收件\"#, "next"])
    #expect(words(#"open next \\nas\a\ next"#) == ["next", #"\\nas\a\"#, "next"])
    #expect(words(#"open a\b next"#) == [#"a\b"#, "next"])
    #expect(!Parser.parse(#"open C:\表(1).csv"#).isSound)
  }
}

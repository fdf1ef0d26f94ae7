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
}

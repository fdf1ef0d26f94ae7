import Testing

@testable import KitWorkspace

/// Words with room behind them, as forms have them.
@Suite struct LabelledTextTests {
  private func fill(_ text: String, _ name: String, _ value: String, isDate: Bool = false)
    -> LabelledText.Outcome
  {
    LabelledText(text: text).filled([name], value, isDate: isDate)
  }

  @Test func roomIsFilled() {
    #expect(fill("填表单位：____________", "填表单位", "青石镇") == .filled("填表单位：青石镇"))
    #expect(fill("填表单位:", "填表单位", "青石镇") == .atEnd("填表单位:青石镇"))
    #expect(
      fill("填表单位：            填表日期：", "填表单位", "青石镇") == .filled("填表单位：青石镇      填表日期："))
    #expect(fill("单 位（盖章）：   ", "单位", "青石镇") == .filled("单 位（盖章）：青石镇"))
  }

  @Test func aDayTakesTheRoomOfItsSigns() {
    #expect(
      fill("填表日期：    年  月  日", "填表日期", "2024年9月1日", isDate: true) == .filled("填表日期：2024年9月1日"))
  }

  @Test func whatStandsThereStays() {
    #expect(fill("填表人：王某", "填表人", "李某") == .taken("王某"))
    #expect(fill("填表单位名称：", "填表单位", "青石镇") == .absent)
    #expect(fill("上级填表单位：", "填表单位", "青石镇") == .absent)
    #expect(fill("填表单位", "填表单位", "青石镇") == .absent)
  }
}

import Testing

@testable import KitQuery

/// What a pipeline of a declaration begins with, however it is written.
@Suite struct PipelineTextTests {
  @Test(arguments: [
    ("finding | where unit == $this_unit", "finding"), ("finding ｜ where unit == $this_unit", "finding"),
    ("问题｜筛选 单位 == $本单位", "问题"), ("`district`.finding | take 1", "district.finding"),
    ("(finding | where unit == $this_unit) | take 1", "finding"), ("finding", "finding"),
  ])
  func theRelation(text: String, relation: String) { #expect(PipelineText.relation(text) == relation) }

  @Test(arguments: ["[代码; \"1\"] | take 1", "$known | take 1", "finding |", "1 + 1"])
  func noRelation(text: String) { #expect(PipelineText.relation(text) == nil) }
}

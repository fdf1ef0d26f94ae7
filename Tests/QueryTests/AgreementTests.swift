import KitModel
import KitQuery
import Testing

/// What the comparison with the reference interpreter found, as fixed cases.
@Suite struct AgreementTests {
  @Test func whatStandsInParenthesesAtTheSourceIsDoneInOrder() throws {
    let statement = try Compilation().statement(
      "((学校 | 校验 建校年份 > 1900) | 校验 学段 == \"小学\" 警告) | 选列 名称")
    let severities = statement.steps.map { step in
      if case .check(let check) = step { check.severity } else { Diagnostic.Severity.note }
    }
    #expect(severities == [.error, .warning])
    guard case .rows(let query) = statement.result else {
      Issue.record("the rows go on")
      return
    }
    #expect(query.columns.map(\.column.id) == ["name"])
  }

  @Test(arguments: [
    "学校 | 关联 (督导记录 | 校验 日期 > 2024-01-01)", "学校 | 筛选 代码 属于 (督导记录 | 选列 单位 | 显示)",
    "学校 | 合并 ((学校 | 校验 建校年份 > 1900) | 取 1)",
  ]) func effectsInsideAreRefused(text: String) throws {
    #expect(try Compilation().failures(text).map(\.message.id) == ["query.effect-inside"])
  }

  @Test func aPivotOfNothingHasItsRowKeys() throws {
    let table = try Compilation().table("学校 | 筛选 建校年份 > 3000 | 透视 学段 { n = 计数() } 每 代码")
    #expect(table.columns.map(\.id) == ["code"] && table.rows.isEmpty)
    #expect(table.remarks.map(\.message.id).contains("query.pivot-empty"))
    #expect(
      try Compilation().failures("[a; \"x\"] | 筛选 a == \"y\" | 透视 a { n = 计数() }").map(\.message.id)
        == ["query.pivot-empty"])
  }

  @Test func aPivotOfNothingTellsWhatIsWrongInIt() throws {
    #expect(
      try Compilation().failures("学校 | 筛选 建校年份 > 3000 | 透视 学段 { n = 求和(校龄) } 每 代码").map(\.message.id)
        == ["query.unknown-column"])
  }

  @Test func aPivotKeepsRowsWithoutAValue() throws {
    let table = try Compilation().table("问题 | 透视 类别 { n = 计数() } 每 状态")
    #expect(table.columns.map(\.id) == ["status", "安全", "财务", "教学", "空"])
    let counts = table.rows.flatMap { $0.values.dropFirst() }.map { value in
      if case .integer(let number) = value { number } else { Int64.min }
    }
    #expect(counts.reduce(0, +) == 5)
  }

  /// What is drawn depends on seed and key alone: not on the columns alive, and never on a key that a join doubled.
  @Test func aDrawGoesByTheKey() throws {
    func seen(_ text: String) throws -> [Value] { try Compilation().table(text).rows.map { $0.values[0] } }
    let whole = try seen("结果 | 抽样 3 种子 \"s\" | 选列 得分")
    #expect(try seen("结果 | 选列 得分 | 抽样 3 种子 \"s\"") == whole)
    let drawn = try seen("学校 | 关联 督导记录 | 抽样 2 种子 \"s\" | 选列 number")
    let numbered = try seen("(学校 | 关联 督导记录 | 选列 number) | 窗口 i = 序号() | 选列 number, i | 抽样 2 种子 \"s\"")
    #expect(drawn == numbered && drawn.count == 2)
  }

  @Test func anIntegerThatIsNoYearIsComparedAsANumber() throws {
    for (text, count) in [("year > 9223372036854775807", 0), ("year >= -5", 6), ("99999 > year", 6)] {
      #expect(try Compilation().value("result | where \(text) | count") == .integer(Int64(count)), "\(text)")
    }
  }

  /// The engine pushes a condition without columns into the SELECT below, which must be able to take it.
  @Test(arguments: [
    "去重 | 筛选 1 == 1", "排名 n | 筛选 \"a\" 属于 (\"a\", \"b\")", "前 1 按 n | 筛选 是", "窗口 r = 序号() | 筛选 1 == 1",
    "合并 [n; 5] | 筛选 1 == 1 | 取 1", "抽样 1 种子 \"s\" | 筛选 1 == 1",
  ]) func aSingleRowIsFilteredByWhatReadsNoColumn(stages: String) throws {
    #expect(try Compilation().value("问题 | 分组 { n = 计数() } | \(stages) | 选列 n") == .integer(5))
  }

  @Test func leftRowsOfAFullJoinComeFirst() throws {
    let table = try Compilation().table("问题 | 分组 类别 { n = 计数() } | 关联 [k; \"其他\"] 按 类别 == k 全")
    #expect(table.rows.map { TableText.text($0.values[0]) } == ["安全", "财务", "教学", "∅", "∅"])
    #expect(table.rows.map { TableText.text($0.values[2]) } == ["∅", "∅", "∅", "∅", "其他"])
  }

  @Test func aChoiceIsComparedWithItsValuesInEveryWay() throws {
    #expect(
      try Compilation().failures("学校 | 筛选 学段 <= \"单\"").map(\.message.id) == ["query.not-a-choice"])
  }

  @Test func aPivotLeavesOutWhatItsListsRead() throws {
    let columns = try Compilation().table(
      "问题 | 选列 问题编号, 状态, 类别, 内容 | 透视 类别 { n = 计数(问题编号 条件 \"x\" 属于 (内容, \"y\")) } 属于 (\"安全\")"
    ).columns
    #expect(columns.map(\.id) == ["status", "安全"])
  }

  @Test func aCalculationWithNullIsNull() throws {
    for text in ["学校 | 分段 空 按 2.5 | 选列 bin", "学校 | 选列 x = 空 - 15%", "学校 | 选列 x = 85% + 空"] {
      #expect(try Compilation().value(text) == .null, "\(text)")
    }
  }
}

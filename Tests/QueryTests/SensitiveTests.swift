import KitModel
import KitQuery
import Testing

/// What follows from a sensitive column stays sensitive, and no value of it stands where nothing masks it.
@Suite struct SensitiveTests {
  @Test(arguments: [
    "左取(负责人手机, 3)", "长度(负责人手机)", "负责人手机 == \"13800000001\"", "负责人手机 属于 (\"13800000001\")",
    "\"13800000001\" 属于 (负责人手机)", "名称 属于 (单位 | 选列 负责人手机)", "如果(负责人手机 开头是 \"138\", 1, 0)",
    "分情况 { 负责人手机 == \"13800000001\": \"甲\", 否则: \"乙\" }", "首个非空(负责人手机, \"无\")", "(单位 | 取 1 | 选列 负责人手机)",
    "上级单位.负责人手机", "最大(单位.负责人手机)", "转数字(负责人手机) + 1",
  ])
  func derivedColumns(expression: String) throws {
    let text = expression.replacing("长度", with: "字数")
    let columns = try Compilation().table("学校 | 选列 代码, x = \(text)").columns
    #expect(columns.map(\.isSensitive) == [false, true])
  }

  @Test(arguments: [
    "分组 { x = 最小(负责人手机) }", "分组 { x = 求和(转数字(负责人手机)) }", "分组 { x = 平均(转数字(负责人手机)) }",
    "分组 { x = 中位数(转数字(负责人手机)) }", "分组 { x = 串联(负责人手机) }", "分组 { x = 首值(负责人手机) }",
    "去重 负责人手机 | 选列 x = 负责人手机", "分组 负责人手机 { n = 计数() } | 选列 负责人手机", "窗口 x = 上行(负责人手机) | 选列 x",
    "窗口 x = 累计(转数字(负责人手机)) | 选列 x", "窗口 x = 占比(转数字(负责人手机)) | 选列 x", "逆透视 名称, 负责人手机 | 选列 值",
    "补缺 名称 = 负责人手机 | 选列 名称", "选列 代码 | 关联 (单位 | 选列 代码, 负责人手机) 按 代码 | 选列 负责人手机",
    "选列 代码, p = 名称 | 关联 (单位 | 选列 代码, p = 负责人手机) 按 p 全 | 选列 p", "选列 名称 | 合并 (单位 | 选列 名称 = 负责人手机)",
    "分段 转数字(负责人手机) 按 1000 | 选列 分段", "透视 学段 { x = 最大(负责人手机) } 每 寄宿制 in (\"小学\") | 选列 小学",
  ])
  func stages(text: String) throws {
    let columns = try Compilation().table("学校 | " + text).columns
    #expect(columns.map(\.isSensitive) == [true])
  }

  @Test(arguments: [
    "分组 { x = 计数(负责人手机) }", "分组 { x = 去重计数(负责人手机) }", "选列 x = 负责人手机 为空",
  ])
  func countsAreNoSecret(text: String) throws {
    #expect(try Compilation().table("学校 | " + text).columns.map(\.isSensitive) == [false])
  }

  @Test func descriptionIsMasked() throws {
    let table = try Compilation().table("学校 | 选列 名称, 负责人手机, n = 转数字(负责人手机) | 概况")
    let rows = table.rows.map { $0.values.map(TableText.text) }
    #expect(rows[1] == ["负责人手机", "文本", "2", "2", "2", "***", "***", "∅", "***"])
    #expect(rows[2] == ["n", "实数", "2", "2", "2", "***", "***", "∅", "***"])
    #expect(!rows.description.contains("1380"))
  }

  @Test func pivotNamesNoColumnByThem() throws {
    let found = try Compilation().failures("学校 | 透视 负责人手机 { n = 计数() } 每 学段")
    #expect(found.map(\.message.id) == ["query.pivot-sensitive"])
    let written = try Compilation().table("学校 | 透视 负责人手机 { n = 计数() } 每 学段 in (\"13800000001\")")
    #expect(written.columns.map(\.id) == ["stage", "13800000001"])
  }

  @Test func doubleKeysAreNotShown() throws {
    let found = try Compilation().failures(
      "学校 | 查找 ([p, x; \"13800000001\", 1; \"13800000001\", 2]) 按 负责人手机 == p")
    #expect(found.map(\.message.id) == ["query.lookup-twice"])
    #expect(found.first?.arguments["key"] == "***")
  }

  @Test func writtenOnlyWhereItStaysSecret() throws {
    let compilation = try Compilation()
    #expect(compilation.failures("学校 | 更新 名称 = 负责人手机").map(\.message.id) == ["query.sensitive-into"])
    #expect(
      compilation.failures("学校 | 选列 代码, 名称 = 负责人手机 | 写入 学校 更新").map(\.message.id)
        == ["query.sensitive-into"])
    _ = try compilation.statement("学校 | 更新 负责人手机 = 左取(负责人手机, 3)")
  }

  @Test func variables() throws {
    var compilation = try Compilation()
    let column = Column(id: "p", label: Label(zh: "手机", en: "phone"), type: .text, isSensitive: true)
    compilation.scope.variables = [
      NameKey("a"): .value(.text("138"), .text, isSensitive: true),
      NameKey("z"): .row([column], [.text("138")]),
    ]
    #expect(try compilation.table("$a + \"0\"").columns.map(\.isSensitive) == [true])
    #expect(try compilation.table("$z.p").columns.map(\.isSensitive) == [true])
  }
}

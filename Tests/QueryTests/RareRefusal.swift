import KitLanguage
import KitModel
import KitQuery

/// Refusals that need more than a text: other data, variables, calendars or declarations.
struct RareRefusal: Sendable {
  let text: String
  let prepare: @Sendable (inout Compilation) throws -> Void

  init(_ text: String, _ prepare: @escaping @Sendable (inout Compilation) throws -> Void = { _ in }) {
    self.text = text
    self.prepare = prepare
  }

  /// What is said of the text, refused or not.
  func said(_ language: UILanguage) throws -> [Diagnostic] {
    var compilation = try Compilation()
    compilation.environment.language = language
    try prepare(&compilation)
    let failures = compilation.failures(text)
    return failures.isEmpty ? try compilation.table(text).remarks : failures
  }

  static let all = [
    RareRefusal("q | 计数") {
      $0.scope.variables[NameKey("q")] = .query(try pipeline("q | 取 1"), commands: [:])
    },
    RareRefusal("$z") { compilation in
      let column = Column(id: "code", label: Label(zh: "代码", en: "code"), type: .text)
      compilation.scope.variables[NameKey("z")] = .row([column], [.text("0001")])
    },
    RareRefusal("学校 | 选列 次数") { $0.addComputed("school | group code { n = sum(n) }") },
    RareRefusal("学校 | 筛选 建校年份 > 2000 | 选列 代码, 次数") {
      $0.addComputed("school_year | where nothing == 1 | group unit { n = count() }")
    },
    RareRefusal("督导记录 | 筛选 日期 属于 (2023春)") {
      $0.environment.calendar = SchoolCalendar(spring: (2, 29))
    },
    RareRefusal("[a\((1...501).map { "; \($0)" }.joined())] | 透视 a { n = 计数() }"),
    RareRefusal(
      "学校 | 增列 x = " + String(repeating: "大写(", count: 16) + "名称" + String(repeating: ")", count: 16)),
    RareRefusal("学校" + String(repeating: " | 取 9 | 排序 名称", count: 110)),
    RareRefusal("学校 | 筛选 学区 == \"第一学区\"") {
      try $0.database.execute(
        "INSERT INTO \"district.unit\" (_rid, code, name) VALUES (90, 'Z9', '第一学区'); INSERT INTO \"district.zone\" (_rid, code) VALUES (90, 'Z9')"
      )
    },
    RareRefusal("学校 | 透视 学区 { n = 计数() }") { $0.environment.isStrict = true },
    RareRefusal("学校 | 抽样 2") { $0.environment.isStrict = true },
    RareRefusal("工作日(2024-09-27, 2025-01-08)") { $0.environment.calendar = WorkdaysTests.calendar },
    RareRefusal("完全不同的函数(1)"),
    RareRefusal("学区 | 删除") { $0.reserve("zone") },
    RareRefusal("学区 | 更新 名称 = \"甲\"") { $0.reserve("zone") },
    RareRefusal("[code, name; \"Z9\", \"甲\"] | 写入 学区") { $0.reserve("zone") },
    RareRefusal("学校 | 选列 代码" + (1...1_996).map { ", c\($0) = 1" }.joined()),
    RareRefusal("学校 | 选列 代码" + (1...1_500).map { ", c\($0) = 学区" }.joined()),
    RareRefusal("a20 | 计数") { compilation in
      compilation.scope.variables[NameKey("a1")] = .query(try pipeline("学校 | 取 9"), commands: [:])
      for place in 2...20 {
        let text = "a\(place - 1) | 存在 (a\(place - 1) | 选列 代码) 按 代码"
        compilation.scope.variables[NameKey("a\(place)")] = .query(try pipeline(text), commands: [:])
      }
    },
    // What only running shows.
    RareRefusal("结果 | 选列 x = big + 1"),
    RareRefusal("学校 | 增列 x = (督导记录 | 选列 记录编号) | 选列 x"),
    RareRefusal("学校 | 选列 代码 | 查找 (督导记录 | 改名 代码 = 单位) 按 代码"),
  ]

  static func pipeline(_ text: String) throws -> Pipeline {
    guard case .value(.pipeline(let pipeline))? = try Parser.parse(text).get().statements.first?.kind else {
      throw TestDatabase.Failure(description: "no pipeline")
    }
    return pipeline
  }
}

extension Compilation {
  /// Gives schools a column 次数 that a plugin computes.
  mutating func addComputed(_ pipeline: String) {
    let computed = ComputedColumns(
      pipeline: pipeline,
      columns: [FieldDeclaration(id: "n", label: Label(zh: "次数", en: "n"), type: .integer)], plugin: "conduct"
    )
    catalog.entities = catalog.entities.map { entity in
      var entity = entity
      if entity.id == "school" { entity.computed.append(computed) }
      return entity
    }
  }

  /// Leaves the writing of an entity to a command.
  mutating func reserve(_ entity: String) {
    for index in catalog.entities.indices where catalog.entities[index].id == entity {
      catalog.entities[index].writtenBy = Label(zh: "报表 收取", en: "form collect")
    }
  }
}

import KitLanguage
import KitModel
import KitQuery
import Testing

/// Refusals that need more than a text: other data, variables, calendars or declarations.
@Suite struct RareRefusalTests {
  private func pipeline(_ text: String) throws -> Pipeline {
    guard case .value(.pipeline(let pipeline))? = try Parser.parse(text).get().statements.first?.kind else {
      throw TestDatabase.Failure(description: "no pipeline")
    }
    return pipeline
  }

  @Test func aLetThatLeadsBackToItself() throws {
    var compilation = try Compilation()
    compilation.scope.variables[NameKey("q")] = .query(try pipeline("q | 取 1"), commands: [:])
    #expect(compilation.failures("q | 计数").map(\.message.id) == ["query.let-loop"])
  }

  @Test func aRowIsNoValue() throws {
    var compilation = try Compilation()
    let column = Column(id: "code", label: Label(zh: "代码", en: "code"), type: .text)
    compilation.scope.variables[NameKey("z")] = .row([column], [.text("0001")])
    #expect(compilation.failures("$z").map(\.message.id) == ["query.row-variable"])
    #expect(try compilation.value("$z.代码") == .text("0001"))
  }

  @Test func aComputedColumnThatLeadsBackToItself() throws {
    var compilation = try Compilation()
    let computed = ComputedColumns(
      pipeline: "school | group code { n = sum(n) }",
      columns: [FieldDeclaration(id: "n", label: Label(zh: "次数", en: "n"), type: .integer)], plugin: "conduct"
    )
    compilation.catalog.entities = compilation.catalog.entities.map { entity in
      var entity = entity
      if entity.id == "school" { entity.computed.append(computed) }
      return entity
    }
    let found = compilation.failures("学校 | 选列 次数").map(\.message.id)
    #expect(found == ["query.computed-loop"])
  }

  @Test func aPeriodThatTheCalendarDoesNotHave() throws {
    var compilation = try Compilation()
    compilation.environment.calendar = SchoolCalendar(spring: (2, 29))
    let found = compilation.failures("督导记录 | 筛选 日期 属于 (2023春)")
    #expect(found.map(\.message.id) == ["query.period-outside"])
  }

  @Test func aPivotOfTooManyValues() throws {
    let rows = (1...501).map { "; \($0)" }.joined()
    let found = try Compilation().failures("[a\(rows)] | 透视 a { n = 计数() }")
    #expect(found.map(\.message.id) == ["query.pivot-too-wide"])
  }

  @Test func aCalculationNestedTooDeep() throws {
    let text = String(repeating: "大写(", count: 16) + "名称" + String(repeating: ")", count: 16)
    let found = try Compilation().failures("学校 | 增列 x = \(text)")
    #expect(found.map(\.message.id) == ["query.nested-too-deep"])
  }

  @Test func aNameThatTwoBear() throws {
    let compilation = try Compilation()
    try compilation.database.execute(
      "INSERT INTO \"district.unit\" (_rid, code, name) VALUES (90, 'Z9', '第一学区'); INSERT INTO \"district.zone\" (_rid, code) VALUES (90, 'Z9')"
    )
    let found = compilation.failures("学校 | 筛选 学区 == \"第一学区\"")
    #expect(found.map(\.message.id) == ["query.name-of-several"])
    #expect(found.first?.fixes.map(\.replacement) == ["\"Z1\"", "\"Z9\""])
  }
}

import KitLanguage
import KitModel
import KitQuery
import Testing

/// Places and fixes of a diagnostic belong to the text that the clerk has typed, never to one read beside it.
@Suite struct OtherTextTests {
  private func saved(_ text: String) throws -> QueryScope.Variable {
    guard case .value(.pipeline(let pipeline))? = try Parser.parse(text).get().statements.first?.kind else {
      throw TestDatabase.Failure(description: "no pipeline")
    }
    return .query(pipeline, commands: [:])
  }

  @Test func faultsOfAnEarlierLetHaveNoPlaceAtThePrompt() throws {
    var compilation = try Compilation()
    compilation.scope.variables = [NameKey("q"): try saved("学校 | 筛选 学段 == \"小\"")]
    let found = compilation.failures("q | 计数")
    #expect(found.map(\.message.id) == ["query.not-a-choice-near"])
    #expect(found.first?.span == nil && found.first?.fixes.isEmpty == true)
    compilation.environment.isStrict = true
    #expect(compilation.failures("q | 计数").first?.span != nil)
  }

  @Test func remarksOfAnEarlierLetHaveNoPlaceAtThePrompt() throws {
    var compilation = try Compilation()
    compilation.scope.variables = [NameKey("q"): try saved("学校 | 选列 代码 | 关联 单位 按 左.代码 == 右.代码")]
    let remarks = try compilation.query("q | 计数").remarks
    #expect(remarks.map(\.message.id).contains("query.renamed"))
    #expect(remarks.allSatisfy { $0.span == nil })
  }

  @Test func theInsideOfComputedColumnsIsNotTold() throws {
    var compilation = try Compilation()
    let computed = ComputedColumns(
      pipeline: "school_year | join result on unit | group unit { n = count() }",
      columns: [
        FieldDeclaration(id: "n", label: Label(zh: "次数", en: "n"), type: .integer)
      ], plugin: "conduct")
    compilation.catalog.entities = compilation.catalog.entities.map { entity in
      var entity = entity
      if entity.id == "school" { entity.computed.append(computed) }
      return entity
    }
    #expect(try compilation.query("学校 | 选列 代码, 次数").remarks.isEmpty)
  }

  @Test func brokenComputedColumnsAreToldWhereTheyAreUsed() throws {
    var compilation = try Compilation()
    let computed = ComputedColumns(
      pipeline: "school_year | where nothing == 1 | group unit { n = count() }",
      columns: [
        FieldDeclaration(id: "n", label: Label(zh: "次数", en: "n"), type: .integer)
      ], plugin: "conduct")
    compilation.catalog.entities = compilation.catalog.entities.map { entity in
      var entity = entity
      if entity.id == "school" { entity.computed.append(computed) }
      return entity
    }
    let found = compilation.failures("学校 | 筛选 建校年份 > 2000 | 选列 代码, 次数")
    #expect(found.map(\.message.id) == ["query.computed-broken"])
    let text = "学校 | 筛选 建校年份 > 2000 | 选列 代码, 次数"
    #expect(found.first?.span.map { String($0.slice(of: text)) } == "选列 代码, 次数")
  }

  /// Each `let` of a chain is checked when it is written: the time of all must not grow with the cube.
  @Test func longChainsOfLets() throws {
    var compilation = try Compilation()
    compilation.scope.variables[NameKey("a0")] = try saved("学校 | 筛选 代码 != \"x\"")
    for number in 1...120 {
      compilation.scope.variables[NameKey("a\(number)")] = try saved(
        "a\(number - 1) | 筛选 代码 != \"x\(number)\"")
    }
    #expect(try compilation.value("a120 | 计数") == .integer(4))
  }
}

import KitModel
import KitQuery
import Testing

/// Beside what `RareRefusal` has in its goldens.
@Suite struct RareRefusalTests {
  @Test func aRowGivesTheValuesOfItsColumns() throws {
    var compilation = try Compilation()
    let column = Column(id: "code", label: Label(zh: "代码", en: "code"), type: .text)
    compilation.scope.variables[NameKey("z")] = .row([column], [.text("0001")])
    #expect(try compilation.value("$z.代码") == .text("0001"))
  }

  @Test func ofANameThatTwoBearEachKeyIsProposed() throws {
    let refusal = try #require(RareRefusal.all.first { $0.text.contains("第一学区") })
    #expect(try refusal.said(.zh).first?.fixes.map(\.replacement) == ["\"Z1\"", "\"Z9\""])
  }

  /// Ctrl-C in a query that runs while another is compiled stops the whole.
  @Test func whatStopsALookupStopsTheStatement() throws {
    let compilation = try Compilation()
    let compiler = QueryCompiler(catalog: compilation.catalog, environment: compilation.environment) { _ in
      throw CancellationError()
    }
    let pipeline = try RareRefusal.pipeline("学校 | 透视 学段 { n = 计数() } 每 学区")
    #expect(throws: CancellationError.self) { try compiler.compile(.pipeline(pipeline)) }
  }
}

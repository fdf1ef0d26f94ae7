import KitLanguage
import KitModel
import Testing

@testable import KitQuery

/// Pipelines that get names are checked from the last name on, so that a chain of them costs as much as its length.
@Suite struct CheckedPipelineTests {
  private static func pipeline(_ text: String) throws -> Pipeline {
    let statement = try #require(Parser.parse(text).script.statements.first)
    guard case .value(.pipeline(let pipeline)) = statement.kind else {
      throw Diagnostic(QueryMessages.lookupFailed)
    }
    return pipeline
  }

  private static func compiler(_ first: Pipeline) throws -> QueryCompiler {
    var compiler = try Compilation().compiler
    compiler.scope.variables[NameKey("first")] = .query(first, commands: [:])
    return compiler
  }

  @Test func whatWasCheckedIsNotResolvedAgain() throws {
    let checked = try Self.compiler(Self.pipeline("school | count"))
      .check(Self.pipeline("school | select code, name | take 3"), known: [:])
    // The pipeline behind the name is wrong, which would be told if it were looked at.
    let compiler = try Self.compiler(Self.pipeline("school | select nothing"))
    let second = try Self.pipeline("first | where code == \"1\" | derive n = length(name)")
    #expect(throws: Diagnostics.self) { try compiler.check(second, known: [:]) }
    let known = try [NameKey("first"): #require(checked)]
    let found = try #require(try compiler.check(second, known: known))
    #expect(found.rows.columns.map(\.id) == ["code", "name", "n"])
    // Elsewhere than at the beginning it is compiled in full.
    #expect(throws: Diagnostics.self) {
      try compiler.check(Self.pipeline("school | semi first on code"), known: known)
    }
  }

  @Test func effectsAreCheckedAndNothingIsBuiltOnThem() throws {
    let compiler = try Self.compiler(Self.pipeline("school | count"))
    #expect(try compiler.check(Self.pipeline("school | check code is not null"), known: [:]) == nil)
  }
}

import KitLanguage
import KitModel
import Testing

@testable import KitQuery

/// Pipelines that get names are checked from the last name on, so that a chain of them costs as much as its length.
@Suite struct CheckedNamesTests {
  private static let first = NameKey("first")

  private static func pipeline(_ text: String) throws -> Pipeline {
    let statement = try #require(Parser.parse(text).script.statements.first)
    guard case .value(.pipeline(let pipeline)) = statement.kind else {
      throw Diagnostic(QueryMessages.lookupFailed)
    }
    return pipeline
  }

  private static func compiler(_ first: Pipeline) throws -> QueryCompiler {
    var compiler = try Compilation().compiler
    compiler.scope.variables[Self.first] = .query(first, commands: [:])
    return compiler
  }

  private static func checkedFirst() throws -> CheckedNames {
    var known = CheckedNames()
    try compiler(pipeline("school | count"))
      .check(pipeline("school | select code, name | take 3"), named: first, known: &known)
    return known
  }

  /// In every place that a name may stand in.
  @Test(arguments: [
    "first | where code == \"1\" | derive n = length(name)", "school | semi first on code",
    "school | select code | union first", "school | join (first | rename n = name) on code",
    "school | where code in (first | select code)", "school | derive x = (first | select name | take 1)",
    "first | semi (first | select code) on code | union (first | take 1)",
  ]) func whatWasCheckedIsNotResolvedAgain(text: String) throws {
    var known = try Self.checkedFirst()
    // The pipeline behind the name is wrong, which would be told if it were looked at.
    let compiler = try Self.compiler(Self.pipeline("school | select nothing"))
    let second = try Self.pipeline(text)
    var none = CheckedNames()
    #expect(throws: Diagnostics.self) { try compiler.check(second, named: NameKey("x"), known: &none) }
    try compiler.check(second, named: NameKey("x"), known: &known)
    #expect(known.rows[NameKey("x")] != nil)
  }

  @Test func columnsGoOnFromName() throws {
    var known = try Self.checkedFirst()
    let compiler = try Self.compiler(Self.pipeline("school | select nothing"))
    try compiler.check(Self.pipeline("first | derive n = length(name)"), named: NameKey("x"), known: &known)
    try compiler.check(
      Self.pipeline("school | select code | join first on code"), named: NameKey("y"), known: &known)
    #expect(known.rows[NameKey("x")]?.columns.map(\.id) == ["code", "name", "n"])
    #expect(known.rows[NameKey("y")]?.columns.map(\.id) == ["code", "name"])
  }

  /// What a pivot needs of the data is asked while a name is checked, of SQL that is made of the names before.
  @Test func dataIsAskedThroughNames() throws {
    var known = CheckedNames()
    var compiler = try Compilation().compiler
    let steps = [
      ("a", "school | where stage == \"小学\""), ("b", "school | anti (a | select code) on code"),
      ("c", "a | union b | semi (b | select code) on code"),
      ("d", "c | pivot stage { n = count() } per zone"),
    ]
    for (name, text) in steps {
      let pipeline = try Self.pipeline(text)
      try compiler.check(pipeline, named: NameKey(name), known: &known)
      compiler.scope.variables[NameKey(name)] = .query(pipeline, commands: [:])
    }
    let whole = try Compilation().query(
      "school | where stage != \"小学\" | pivot stage { n = count() } per zone")
    #expect(known.rows[NameKey("d")]?.columns.map(\.id) == whole.columns.map(\.column.id))
  }

  @Test func faultsKeepNothing() throws {
    var known = try Self.checkedFirst()
    let compiler = try Self.compiler(Self.pipeline("school | count"))
    #expect(throws: Diagnostics.self) {
      try compiler.check(Self.pipeline("first | select nothing"), named: NameKey("x"), known: &known)
    }
    #expect(known.rows.keys.sorted() == [Self.first])
  }

  @Test func effectsAreCheckedAndNothingIsBuiltOnThem() throws {
    var known = CheckedNames()
    let compiler = try Self.compiler(Self.pipeline("school | count"))
    try compiler.check(Self.pipeline("school | check code is not null"), named: Self.first, known: &known)
    #expect(known.rows.isEmpty)
  }
}

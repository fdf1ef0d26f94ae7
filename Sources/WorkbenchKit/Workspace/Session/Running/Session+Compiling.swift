import KitLanguage
import KitModel
import KitQuery
import KitStore

extension Session {
  /// What values may name: variables, and the tables of the commands in them (`_` is one more), which are run for
  /// them now.
  func scope(for values: [ValueSyntax]) throws -> QueryScope {
    try refuseExplainedPipelines(values)
    var scope = QueryScope(variables: variables)
    for command in try sources(in: values) where scope.commands[command.span] == nil {
      scope.commands[command.span] =
        try command.name.text == Self.lastName ? lastTable() : relation(of: command)
    }
    return scope
  }

  /// The commands that values read from: written with arguments, called, or named alone.
  func sources(in values: [ValueSyntax], with names: Set<NameKey> = []) throws -> [Command] {
    var compiler = try compiler(QueryScope(variables: variables), runner: nil)
    compiler.catalog.commands += [Self.lastName] + names.map(\.description)
    return values.flatMap { compiler.commandSources(in: $0) }
  }

  /// `explain school | where …`: the SQL of a query is asked for with the stage `plan`, which the fix puts there.
  private func refuseExplainedPipelines(_ values: [ValueSyntax]) throws {
    for case .pipeline(let pipeline) in values {
      guard let fixes = Slips.missingPlan(in: pipeline) else { continue }
      // The fixes go from the end of the text to its start, so that each leaves the spans before it right.
      let mended = fixes.reduce(text) { $1.applied(to: $0) }
      let whole = Diagnostic.Fix(SourceSpan(0, text.utf8.count), mended)
      throw UsageFault(diagnostics: [
        Diagnostic(SessionMessages.explainNotPlan, at: pipeline.span, fixes: [whole])
      ])
    }
  }

  /// What the last table that was shown is called.
  static let lastName = "_"

  /// Compiles a value; a fault is one of the text. `runner` answers the questions that only the data can answer.
  func compile(_ value: ValueSyntax, _ scope: QueryScope, runner: QueryRunner? = nil) throws
    -> CompiledStatement
  {
    let compiler = try compiler(scope, runner: runner)
    return try UsageFault.of { try compiler.compile(value) }
  }

  /// Compiles expressions outside rows: one row with a column for each.
  func compile(values: [Expression], _ scope: QueryScope) throws -> CompiledQuery {
    let compiler = try compiler(scope, runner: nil)
    return try UsageFault.of { try compiler.compile(values: values) }
  }

  /// A compiler for this moment: the relations that there are, the day, the language.
  func compiler(_ scope: QueryScope, runner: QueryRunner?) throws -> QueryCompiler {
    var environment = QueryEnvironment(
      today: today, calendar: workspace?.calendar ?? SchoolCalendar(), isStrict: options.mode == .script,
      language: options.language, command: command)
    environment.isKeyed = isKeyed
    let store = workspace?.store
    return QueryCompiler(
      catalog: try catalog(), environment: environment, scope: scope,
      runner: runner ?? { query in try store?.table(of: query).rows ?? [] })
  }

  /// The day on which the session runs.
  var today: CalendarDate {
    options.asOf ?? SessionClock.today
  }

  /// The moment that counts as now; within a script that of its beginning.
  var now: Timestamp { moment ?? SessionClock.now(asOf: options.asOf) }

  /// The rows of a value that changes nothing.
  func rows(of value: ValueSyntax) throws -> Table {
    let compiled = try compiledRows(of: value)
    var table = Table(columns: [])
    switch compiled.result {
    case .rows(let query), .value(let query):
      recorder?.read(query.sql)
      table = try openStore().table(of: query)
    case .none: break
    }
    table.remarks = compiled.remarks + table.remarks
    return table
  }

  /// The query of a value that changes nothing; nil: it gives no rows.
  func query(of value: ValueSyntax) throws -> CompiledQuery? {
    switch try compiledRows(of: value).result {
    case .rows(let query), .value(let query): query
    case .none: nil
    }
  }

  private func compiledRows(of value: ValueSyntax) throws -> CompiledStatement {
    let compiled = try compile(value, try scope(for: [value]))
    guard compiled.steps.isEmpty else { throw Diagnostic(SessionMessages.queryWithEffects, at: value.span) }
    return compiled
  }

  /// Whether a name means a relation by itself, variables left aside.
  func isRelation(_ name: Name) throws -> Bool {
    let path = Path([name], span: name.span)
    return try compiler(QueryScope(), runner: nil).meaning(of: path) == .relation
  }

  /// The last table that was shown, where queries can read it.
  private func lastTable() throws -> TableDeclaration? {
    if let lastRelation { return lastRelation }
    guard let last, options.mode == .prompt else { return nil }
    let relation = try ScratchTables(store: openStore()).table(last, label: Label(zh: "_", en: "_"))
    lastRelation = relation
    return relation
  }

  /// Remembers the table that was shown last.
  func remember(_ table: Table) {
    if let old = lastRelation { try? workspace?.store.dropScratch(old) }
    lastRelation = nil
    last = table
  }
}

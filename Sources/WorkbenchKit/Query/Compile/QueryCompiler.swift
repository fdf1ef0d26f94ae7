import KitLanguage
import KitModel

/// Turns pipelines and expressions into SQL that is ready to run.
///
/// Names and types are resolved before any SQL is made, and everything that is wrong is thrown together as
/// `Diagnostics`. Commands and files used as sources are run by the caller first and handed over as tables in
/// the scope (`commandSources` finds them).
public struct QueryCompiler {
  public var catalog: Catalog
  public var environment: QueryEnvironment
  public var scope: QueryScope
  /// Runs discovery queries; without one, `pivot` wants its values and names of references are not looked up.
  public var runner: QueryRunner?

  public init(
    catalog: Catalog, environment: QueryEnvironment, scope: QueryScope = QueryScope(),
    runner: QueryRunner? = nil
  ) {
    self.catalog = catalog
    self.environment = environment
    self.scope = scope
    self.runner = runner
  }

  /// What a name alone stands for.
  public enum Meaning: Sendable {
    case variable
    case relation
    case unknown
  }

  /// A pipeline or an expression as a statement. A name alone is a variable, else a relation.
  public func compile(_ value: ValueSyntax) throws -> CompiledStatement {
    switch value {
    case .pipeline(let pipeline): return try compile(pipeline)
    case .expression(let expression):
      if case .path(let path) = expression.kind, meaning(of: path) == .relation {
        return try compile(
          Pipeline(
            source: .relation(Relation(.path(path), span: path.span)), stages: [], span: expression.span))
      }
      if case .pipeline(let pipeline) = expression.kind { return try compile(pipeline) }
      if case .table(let table) = expression.kind {
        return try compile(
          Pipeline(
            source: .relation(Relation(.table(table), span: table.span)), stages: [], span: expression.span))
      }
      return try compile(expression)
    }
  }

  /// A pipeline with its effects.
  public func compile(_ pipeline: Pipeline) throws -> CompiledStatement {
    try finishing(NameReading(pipeline)) { compiler in compiler.statement(pipeline) }
  }

  /// One value.
  public func compile(_ expression: Expression) throws -> CompiledStatement {
    try finishing(NameReading([expression])) { compiler in
      let builder = ExpressionBuilder(compiler, rows: nil)
      guard let typed = builder.build(expression) else { return nil }
      let query = compiler.finished(typed, builder)
      return CompiledStatement(steps: [], result: .value(query), remarks: query.remarks)
    }
  }

  /// What `if` asks: something that is true or not.
  public func compile(condition: Expression) throws -> CompiledQuery {
    try finishing(NameReading([condition])) { compiler in
      let builder = ExpressionBuilder(compiler, rows: nil)
      return builder.condition(condition).map { compiler.finished($0, builder) }
    }
  }

  /// The rows of an entity that a text may stand for: their keys, by key or by name; at most 20.
  public func keys(of text: String, in entity: String) throws -> CompiledQuery? {
    try finishing { compiler in
      guard let view = compiler.entity(entity), let key = view.singleKey else { return .some(nil) }
      return compiler.keyQuery(text, entity: view, key: key, name: view.nameField ?? key)
    }
  }

  /// Several values at once, as one row: what `print` shows.
  public func compile(values: [Expression]) throws -> CompiledQuery {
    try finishing(NameReading(values)) { compiler in
      var rows = Rows()
      let builder = ExpressionBuilder(compiler, rows: nil)
      for (place, expression) in values.enumerated() {
        guard let typed = builder.build(expression) else { continue }
        let id = "v\(place + 1)"
        rows.columns.append(compiler.live(typed, id: id, label: Label(zh: id, en: id)))
      }
      return compiler.finished(rows)
    }
  }

  /// `check E, "…"` as a statement: one row with the condition and, if there is one, the message.
  public func compile(_ test: Test) throws -> CompiledQuery {
    try compile(values: [test.condition] + [test.message].compactMap { $0 })
  }

  /// The columns alive at the end of a pipeline, for completion; what is wrong is passed over.
  public func columns(of pipeline: Pipeline) -> [Column] {
    let compiler = compiler(for: NameReading(pipeline), runner: nil)
    return compiler.rows(of: pipeline)?.columns.filter { !$0.isFaulty }.map(\.column) ?? []
  }

  /// The rows of a pipeline as they are stored, in no order and without the names beside references: for
  /// completion, which needs them at once.
  public func stored(_ pipeline: Pipeline) throws -> CompiledQuery {
    try finishing(NameReading(pipeline)) { compiler in
      compiler.rows(of: pipeline).map { compiler.finished($0, raw: true) }
    }
  }

  /// What a path alone names; a relation and a variable of one name are for `compile` to refuse.
  public func meaning(of path: Path) -> Meaning {
    let compiler = Compiler(catalog: catalog, environment: environment, scope: scope, runner: nil)
    if let name = path.names.first, let variable = scope.variables[name.key] {
      switch variable {
      case .query, .table: return .relation
      case .value, .row: return .variable
      }
    }
    return compiler.relation(named: path, quietly: true) == nil ? .unknown : .relation
  }

  /// - Parameter reading: The names in what is compiled.
  private func compiler(
    for reading: NameReading, known: CheckedNames = CheckedNames(), runner: QueryRunner?
  ) -> Compiler {
    let compiler = Compiler(catalog: catalog, environment: environment, scope: scope, runner: runner)
    compiler.goOn(from: known)
    let uses = NameUses(in: reading, variables: scope.variables, besides: Set(known.rows.keys))
    compiler.sharedNames = uses.shared
    uses.first.forEach { compiler.prepare($0) }
    return compiler
  }

  func finishing<Result>(
    _ reading: NameReading = NameReading([]), known: CheckedNames = CheckedNames(),
    _ body: (Compiler) -> Result?
  ) throws -> Result {
    let compiler = compiler(for: reading, known: known, runner: runner)
    let result = body(compiler)
    if let wish = compiler.interruption as? CancellationError { throw wish }
    if !compiler.diagnostics.isEmpty { throw Diagnostics(compiler.diagnostics) }
    if let interruption = compiler.interruption { throw interruption }
    guard let result else { throw Diagnostics([Diagnostic(QueryMessages.lookupFailed)]) }
    return result
  }
}

import KitFormats
import KitLanguage
import KitModel
import KitQuery
import KitStore

extension Session {
  func run(_ statement: Statement) throws {
    try cancellation.check()
    statementSpan = statement.span
    recorder?.begin()
    switch statement.kind {
    case .let(let name, let value):
      try runLet(name, value)
      recorder?.carry()
    case .value(let value): try runValue(value, statement.span)
    case .check(let test): try runCheck(test, statement.span)
    case .print(let expressions): try runPrint(expressions)
    case .help(let arguments):
      let span = SourceSpan(statement.span.start, statement.span.start)
      try runCommand(Command(name: Name("help", span: span), arguments: arguments, span: statement.span))
    case .continuation(let stages):
      let source = Relation(
        .path(Path([Name("_", span: statement.span)], span: statement.span)), span: statement.span)
      let pipeline = Pipeline(source: .relation(source), stages: stages, span: statement.span)
      try runValue(.pipeline(pipeline), statement.span)
    case .param(let parameter):
      try runParameter(parameter, statement.span)
      recorder?.carry()
    case .for(let name, let source, let block): try runFor(name, source, block)
    case .if(let condition, let block, let otherwise): try runIf(condition, block, otherwise)
    }
  }

  // MARK: let

  private func runLet(_ name: Name, _ value: ValueSyntax) throws {
    try UsageFault.of { try checkNewName(name) }
    let variable = try variable(value, named: name)
    // What was built on the name before is to be checked anew.
    if variables.updateValue(variable, forKey: name.key) != nil { checkedLets = CheckedNames() }
  }

  /// Compiles a pipeline that gets a name, so that a fault is told where it was written; it is run where it is used.
  func check(_ pipeline: Pipeline, named name: Name, _ scope: QueryScope, runner: QueryRunner? = nil) throws {
    let compiler = try compiler(scope, runner: runner)
    try UsageFault.of { try compiler.check(pipeline, named: name.key, known: &checkedLets) }
  }

  /// A `let` may not take a name that something else has; in a script not even that of an earlier `let`.
  func checkNewName(_ name: Name) throws {
    if options.mode == .script, variables[name.key] != nil {
      throw Diagnostic(SessionMessages.letTwice, ["name": name.text], at: name.span)
    }
    if registry.begins(with: name.text) {
      throw Diagnostic(SessionMessages.letTakesCommand, ["name": name.text], at: name.span)
    }
    if Words.function(name.text) != nil {
      throw Diagnostic(SessionMessages.letTakesFunction, ["name": name.text], at: name.span)
    }
    if try isRelation(name) {
      throw Diagnostic(SessionMessages.letTakesRelation, ["name": name.text], at: name.span)
    }
  }

  private func variable(_ value: ValueSyntax, named name: Name) throws -> QueryScope.Variable {
    let scope = try scope(for: [value])
    if let pipeline = try asPipeline(value, scope) {
      try check(pipeline, named: name, scope)
      return .query(pipeline, commands: scope.commands)
    }
    let compiled = try compile(value, scope)
    guard case .value(let query) = compiled.result else { return .value(.null, .null) }
    guard let found = try values(of: query).first else { return .value(.null, .null) }
    return .value(found.value, found.column.type, isSensitive: found.column.isSensitive)
  }

  /// A pipeline, or a path that means rows.
  func asPipeline(_ value: ValueSyntax, _ scope: QueryScope) throws -> Pipeline? {
    switch value {
    case .pipeline(let pipeline): return pipeline
    case .expression(let expression):
      if case .pipeline(let pipeline) = expression.kind { return pipeline }
      if case .table(let table) = expression.kind {
        return Pipeline(
          source: .relation(Relation(.table(table), span: table.span)), stages: [], span: expression.span)
      }
      guard case .path(let path) = expression.kind,
        try compiler(scope, runner: nil).meaning(of: path) == .relation
      else { return nil }
      return Pipeline(
        source: .relation(Relation(.path(path), span: path.span)), stages: [], span: expression.span)
    }
  }

  // MARK: values

  private func runValue(_ value: ValueSyntax, _ span: SourceSpan) throws {
    if last == nil, let name = Self.firstName(value), name.text == Self.lastName {
      throw UsageFault(diagnostics: [Diagnostic(SessionMessages.nothingBefore, at: name.span)])
    }
    switch value {
    case .pipeline(let pipeline):
      if case .command(let command) = pipeline.source, pipeline.stages.isEmpty {
        return try runCommand(command)
      }
    case .expression(let expression):
      if case .path(let path) = expression.kind, let name = path.single, !path.isVariable,
        try runLoneName(name)
      {
        return
      }
      if case .literal(.integer) = expression.kind, try runLoneCode(expression.span) { return }
    }
    try execute(try compile(value, try scope(for: [value])), span)
  }

  /// The name with which a value begins.
  private static func firstName(_ value: ValueSyntax) -> Name? {
    switch value {
    case .pipeline(let pipeline):
      guard case .relation(let relation) = pipeline.source, case .path(let path) = relation.kind else {
        return nil
      }
      return path.single
    case .expression(let expression):
      guard case .path(let path) = expression.kind else { return nil }
      return path.single
    }
  }

  /// A name alone that is neither variable nor relation: a command without arguments, else, at the prompt, the
  /// card of the unit that it names. True when it was one of these.
  private func runLoneName(_ name: Name) throws -> Bool {
    guard variables[name.key] == nil, name.text != Self.lastName, !(try isRelation(name)) else {
      return false
    }
    if registry.begins(with: name.text) {
      try runCommand(Command(name: name, arguments: [], span: name.span))
      return true
    }
    guard let command = registry.loneNameCommand else { return false }
    guard options.mode == .prompt else { throw loneName(name, command) }
    // When there is no such unit, what is said is that the name means nothing.
    try runCard(command, name.text, name.span)
    return true
  }

  /// Digits alone at the prompt are a unit's code, where a unit has it; else the number that they are.
  private func runLoneCode(_ span: SourceSpan) throws -> Bool {
    guard let command = registry.loneNameCommand, options.mode == .prompt, workspace != nil else {
      return false
    }
    do {
      try runCard(command, String(span.slice(of: text)), span)
      return true
    } catch let refusal as Diagnostic where registry.loneNameUnknown.contains(refusal.message) {
      return false
    }
  }

  private func runCard(_ command: String, _ unit: String, _ span: SourceSpan) throws {
    let argument = Argument(.word(.string(unit)), span: span)
    try runCommand(Command(name: Name(command, span: span), arguments: [argument], span: span))
  }

  /// A script does not guess that a name is a unit's: it says what the name may be, and how a card is written.
  private func loneName(_ name: Name, _ command: String) -> UsageFault {
    let names =
      registry.entries.flatMap { $0.declaration.words.compactMap(\.first) }
      + ((try? catalog())?.entities.flatMap(\.names) ?? []) + variables.keys.map(\.description)
    let fixes = Nearness.suggestions(for: name.text, among: names).map { Diagnostic.Fix(name.span, $0) }
    let label = registry.entry(named: command)?.declaration.name
    return UsageFault(diagnostics: [
      Diagnostic(
        SessionMessages.loneName,
        ["name": name.text, "command": label?.zh ?? command, "commandEn": label?.en ?? command],
        at: name.span, fixes: fixes)
    ])
  }

  // MARK: check and print

  private func runCheck(_ test: Test, _ span: SourceSpan) throws {
    let scope = try scope(for: [.expression(test.condition)])
    let compiler = try compiler(scope, runner: nil)
    let query = try UsageFault.of { try compiler.compile(condition: test.condition) }
    guard try values(of: query).first?.value != .boolean(true) else { return }
    let told = try test.message.map { try values(of: [$0]) }?.first
    let message = told.map { shown($0) } ?? String(test.condition.span.slice(of: text))
    report(checkFailure(message: message, severity: test.severity, span: test.condition.span))
  }

  private func runPrint(_ expressions: [Expression]) throws {
    let words = try values(of: expressions).map { shown($0) }
    emit(SessionOutput(.said(words.joined(separator: " "))))
  }

  /// What a failed check says; an `error` makes the exit code 3.
  func checkFailure(message: String, severity: Diagnostic.Severity, span: SourceSpan) -> [Diagnostic] {
    if severity == .error { outcome = .checkFailed }
    let failure = Diagnostic(
      SessionMessages.checkFailed, ["message": message], severity: severity, at: span)
    recorder?.add(check: failure, script: source.shortName, line: SourcePlace(of: span.start, in: text).row)
    return [failure]
  }

  typealias TypedValue = (value: Value, column: Column)

  /// The values of expressions outside rows.
  func values(of expressions: [Expression]) throws -> [TypedValue] {
    let query = try compile(
      values: expressions, try scope(for: expressions.map { .expression($0) }))
    return try values(of: query)
  }

  func values(of query: CompiledQuery) throws -> [TypedValue] {
    recorder?.read(query.sql)
    let table = try openStore().table(of: query)
    report(table.remarks)
    guard let row = table.rows.first else { return [] }
    return zip(row.values, table.columns).map { ($0, $1) }
  }

  private func shown(_ result: TypedValue) -> String {
    ValueFormatter(language: options.language).text(result.value, of: result.column)
  }
}

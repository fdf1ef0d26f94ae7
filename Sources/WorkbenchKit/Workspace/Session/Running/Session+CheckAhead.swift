import KitLanguage
import KitModel
import KitQuery

extension Session {
  /// Checks names and types of all statements of a script before the first of them runs, and tells all faults in
  /// one go.
  ///
  /// What a statement means can depend on what the script does before it: the columns of an opened file, a saved
  /// table. Such statements are left to the moment when they run.
  func checkAhead(_ script: Script) throws {
    guard script.statements.count > 1 || script.statements.contains(where: \.isOfScripts), workspace != nil
    else {
      return
    }
    let nobody = SilentDelegate()
    let child = child(text: text, delegate: nobody)
    child.parameters = parameters
    child.recordedTexts = recordedTexts
    var foresight = Foresight()
    child.checkAhead(script, &foresight)
    if !foresight.faults.isEmpty { throw UsageFault(diagnostics: foresight.faults) }
  }

  /// What is known of a script before it runs.
  private struct Foresight {
    var faults: [Diagnostic] = []
    /// Names that stand for something only running can tell.
    var unknown: Set<NameKey> = []
  }

  private func checkAhead(_ script: Script, _ foresight: inout Foresight) {
    for statement in script.statements {
      do {
        try UsageFault.of { try checkAhead(statement, &foresight) }
      } catch {
        foresight.faults += SessionMessages.diagnostics(of: error)
        // Of what a faulty statement names nothing is said twice.
        switch statement.kind {
        case .let(let name, _): foresight.unknown.insert(name.key)
        case .param(let parameter): foresight.unknown.insert(parameter.name.key)
        default: break
        }
      }
    }
  }

  private func checkAhead(_ statement: Statement, _ foresight: inout Foresight) throws {
    switch statement.kind {
    case .let(let name, let value):
      try checkNewName(name)
      try note(try foreseen(value, foresight, named: name), as: name, &foresight)
    case .param(let parameter): try checkAhead(parameter, &foresight)
    case .value(let value):
      _ = try foreseen(value, foresight)
      if case .pipeline(let pipeline) = value {
        for case .saveAs(let name, _) in pipeline.stages.map(\.kind) { foresight.unknown.insert(name.key) }
      }
    case .check(let test):
      do {
        _ = try UsageFault.of { try foreseen(.expression(test.condition), foresight, isCondition: true) }
      } catch {
        foresight.faults += SessionMessages.diagnostics(of: error)
      }
      if let message = test.message { _ = try foreseen(.expression(message), foresight) }
    case .print(let expressions):
      for expression in expressions { _ = try foreseen(.expression(expression), foresight) }
    case .for(let name, let source, let block):
      try checkNewName(name)
      let row = try foreseenRow(of: source, foresight)
      checkAhead(block: block, &foresight) { inner in try note(row, as: name, &inner) }
    case .if(let condition, let block, let otherwise):
      do {
        _ = try UsageFault.of { try foreseen(.expression(condition), foresight, isCondition: true) }
      } catch {
        foresight.faults += SessionMessages.diagnostics(of: error)
      }
      checkAhead(block: block, &foresight) { _ in }
      if let otherwise { checkAhead(block: otherwise, &foresight) { _ in } }
    case .help, .continuation: break
    }
  }

  /// A block sees the names around it; those given in it end with it, but for the tables that it saves.
  private func checkAhead(
    block: Script, _ foresight: inout Foresight, _ enter: (inout Foresight) throws -> Void
  ) {
    try? inBlock {
      try enter(&foresight)
      checkAhead(block, &foresight)
    }
  }

  private func checkAhead(_ parameter: Statement.Parameter, _ foresight: inout Foresight) throws {
    try checkNewName(parameter.name)
    if let given = parameters[parameter.name.key] {
      variables[parameter.name.key] = given
      return
    }
    let type = try ParameterType(parameter, catalog: try catalog())
    guard let expression = parameter.defaultValue else {
      return try note(type.map { .value(.null, $0.type) }, as: parameter.name, &foresight)
    }
    let computed = try foreseen(.expression(expression), foresight)
    guard parameter.type != nil, let type else { return try note(computed, as: parameter.name, &foresight) }
    variables[parameter.name.key] = .value(.null, type.type)
    if case .literal = expression.kind, let value = try values(of: [expression]).first {
      variables[parameter.name.key] = try fitted(value, to: type, of: parameter, at: expression.span)
    }
  }

  private func note(_ variable: QueryScope.Variable?, as name: Name, _ foresight: inout Foresight) throws {
    variables[name.key] = variable
    if variable == nil { foresight.unknown.insert(name.key) } else { foresight.unknown.remove(name.key) }
  }

  /// The columns that the variable of a `for` will have; nil when only running can tell.
  private func foreseenRow(of source: ValueSyntax, _ foresight: Foresight) throws -> QueryScope.Variable? {
    guard let pipeline = try foreseen(source, foresight) else { return nil }
    guard case .query(let rows, _) = pipeline else {
      throw Diagnostic(ScriptMessages.forWantsRows, at: source.span)
    }
    let columns = try compiler(QueryScope(variables: variables), runner: nil).columns(of: rows)
    return .row(columns, columns.map { _ in .null })
  }

  /// Whether one of these names stands in a part of the text. One that only looks like it is checked a little later:
  /// no harm.
  private func mentions(_ names: Set<NameKey>, _ span: SourceSpan) -> Bool {
    guard !names.isEmpty else { return false }
    let slice = NameKey(String(span.slice(of: text))).description
    return names.contains { slice.contains($0.description) }
  }

  /// What a value will be; nil when only running can tell. Faults are thrown.
  private func foreseen(
    _ value: ValueSyntax, _ foresight: Foresight, named name: Name? = nil, isCondition: Bool = false
  ) throws -> QueryScope.Variable? {
    let unknown = foresight.unknown
    if let command = try loneCommand(value, unknown) {
      _ = try registry.resolve(command)
      return nil
    }
    let sources = try sources(in: [value], with: unknown)
    for command in sources where !unknown.contains(command.name.key) { try foresee(command) }
    guard sources.isEmpty, !mentions(unknown, value.span) else { return nil }
    do {
      // Nothing is asked of the data: the script may be about to bring it.
      let scope = QueryScope(variables: variables)
      if let name, case .pipeline(let pipeline) = value {
        try check(pipeline, named: name, scope, runner: { _ in throw NeedsData() })
        return .query(pipeline, commands: [:])
      }
      if isCondition, case .expression(let condition) = value {
        _ = try compiler(scope, runner: { _ in throw NeedsData() }).compile(condition: condition)
        return nil
      }
      let compiled = try compile(value, scope, runner: { _ in throw NeedsData() })
      switch (compiled.result, value) {
      case (.value(let query), _): return .value(.null, query.columns.first?.column.type ?? .null)
      case (_, .pipeline(let pipeline)): return .query(pipeline, commands: [:])
      case (_, .expression(let expression)):
        if case .pipeline(let pipeline) = expression.kind { return .query(pipeline, commands: [:]) }
        let relation: Relation.Kind
        switch expression.kind {
        case .path(let path): relation = .path(path)
        case .table(let table): relation = .table(table)
        default: return nil
        }
        let source = Relation(relation, span: expression.span)
        return .query(Pipeline(source: .relation(source), stages: [], span: expression.span), commands: [:])
      }
    } catch is NeedsData {
      return nil
    }
  }

  /// Whether there is such a command, and the script that it is to run.
  private func foresee(_ command: Command) throws {
    let (entry, arguments) = try registry.resolve(command)
    guard entry.declaration.positionals.first?.type == .script, let first = arguments.first,
      case .word(let word) = first.kind
    else { return }
    switch word {
    case .bare(let name), .string(let name):
      let context = SessionContext(
        session: self, text: String(command.span.slice(of: text)), command: entry.declaration.name)
      try entry.load().foresee(script: name, at: first.span, in: context)
    case .quotedName, .variable, .value: return
    }
  }

  /// A command written as its name alone, such as `undo`.
  private func loneCommand(_ value: ValueSyntax, _ unknown: Set<NameKey>) throws -> Command? {
    guard case .expression(let expression) = value, case .path(let path) = expression.kind,
      let name = path.single, !path.isVariable, variables[name.key] == nil, !unknown.contains(name.key),
      registry.begins(with: name.text), try !isRelation(name)
    else { return nil }
    return Command(name: name, arguments: [], span: name.span)
  }

  private struct NeedsData: Error {}
}

extension Statement {
  fileprivate var isOfScripts: Bool {
    switch kind {
    case .for, .if, .param: true
    default: false
    }
  }
}

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
    guard script.statements.count > 1, workspace != nil else { return }
    let nobody = SilentDelegate()
    let child = child(text: text, delegate: nobody)
    var faults: [Diagnostic] = []
    var unknown: Set<NameKey> = []
    for statement in script.statements {
      do {
        try UsageFault.of { try child.checkAhead(statement, &unknown) }
      } catch let fault as UsageFault {
        faults += fault.diagnostics
        if case .let(let name, _) = statement.kind { unknown.insert(name.key) }
      }
    }
    if !faults.isEmpty { throw UsageFault(diagnostics: faults) }
  }

  private func checkAhead(_ statement: Statement, _ unknown: inout Set<NameKey>) throws {
    switch statement.kind {
    case .let(let name, let value):
      try checkNewName(name)
      guard let variable = try foreseen(value, unknown, named: name) else {
        unknown.insert(name.key)
        return
      }
      variables[name.key] = variable
    case .value(let value):
      _ = try foreseen(value, unknown)
      if case .pipeline(let pipeline) = value {
        for case .saveAs(let name, _) in pipeline.stages.map(\.kind) { unknown.insert(name.key) }
      }
    case .check(let test):
      let expressions = [test.condition] + [test.message].compactMap { $0 }
      for expression in expressions { _ = try foreseen(.expression(expression), unknown) }
    case .print(let expressions):
      for expression in expressions { _ = try foreseen(.expression(expression), unknown) }
    case .param, .for, .if:
      throw Diagnostic(SessionMessages.notYet, at: statement.span)
    case .help, .continuation: break
    }
  }

  /// What a value will be; nil when only running can tell. Faults are thrown.
  private func foreseen(_ value: ValueSyntax, _ unknown: Set<NameKey>, named name: Name? = nil) throws
    -> QueryScope.Variable?
  {
    if let command = try loneCommand(value, unknown) {
      _ = try registry.resolve(command)
      return nil
    }
    let sources = try sources(in: [value], with: unknown)
    for command in sources where !unknown.contains(command.name.key) { _ = try registry.resolve(command) }
    guard sources.isEmpty else { return nil }
    do {
      // Nothing is asked of the data: the script may be about to bring it.
      let scope = QueryScope(variables: variables)
      if let name, case .pipeline(let pipeline) = value {
        try check(pipeline, named: name, scope, runner: { _ in throw NeedsData() })
        return .query(pipeline, commands: [:])
      }
      let compiled = try compile(value, scope, runner: { _ in throw NeedsData() })
      switch (compiled.result, value) {
      case (.value(let query), _): return .value(.null, query.columns.first?.column.type ?? .null)
      case (_, .pipeline(let pipeline)): return .query(pipeline, commands: [:])
      case (_, .expression(let expression)):
        guard case .path(let path) = expression.kind else { return nil }
        let source = Relation(.path(path), span: path.span)
        return .query(Pipeline(source: .relation(source), stages: [], span: path.span), commands: [:])
      }
    } catch is NeedsData {
      return nil
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

/// Nobody listens.
private final class SilentDelegate: SessionDelegate {
  func show(_ output: SessionOutput) {}
  func report(_ diagnostic: Diagnostic) {}
  func confirm(_ question: Diagnostic) -> Bool { false }
  func choose(_ question: Diagnostic, among options: [String]) -> Int? { nil }
  func progress(_ done: Int, of total: Int?, _ what: Label) {}
}

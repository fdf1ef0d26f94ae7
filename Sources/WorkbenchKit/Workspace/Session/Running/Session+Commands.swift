import KitLanguage
import KitModel
import KitQuery

extension Session {
  /// Runs a command as a statement and shows what it returns.
  func runCommand(_ command: Command) throws {
    // It may make, change or take away relations.
    checkedLets = CheckedNames()
    let run = try perform(command)
    switch run.result {
    case .table(let table):
      remember(table)
      emit(SessionOutput(.table(table, layout: .grid), remarks: table.remarks + run.remarks))
    case .relation(let relation, let remarks):
      report(run.remarks + remarks)
      var scope = QueryScope(variables: variables)
      scope.commands[command.span] = relation
      let pipeline = Pipeline(source: .command(command), stages: [], span: command.span)
      try execute(try compile(.pipeline(pipeline), scope), command.span)
    case .document(let document):
      emit(SessionOutput(.document(document), remarks: run.remarks))
    case .notice(let notice, let remarks):
      emit(SessionOutput(.notice(notice), remarks: remarks + run.remarks))
    case .none: report(run.remarks)
    }
  }

  /// Runs a command as the source of rows.
  func relation(of command: Command) throws -> TableDeclaration {
    let (entry, _) = try UsageFault.of { try registry.resolve(command) }
    guard entry.declaration.mayBeSource else {
      let takesRows = entry.declaration.positionals.contains { $0.type == .rows }
      throw UsageFault(diagnostics: [
        Diagnostic(
          takesRows ? SessionMessages.sourceTakesRows : SessionMessages.sourceWrites,
          ["command": command.name.text], at: command.span)
      ])
    }
    let run = try perform(command)
    report(run.remarks)
    switch run.result {
    case .table(let table):
      report(table.remarks)
      return try ScratchTables(store: openStore()).table(table, label: entry.declaration.name)
    case .relation(let relation, let remarks):
      report(remarks)
      return relation
    case .document, .notice, .none:
      throw Diagnostic(SessionMessages.sourceWithoutRows, ["command": command.name.text], at: command.span)
    }
  }

  private func perform(_ command: Command) throws -> (result: CommandResult, remarks: [Diagnostic]) {
    var (entry, arguments) = try UsageFault.of { try registry.resolve(command) }
    recorder?.readAnything()
    let declaration = entry.declaration
    let shared = try UsageFault.of {
      try SharedOptions.take(from: &arguments, for: declaration, language: options.language) {
        try self.item($0, $1)
      }
    }
    let usual = options
    defer { options = usual }
    if let day = shared.asOf { options.asOf = day }
    if let person = shared.person { options.person = person }
    if workspace == nil, !declaration.worksWithoutWorkspace { _ = try openStore() }
    let bound = try UsageFault.of {
      try ArgumentBinder.bind(
        arguments, to: declaration, nameSpan: command.name.span, language: options.language
      ) { try self.item($0, $1) }
    }
    let context = SessionContext(
      session: self, text: String(command.span.slice(of: text)), command: declaration.name)
    if let person = shared.person, declaration.effects.contains(.writes),
      let doubt = workspace?.opened?.configuration.doubt(about: person)
    {
      context.remark(doubt)
    }
    do {
      return (try entry.load().run(bound, in: context), context.remarks)
    } catch {
      // What was said on the way often tells why it ended so.
      report(context.remarks)
      throw error
    }
  }

  /// The value of `$name` or `(…)` behind a command; rows when it is a pipeline.
  func item(_ argument: ArgumentValue, _ span: SourceSpan) throws -> CommandArguments.Item {
    let syntax: ValueSyntax
    switch argument {
    case .value(let value): syntax = value
    case .variable(let path): syntax = .expression(Expression(.path(path), span: span))
    case .bare(let text):
      // `form.delivery` is a path, as it is everywhere else.
      let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      syntax = Self.named(parts.map { Name($0, span: span) }, span)
    case .string(let text) where text.hasPrefix("(") || text.contains("|"):
      return try typedElsewhere(text, span)
    case .string(let text): syntax = Self.named([Name(text, span: span)], span)
    case .quotedName(let name): syntax = Self.named([name], span)
    }
    return try item(of: syntax, span)
  }

  /// A pipeline that came as one word of a shell: `--of '(finding | where …)'`. Its places lie in a text of its own.
  private func typedElsewhere(_ text: String, _ span: SourceSpan) throws -> CommandArguments.Item {
    do {
      let script = try parse(text)
      guard script.statements.count == 1, case .value(let syntax)? = script.statements.first?.kind else {
        throw Diagnostic(SessionMessages.valueWanted)
      }
      return try item(of: syntax, span)
    } catch let error where !(error is CancellationError) {
      let faults = (error as? UsageFault)?.diagnostics ?? SessionMessages.diagnostics(of: error)
      throw Diagnostics(
        faults.map { fault in
          var placed = fault
          (placed.span, placed.fixes) = (span, [])
          for index in placed.notes.indices { placed.notes[index].span = nil }
          return placed
        })
    }
  }

  private func item(of syntax: ValueSyntax, _ span: SourceSpan) throws -> CommandArguments.Item {
    let compiled = try compile(syntax, try scope(for: [syntax]))
    let store = try openStore()
    switch compiled.result {
    case .value(let query):
      let table = try store.table(of: query)
      return CommandArguments.Item(table.rows.first?.values.first ?? .null, span: span)
    case .rows(let query):
      var item = CommandArguments.Item(.null, rows: try store.table(of: query), span: span)
      if case .pipeline(let pipeline) = syntax { item.pipeline = pipeline }
      item.entity = compiled.entity
      return item
    case .none:
      throw Diagnostic(SessionMessages.valueWanted, at: span)
    }
  }

  private static func named(_ names: [Name], _ span: SourceSpan) -> ValueSyntax {
    let relation = Relation(.path(Path(names, span: span)), span: span)
    return .pipeline(Pipeline(source: .relation(relation), stages: [], span: span))
  }
}

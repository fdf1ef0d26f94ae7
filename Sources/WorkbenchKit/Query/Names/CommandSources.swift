import KitLanguage
import KitModel

extension QueryCompiler {
  /// Commands whose results a value reads: written with arguments, called, or named alone. They are to be run
  /// first and handed over in `scope.commands` under their spans.
  public func commandSources(in value: ValueSyntax) -> [Command] {
    var search = CommandSearch(names: Set(catalog.commands.map { NameKey($0) }))
    search.visit(value)
    return search.found.filter { command in
      guard command.arguments.isEmpty, !search.written.contains(command.span) else { return true }
      return meaning(of: Path([command.name], span: command.span)) == .unknown
    }
  }
}

private struct CommandSearch: PipelineVisitor {
  let names: Set<NameKey>
  var found: [Command] = []
  /// Spans of commands that can be nothing else.
  var written: Set<SourceSpan> = []

  mutating func visit(_ value: ValueSyntax) {
    switch value {
    case .pipeline(let pipeline): visit(pipeline)
    case .expression(let expression):
      if case .path(let path) = expression.kind { visit(members: path) } else { visit(expression) }
    }
  }

  mutating func visit(_ pipeline: Pipeline) {
    switch pipeline.source {
    case .command(let command): add(command)
    case .relation(let relation): visit(relation)
    }
    for stage in pipeline.stages { visit(stage) }
  }

  private mutating func add(_ command: Command) {
    found.append(command)
    written.insert(command.span)
  }

  mutating func visit(_ relation: Relation) {
    switch relation.kind {
    case .path(let path): visit(members: path)
    case .call(let call):
      let arguments = call.arguments.map {
        Argument(.word(.value(.expression($0))), span: $0.span)
      }
      add(Command(name: call.name, arguments: arguments, span: call.span))
    case .table(let table): visit(table)
    case .pipeline(let pipeline): visit(pipeline)
    }
  }

  mutating func visit(inside pipeline: Pipeline) { visit(pipeline) }

  /// A column or a variable.
  mutating func visit(name path: Path) {}

  mutating func visit(members path: Path) {
    guard let name = path.single, names.contains(name.key), !path.isVariable else { return }
    found.append(Command(name: name, arguments: [], span: path.span))
  }
}

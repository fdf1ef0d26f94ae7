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

private struct CommandSearch {
  let names: Set<NameKey>
  var found: [Command] = []
  /// Spans of commands that can be nothing else.
  var written: Set<SourceSpan> = []

  mutating func visit(_ value: ValueSyntax) {
    switch value {
    case .pipeline(let pipeline): visit(pipeline)
    case .expression(let expression):
      if case .path(let path) = expression.kind { visit(path) } else { visit(expression) }
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

  private mutating func visit(_ relation: Relation) {
    switch relation.kind {
    case .path(let path): visit(path)
    case .call(let call):
      let arguments = call.arguments.map {
        Argument(.word(.value(.expression($0))), span: $0.span)
      }
      add(Command(name: call.name, arguments: arguments, span: call.span))
    case .table(let table): for row in table.rows { row.forEach { visit($0) } }
    case .pipeline(let pipeline): visit(pipeline)
    }
  }

  private mutating func visit(_ path: Path) {
    guard let name = path.single, names.contains(name.key), !path.isVariable else { return }
    found.append(Command(name: name, arguments: [], span: path.span))
  }

  private mutating func visit(_ stage: Stage) {
    switch stage.kind {
    case .where(let expression), .rank(let expression, _, _, _), .top(_, let expression, _, _):
      visit(expression)
    case .derive(let binds), .fill(let binds), .window(let binds, _, _), .set(let binds),
      .prior(_, let binds):
      visit(binds)
    case .select(let items): visit(items)
    case .group(_, let items, let binds):
      visit(items)
      visit(binds)
    case .pivot(let item, let binds, _, let values):
      visit([item])
      visit(binds)
      for value in values ?? [] { visit(value) }
    case .join(let join):
      visit(join.relation)
      if case .expression(let condition)? = join.condition { visit(condition) }
    case .combine(_, let relation): visit(relation)
    case .bin(let one, let two, _):
      visit(one)
      visit(two)
    case .check(let test): visit(test.condition)
    case .sort(let keys): for key in keys { visit(key.expression) }
    default: break
    }
  }

  private mutating func visit(_ binds: [Stage.Bind]) { for bind in binds { visit(bind.expression) } }

  private mutating func visit(_ items: [Stage.Item]) {
    for case .bind(let bind) in items { visit(bind.expression) }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .literal: break
    // A name in an expression is a column or a variable.
    case .path: break
    case .call(let call):
      call.arguments.forEach { visit($0) }
      if let condition = call.condition { visit(condition) }
    case .case(let arms):
      for arm in arms {
        if let condition = arm.condition { visit(condition) }
        visit(arm.value)
      }
    case .table(let table): for row in table.rows { row.forEach { visit($0) } }
    case .pipeline(let pipeline): visit(pipeline)
    case .unary(_, let one), .isNull(let one, _): visit(one)
    case .binary(_, let one, let two):
      visit(one)
      visit(two)
    case .membership(let one, let members, _):
      visit(one)
      switch members {
      case .pipeline(let pipeline): visit(pipeline)
      case .list(let list): list.forEach { visit($0) }
      case .path(let path): visit(path)
      case .table(let table): for row in table.rows { row.forEach { visit($0) } }
      }
    case .between(let one, let two, let three, _):
      visit(one)
      visit(two)
      visit(three)
    }
  }
}

import KitLanguage

/// Finds what a statement has to have ready before it can be compiled: the commands used as sources, and the
/// relations that are named by one word.
///
/// Commands come innermost last, in the order in which they stand in the text.
struct SyntaxWalk {
  private(set) var commands: [Command] = []
  /// Relations and lone names: what may be a command without arguments, or `_`.
  private(set) var names: [Name] = []

  init(_ value: ValueSyntax) { visit(value) }
  init(_ expressions: [Expression]) { visit(expressions) }
  init(_ stages: [Stage]) { for stage in stages { visit(stage) } }

  private mutating func visit(_ value: ValueSyntax) {
    switch value {
    case .pipeline(let pipeline): visit(pipeline)
    case .expression(let expression): visit(expression)
    }
  }

  private mutating func visit(_ pipeline: Pipeline) {
    switch pipeline.source {
    case .command(let command): commands.append(command)
    case .relation(let relation): visit(relation)
    }
    for stage in pipeline.stages { visit(stage) }
  }

  private mutating func visit(_ relation: Relation) {
    switch relation.kind {
    case .path(let path): visit(path)
    case .call(let call): visit(call)
    case .table(let table): visit(table.rows.flatMap { $0 })
    case .pipeline(let pipeline): visit(pipeline)
    }
  }

  private mutating func visit(_ path: Path) {
    if let name = path.single, !path.isVariable { names.append(name) }
  }

  private mutating func visit(_ call: Call) {
    visit(call.arguments)
    if let condition = call.condition { visit(condition) }
  }

  private mutating func visit(_ expressions: [Expression]) {
    for expression in expressions { visit(expression) }
  }

  private mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .literal: break
    case .path(let path): visit(path)
    case .call(let call): visit(call)
    case .case(let arms):
      for arm in arms {
        if let condition = arm.condition { visit(condition) }
        visit(arm.value)
      }
    case .table(let table): visit(table.rows.flatMap { $0 })
    case .pipeline(let pipeline): visit(pipeline)
    case .unary(_, let operand): visit(operand)
    case .binary: visitChain(expression)
    case .membership(let value, let members, _):
      visit(value)
      switch members {
      case .pipeline(let pipeline): visit(pipeline)
      case .list(let list): visit(list)
      case .path(let path): visit(path)
      case .table(let table): visit(table.rows.flatMap { $0 })
      }
    case .between(let value, let low, let high, _): visit([value, low, high])
    case .isNull(let value, _): visit(value)
    }
  }

  /// A chain of a thousand operators leans to the left: gone through in a loop, from left to right.
  private mutating func visitChain(_ expression: Expression) {
    var rights: [Expression] = []
    var left = expression
    while case .binary(_, let next, let right) = left.kind {
      rights.append(right)
      left = next
    }
    visit(left)
    visit(rights.reversed())
  }

  private mutating func visit(_ binds: [Stage.Bind]) { visit(binds.map(\.expression)) }

  private mutating func visit(_ keys: [Stage.SortKey]) { visit(keys.map(\.expression)) }

  private mutating func visit(_ item: Stage.Item) {
    if case .bind(let bind) = item { visit(bind.expression) }
  }

  private mutating func visit(_ count: Stage.Count) {
    if case .expression(let expression) = count { visit(expression) }
  }

  private mutating func visit(_ stage: Stage) {
    switch stage.kind {
    case .where(let condition): visit(condition)
    case .select(let items): for item in items { visit(item) }
    case .derive(let binds), .fill(let binds), .set(let binds), .prior(_, let binds): visit(binds)
    case .sort(let keys): visit(keys)
    case .take(let from, let to):
      if let from { visit(from) }
      visit(to)
    case .skip(let count): visit(count)
    case .top(let count, let by, _, _):
      visit(count)
      visit(by)
    case .group(_, let keys, let aggregates):
      for key in keys { visit(key) }
      visit(aggregates)
    case .join(let join):
      visit(join.relation)
      if case .expression(let condition) = join.condition { visit(condition) }
    case .combine(_, let relation): visit(relation)
    case .window(let binds, _, let order):
      visit(binds)
      visit(order)
    case .rank(let expression, _, _, _): visit(expression)
    case .pivot(let item, let binds, _, let values):
      visit(item)
      visit(binds)
      visit(values ?? [])
    case .bin(let expression, let by, _): visit([expression, by])
    case .sample(let count, _, let seed):
      visit(count)
      if let seed { visit(seed) }
    case .check(let test): visit([test.condition] + [test.message].compactMap { $0 })
    case .drop, .reorder, .rename, .distinct, .count, .total, .unpivot, .delete, .into, .saveAs, .output:
      break
    }
  }
}

import KitLanguage

/// Something that walks through all that stands in pipelines, to find names in it.
///
/// Every stage and every kind of expression has its one place here: what one search overlooked would be refused as an
/// unknown name where another finds it.
protocol PipelineVisitor {
  mutating func visit(_ relation: Relation)
  /// A pipeline in parentheses within an expression, or behind `in`.
  mutating func visit(inside pipeline: Pipeline)
  /// A name in an expression: a column, a variable, or what an aggregate counts.
  mutating func visit(name path: Path)
  /// A name behind `in`.
  mutating func visit(members path: Path)
}

extension PipelineVisitor {
  mutating func visit(_ stage: Stage) {
    switch stage.kind {
    case .where(let expression), .rank(let expression, _, _, _), .top(_, let expression, _, _):
      visit(expression)
    case .derive(let binds), .fill(let binds), .set(let binds), .prior(_, let binds): visit(binds)
    case .window(let binds, _, let keys):
      visit(binds)
      keys.forEach { visit($0.expression) }
    case .sort(let keys): keys.forEach { visit($0.expression) }
    case .select(let items): visit(items)
    case .group(_, let items, let binds):
      visit(items)
      visit(binds)
    case .pivot(let item, let binds, _, let values):
      visit([item])
      visit(binds)
      values?.forEach { visit($0) }
    case .join(let join):
      visit(join.relation)
      if case .expression(let condition)? = join.condition { visit(condition) }
    case .combine(_, let relation): visit(relation)
    case .bin(let value, let size, _):
      visit(value)
      visit(size)
    case .check(let test):
      visit(test.condition)
      test.message.map { visit($0) }
    case .sample(_, _, let seed): seed.map { visit($0) }
    case .take, .skip, .distinct, .count, .drop, .reorder, .rename, .total, .unpivot, .delete, .into, .saveAs,
      .output:
      break
    }
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .literal: break
    case .path(let path): visit(name: path)
    case .call(let call):
      call.arguments.forEach { visit($0) }
      call.condition.map { visit($0) }
    case .case(let arms):
      for arm in arms {
        arm.condition.map { visit($0) }
        visit(arm.value)
      }
    case .table(let table): visit(table)
    case .pipeline(let pipeline): visit(inside: pipeline)
    case .unary(_, let one), .isNull(let one, _): visit(one)
    case .binary(_, let one, let two):
      visit(one)
      visit(two)
    case .membership(let one, let members, _):
      visit(one)
      switch members {
      case .pipeline(let pipeline): visit(inside: pipeline)
      case .list(let list): list.forEach { visit($0) }
      case .path(let path): visit(members: path)
      case .table(let table): visit(table)
      }
    case .between(let one, let two, let three, _):
      visit(one)
      visit(two)
      visit(three)
    }
  }

  mutating func visit(_ table: TableLiteral) { table.rows.forEach { $0.forEach { visit($0) } } }

  private mutating func visit(_ binds: [Stage.Bind]) { binds.forEach { visit($0.expression) } }

  private mutating func visit(_ items: [Stage.Item]) {
    for case .bind(let bind) in items { visit(bind.expression) }
  }
}

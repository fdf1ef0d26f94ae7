import KitLanguage
import KitModel

/// All ways to make a pipeline or an expression smaller by one step.
enum Reductions {
  static func of(_ pipeline: Pipeline) -> [Pipeline] {
    guard case .relation(let relation) = pipeline.source else { return [] }
    let stages = pipeline.stages
    let shorter =
      stages.indices.reversed().map { Array(stages[..<$0]) }
      + stages.indices.map { removing($0, from: stages) }
    var found = shorter.map { Syntax.pipeline(relation, $0) }
    found += of(relation).map { Syntax.pipeline($0, stages) }
    for (index, stage) in stages.enumerated() {
      found += of(stage.kind).map {
        Syntax.pipeline(relation, replacing(index, in: stages, by: Syntax.stage($0)))
      }
    }
    return found
  }

  private static func of(_ relation: Relation) -> [Relation] {
    switch relation.kind {
    case .pipeline(let pipeline):
      guard case .relation(let source) = pipeline.source else { return [] }
      return [source] + of(pipeline).map { Syntax.relation(.pipeline($0)) }
    case .table(let table):
      return table.rows.count < 2
        ? []
        : table.rows.indices.map { index in
          Syntax.relation(
            .table(
              TableLiteral(columns: table.columns, rows: removing(index, from: table.rows), span: table.span))
          )
        }
    case .path, .call: return []
    }
  }

  // MARK: Stages

  private static func of(_ stage: Stage.Kind) -> [Stage.Kind] {
    switch stage {
    case .where(let condition): return of(condition).map { .where($0) }
    case .select(let items): return shorter(items, of).map { .select($0) }
    case .derive(let binds): return shorter(binds, of).map { .derive($0) }
    case .fill(let binds): return shorter(binds, of).map { .fill($0) }
    case .drop(let paths): return shorter(paths).map { .drop($0) }
    case .reorder(let paths): return shorter(paths).map { .reorder($0) }
    case .rename(let renamings): return shorter(renamings).map { .rename($0) }
    case .sort(let keys): return shorter(keys, of).map { .sort($0) }
    case .take(let from, let to): return from == nil ? [] : [.take(from: nil, to: to)]
    case .top(let count, let key, let ascending, let per):
      return of(key).map { .top(count, by: $0, ascending: ascending, per: per) }
        + fewer(per).map { .top(count, by: key, ascending: ascending, per: $0) }
    case .distinct(let paths): return fewer(paths).map { .distinct($0) }
    case .group(let all, let keys, let aggregates):
      return (all ? [.group(all: false, keys: keys, aggregates: aggregates)] : [])
        + fewer(keys).map { .group(all: all, keys: $0, aggregates: aggregates) }
        + shorter(aggregates, of).map { .group(all: all, keys: keys, aggregates: $0) }
    case .join(let join):
      return of(join.relation).map { relation in
        .join(
          Stage.Join(
            kind: join.kind, relation: relation, alias: join.alias, condition: join.condition, side: join.side
          ))
      }
    case .prior(let path, let binds): return shorter(binds, of).map { .prior(path, $0) }
    case .combine(let operation, let relation): return of(relation).map { .combine(operation, $0) }
    case .window(let binds, let per, let order):
      return shorter(binds, of).map { .window($0, per: per, order: order) }
        + fewer(per).map { .window(binds, per: $0, order: order) }
        + (order.isEmpty ? [] : [.window(binds, per: per, order: [])])
        + shorter(order, of).map { .window(binds, per: per, order: $0) }
    case .rank(let key, let ascending, let per, let name):
      return of(key).map { .rank($0, ascending: ascending, per: per, name: name) }
        + fewer(per).map { .rank(key, ascending: ascending, per: $0, name: name) }
    case .pivot(let key, let binds, let per, let values):
      return shorter(binds, of).map { .pivot(key, $0, per: per, values: values) }
        + (values.map { shorter($0).map { .pivot(key, binds, per: per, values: $0) } } ?? [])
    case .unpivot(let paths, let name, let value):
      return shorter(paths).map { .unpivot($0, name: name, value: value) }
    case .bin(let expression, let width, let name):
      return of(expression).map { .bin($0, by: width, name: name) }
    case .sample(let count, let per, let seed): return fewer(per).map { .sample(count, per: $0, seed: seed) }
    case .check(let test):
      return of(test.condition).map {
        .check(Test(condition: $0, message: test.message, severity: test.severity))
      }
    case .skip, .count, .total, .set, .delete, .into, .saveAs, .output: return []
    }
  }

  private static func of(_ item: Stage.Item) -> [Stage.Item] {
    switch item {
    case .bind(let bind): of(bind).map { .bind($0) }
    case .path: []
    }
  }

  private static func of(_ bind: Stage.Bind) -> [Stage.Bind] {
    of(bind.expression).map { Stage.Bind(name: bind.name, expression: $0) }
  }

  private static func of(_ key: Stage.SortKey) -> [Stage.SortKey] {
    of(key.expression).map { Stage.SortKey(expression: $0, isDescending: key.isDescending) }
      + (key.isDescending ? [Stage.SortKey(expression: key.expression, isDescending: false)] : [])
  }

  // MARK: Expressions

  private static func of(_ expression: Expression) -> [Expression] {
    let children = SyntaxWalk.children(of: expression)
    var found = children
    for (index, child) in children.enumerated() {
      for smaller in of(child) {
        found.append(rebuilt(expression, replacing(index, in: children, by: smaller)))
      }
    }
    if case .call(let call) = expression.kind, call.condition != nil {
      found.insert(Syntax.call(call.name.text, call.arguments), at: 0)
    }
    if case .membership(let element, .pipeline(let pipeline), let isNegated) = expression.kind {
      found += of(pipeline).map {
        Syntax.expression(.membership(element, .pipeline($0), isNegated: isNegated))
      }
    }
    return found
  }

  /// The expression with other parts.
  private static func rebuilt(_ expression: Expression, _ parts: [Expression]) -> Expression {
    switch expression.kind {
    case .literal, .path, .table, .pipeline: return expression
    case .call(let call):
      let arguments = Array(parts.prefix(call.arguments.count))
      return Syntax.call(call.name.text, arguments, where: call.condition == nil ? nil : parts.last)
    case .case(let arms):
      var rest = parts[...]
      return Syntax.expression(
        .case(
          arms.compactMap { arm in
            let condition = arm.condition == nil ? nil : rest.popFirst()
            return rest.popFirst().map { Expression.Arm(condition: condition, value: $0) }
          }))
    case .unary(let operation, _): return Syntax.expression(.unary(operation, parts[0]))
    case .isNull(_, let isNegated): return Syntax.expression(.isNull(parts[0], isNegated: isNegated))
    case .binary(let operation, _, _): return Syntax.binary(operation, parts[0], parts[1])
    case .between(_, _, _, let isNegated):
      return Syntax.expression(.between(parts[0], parts[1], parts[2], isNegated: isNegated))
    case .membership(_, let members, let isNegated):
      var others = members
      if case .list = members { others = .list(Array(parts.dropFirst())) }
      return Syntax.expression(.membership(parts[0], others, isNegated: isNegated))
    }
  }

  // MARK: Lists

  /// The list without one of its elements; at least one stays.
  private static func shorter<Element>(_ list: [Element]) -> [[Element]] {
    list.count < 2 ? [] : list.indices.map { removing($0, from: list) }
  }

  /// The same, and with one element made smaller.
  private static func shorter<Element>(_ list: [Element], _ smaller: (Element) -> [Element]) -> [[Element]] {
    shorter(list)
      + list.indices.flatMap { index in smaller(list[index]).map { replacing(index, in: list, by: $0) } }
  }

  /// The list without one of its elements; none may stay.
  private static func fewer<Element>(_ list: [Element]) -> [[Element]] {
    list.indices.map { removing($0, from: list) }
  }

  static func removing<Element>(_ index: Int, from list: [Element]) -> [Element] {
    var list = list
    list.remove(at: index)
    return list
  }

  private static func replacing<Element>(_ index: Int, in list: [Element], by element: Element) -> [Element] {
    var list = list
    list[index] = element
    return list
  }
}

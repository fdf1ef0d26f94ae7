import KitLanguage

/// Visits the parts of an expression; sub-pipelines are left out, since they see no columns of the row.
enum SyntaxWalk {
  static func expressions(in expression: Expression, _ visit: (Expression) -> Void) {
    visit(expression)
    for child in children(of: expression) { expressions(in: child, visit) }
  }

  static func children(of expression: Expression) -> [Expression] {
    switch expression.kind {
    case .literal, .path, .table, .pipeline: []
    case .call(let call): call.arguments + (call.condition.map { [$0] } ?? [])
    case .case(let arms): arms.flatMap { ($0.condition.map { [$0] } ?? []) + [$0.value] }
    case .unary(_, let operand), .isNull(let operand, _): [operand]
    case .binary(_, let left, let right): [left, right]
    case .membership(let element, .list(let members), _): [element] + members
    case .membership(let element, _, _): [element]
    case .between(let value, let low, let high, _): [value, low, high]
    }
  }
}

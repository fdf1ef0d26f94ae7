/// An expression of SQL, free of any dialect: functions are named by what they do.
package indirect enum SQLExpression: Hashable, Sendable {
  /// A column of a table in scope, by its alias.
  case column(String, String)
  /// A whole number written into the text (never one that was typed).
  case number(Int64)
  /// The same as a real: `100.0`.
  case realNumber(Int64)
  case null
  case bound(SQLValue)
  case function(SQLFunction, [SQLExpression])
  case aggregate(SQLAggregate, [SQLExpression], filter: SQLExpression?)
  case window(SQLWindowFunction, [SQLExpression], SQLWindow)
  case not(SQLExpression)
  case negative(SQLExpression)
  case binary(SQLOperator, SQLExpression, SQLExpression)
  case isNull(SQLExpression, isNegated: Bool)
  case between(SQLExpression, SQLExpression, SQLExpression)
  case inList(SQLExpression, [SQLExpression])
  case inSelect(SQLExpression, SQLSelect)
  case exists(SQLSelect)
  case scalar(SQLSelect)
  case cases([SQLCase], otherwise: SQLExpression?)
  case cast(SQLExpression, SQLStorage)
  /// Text compared and sorted by pinyin.
  case collated(SQLExpression)
  /// A column of the rows by its number; only in recipes, never rendered.
  case part(Int)

  static let truth = SQLExpression.number(1)
  static let falsehood = SQLExpression.number(0)

  static func text(_ text: String) -> SQLExpression { .bound(.text(text)) }

  static func coalesce(_ parts: SQLExpression...) -> SQLExpression { .function(.coalesce, parts) }

  static func all(_ parts: [SQLExpression]) -> SQLExpression? {
    guard let first = parts.first else { return nil }
    return parts.dropFirst().reduce(first) { .binary(.and, $0, $1) }
  }
}

package struct SQLCase: Hashable, Sendable {
  var condition: SQLExpression
  var value: SQLExpression
}

package enum SQLStorage: String, Hashable, Sendable { case integer = "INTEGER", real = "REAL", text = "TEXT" }

package enum SQLOperator: String, Hashable, Sendable {
  case or = "OR"
  case and = "AND"
  case equal = "="
  case notEqual = "<>"
  case same = "IS"
  case different = "IS NOT"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"
  case concatenate = "||"

  /// Higher binds more tightly; as SQLite has it.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .same, .different: 4
    case .less, .lessOrEqual, .greater, .greaterOrEqual: 5
    case .add, .subtract: 7
    case .multiply, .divide, .remainder: 8
    case .concatenate: 9
    }
  }
}

/// One term of ORDER BY. Where nulls go is always written: last, both ways.
package struct SQLOrder: Hashable, Sendable {
  var expression: SQLExpression
  var isDescending = false
}

package struct SQLWindow: Hashable, Sendable {
  var partition: [SQLExpression] = []
  var order: [SQLOrder] = []
  var frame = Frame.standard

  enum Frame: String, Hashable, Sendable {
    case standard = ""
    case running = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW"
    case whole = "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"
  }
}

extension SQLExpression {
  /// The expressions directly inside; those of inner SELECTs are reached through `select`. A chain of
  /// operators is one level, however long it is.
  var children: [SQLExpression] {
    switch self {
    case .column, .number, .realNumber, .null, .bound, .part, .exists, .scalar: []
    case .function(_, let parts): parts
    case .aggregate(_, let parts, let filter): parts + [filter].compactMap { $0 }
    case .window(_, let parts, let window):
      parts + window.partition + window.order.map(\.expression)
    case .not(let one), .negative(let one), .isNull(let one, _), .cast(let one, _), .collated(let one),
      .inSelect(let one, _):
      [one]
    case .binary: leftmost.operands
    case .between(let value, let low, let high): [value, low, high]
    case .inList(let value, let list): [value] + list
    case .cases(let arms, let otherwise):
      arms.flatMap { [$0.condition, $0.value] } + [otherwise].compactMap { $0 }
    }
  }

  /// The SELECT directly inside, if this is a sub-query.
  var select: SQLSelect? {
    switch self {
    case .exists(let select), .scalar(let select), .inSelect(_, let select): select
    default: nil
    }
  }

  /// The same expression with `change` applied to every part that it has an answer for, outermost first.
  func replacing(_ change: (SQLExpression) -> SQLExpression?) -> SQLExpression {
    if let changed = change(self) { return changed }
    func inner(_ part: SQLExpression) -> SQLExpression { part.replacing(change) }
    return switch self {
    case .column, .number, .realNumber, .null, .bound, .part: self
    case .function(let name, let parts): .function(name, parts.map(inner))
    case .aggregate(let name, let parts, let filter):
      .aggregate(name, parts.map(inner), filter: filter.map(inner))
    case .window(let name, let parts, let window):
      .window(name, parts.map(inner), window.mapped(inner))
    case .not(let one): .not(inner(one))
    case .negative(let one): .negative(inner(one))
    case .isNull(let one, let negated): .isNull(inner(one), isNegated: negated)
    case .cast(let one, let storage): .cast(inner(one), storage)
    case .collated(let one): .collated(inner(one))
    case .binary: replacingChain(change)
    case .between(let value, let low, let high): .between(inner(value), inner(low), inner(high))
    case .inList(let value, let list): .inList(inner(value), list.map(inner))
    case .inSelect(let value, let select): .inSelect(inner(value), select.mapped(inner))
    case .exists(let select): .exists(select.mapped(inner))
    case .scalar(let select): .scalar(select.mapped(inner))
    case .cases(let arms, let otherwise):
      .cases(
        arms.map { SQLCase(condition: inner($0.condition), value: inner($0.value)) },
        otherwise: otherwise.map(inner))
    }
  }

  /// The innermost left operand and what follows it.
  private var leftmost: (operands: [SQLExpression], names: [SQLOperator]) {
    var rights: [SQLExpression] = []
    var names: [SQLOperator] = []
    var rest = self
    while case .binary(let name, let left, let right) = rest {
      rights.append(right)
      names.append(name)
      rest = left
    }
    return ([rest] + rights.reversed(), names.reversed())
  }

  private func replacingChain(_ change: (SQLExpression) -> SQLExpression?) -> SQLExpression {
    var links: [(SQLOperator, SQLExpression)] = []
    var rest = self
    while case .binary(let name, let left, let right) = rest {
      links.append((name, right))
      rest = left
      if let changed = change(rest) {
        return links.reversed().reduce(changed) { .binary($1.0, $0, $1.1.replacing(change)) }
      }
    }
    return links.reversed().reduce(rest.replacing(change)) { .binary($1.0, $0, $1.1.replacing(change)) }
  }

  /// Number of parts, and how many calls lie one in the other; what folding is limited by.
  var weight: (size: Int, calls: Int) {
    var size = 1
    var calls = 0
    for child in children {
      let inner = child.weight
      size += inner.size
      calls = max(calls, inner.calls)
    }
    switch self {
    case .function, .aggregate, .window, .cases, .cast, .inList, .scalar, .exists, .inSelect: calls += 1
    default: break
    }
    return (size, calls)
  }

  /// The operands of a chain of one operator that may be read in any grouping.
  var chain: [SQLExpression] {
    guard case .binary(let name, _, _) = self, [.and, .or, .add, .concatenate].contains(name) else {
      return []
    }
    var parts: [SQLExpression] = []
    var rest = self
    while case .binary(name, let left, let right) = rest {
      parts.append(right)
      rest = left
    }
    return [rest] + parts.reversed()
  }

  var hasAggregate: Bool {
    if case .aggregate = self { return true }
    return children.contains(where: \.hasAggregate)
  }

  var hasWindow: Bool {
    if case .window = self { return true }
    return children.contains(where: \.hasWindow)
  }

  /// Aliases of the tables whose columns are read, inner SELECTs included.
  func visitColumns(_ visit: (String, String) -> Void) {
    if case .column(let alias, let name) = self { visit(alias, name) }
    for child in children { child.visitColumns(visit) }
    select?.visitColumns(visit)
  }
}

extension SQLWindow {
  func mapped(_ change: (SQLExpression) -> SQLExpression) -> SQLWindow {
    SQLWindow(
      partition: partition.map(change),
      order: order.map { SQLOrder(expression: change($0.expression), isDescending: $0.isDescending) },
      frame: frame)
  }
}

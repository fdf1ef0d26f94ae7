import KitModel

extension CanonicalFormatter {
  /// An expression on one line.
  public func text(_ expression: Expression) -> String { text(expression, Precedence.or) }

  func list(_ expressions: [Expression]) -> String {
    expressions.map { text($0) }.joined(separator: ", ")
  }

  /// An operand by itself: in parentheses unless it is one. A sign is none: before a sort key it would be its
  /// direction.
  func operand(_ expression: Expression) -> String { text(expression, Self.primary) }

  private static let sign = 7
  private static let primary = 8

  /// The expression where only operators that bind at least as tightly as `minimum` may stand.
  ///
  /// A chain `a + b + …` is as deep as it is long: its left side is followed in a loop.
  private func text(_ expression: Expression, _ minimum: Int) -> String {
    var behind: [String] = []
    var left = expression
    var limit = minimum
    while case .binary(let op, let first, let second) = left.kind, op.precedence >= limit,
      op.precedence != Precedence.comparison
    {
      behind.append(" \(symbol(op)) " + text(second, op.precedence + 1))
      left = first
      limit = op.precedence
    }
    let head = precedence(left) >= limit ? unwrapped(left) : "(" + text(left) + ")"
    return behind.isEmpty ? head : head + behind.reversed().joined()
  }

  private func precedence(_ expression: Expression) -> Int {
    switch expression.kind {
    case .binary(let op, _, _): op.precedence
    case .unary(.not, _): Precedence.not
    case .unary: Self.sign
    case .membership, .between, .isNull: Precedence.comparison
    default: Self.primary
    }
  }

  private func unwrapped(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): return text(literal)
    case .path(let path): return text(path)
    case .call(let call): return text(call)
    case .case(let arms): return text(arms)
    case .table(let table): return text(table)
    case .pipeline(let pipeline): return "(" + text(pipeline) + ")"
    case .unary(.not, let inner): return word("not", .logic) + " " + text(inner, Precedence.not)
    case .unary(let sign, let inner):
      let operand = text(inner, Self.sign)
      let blank = operand.hasPrefix("-") || operand.hasPrefix("+") ? " " : ""
      return (sign == .minus ? "-" : "+") + blank + operand
    case .binary(let op, let left, let right):
      return text(left, Precedence.sum) + " \(symbol(op)) " + text(right, Precedence.sum)
    case .membership(let left, let members, let isNegated):
      let op = word(isNegated ? "not in" : "in", .comparison)
      return text(left, Precedence.sum) + " \(op) " + text(members)
    case .between(let value, let low, let high, let isNegated):
      let op = word(isNegated ? "not between" : "between", .comparison)
      let and = language == .zh ? "到" : "and"
      return text(value, Precedence.sum) + " \(op) \(text(low, Precedence.sum)) \(and) "
        + text(high, Precedence.sum)
    case .isNull(let value, let isNegated):
      return text(value, Precedence.sum) + " " + word(isNegated ? "is not null" : "is null", .comparison)
    }
  }

  private func symbol(_ op: BinaryOperator) -> String {
    switch op {
    case .or, .and: word(op.rawValue, .logic)
    case .contains: word("contains", .comparison)
    case .notContains: word("not contains", .comparison)
    case .startsWith: word("starts with", .comparison)
    case .endsWith: word("ends with", .comparison)
    case .matches: word("matches", .comparison)
    case .notStartsWith: negated("starts with")
    case .notEndsWith: negated("ends with")
    case .notMatches: negated("matches")
    default: BinaryOperator.symbols.first { $0.value == op }?.key ?? op.rawValue
    }
  }

  private func negated(_ english: String) -> String {
    word("not", .logic) + " " + word(english, .comparison)
  }

  private func text(_ members: Expression.Members) -> String {
    switch members {
    case .pipeline(let pipeline): "(" + text(pipeline) + ")"
    case .list(let expressions): "(" + list(expressions) + ")"
    case .path(let path): text(path)
    case .table(let table): text(table)
    }
  }

  // MARK: Calls, cases, tables

  func text(_ call: Call) -> String {
    let known = Words.function(call.name.text) ?? Words.find(call.name.text, .value)
    let name = call.name.isQuoted ? nil : known?.spelling(language)
    var inside = list(call.arguments)
    if let first = call.arguments.first, readsAsCondition(inside) {
      inside = (["(" + text(first) + ")"] + call.arguments.dropFirst().map { text($0) }).joined(
        separator: ", ")
    }
    if let condition = call.condition {
      inside += (inside.isEmpty ? "" : " ") + word("where", .clause) + " "
      inside += call.arguments.isEmpty ? alone(condition) : text(condition)
    }
    return (name ?? text(call.name)) + "(" + inside + ")"
  }

  /// A column called `where` before `not` would be read as the condition of an aggregate.
  private func readsAsCondition(_ text: String) -> Bool {
    ["where", "条件"].contains { name in
      text.lowercased().hasPrefix(name + " " + word("not", .logic) + " ")
    }
  }

  /// Behind `where` without an argument before it: what begins like the rest of an expression that `where`
  /// itself begins stands in parentheses.
  private func alone(_ condition: Expression) -> String {
    let text = text(condition)
    var lexer = Lexer(text)
    let first = lexer.next()
    let isClear =
      switch first.kind {
      case .word:
        lexer.key(first.span) == word("not", .logic)
          || !InfixWord.begins(lexer.key(first.span), prefix: String(text.prefix(4)))
      case .literal, .quotedName, .symbol(.dollar), .symbol(.open): true
      default: false
      }
    return isClear ? text : "(" + text + ")"
  }

  private func text(_ arms: [Expression.Arm]) -> String {
    let texts = arms.map { arm in
      guard let condition = arm.condition else {
        return word("else", .statement) + ": " + text(arm.value)
      }
      let text = text(condition)
      let isElse = StatementWord.table[text.lowercased()] == .else
      return (isElse ? "(" + text + ")" : text) + ": " + self.text(arm.value)
    }
    return word("case", .value) + " { " + texts.joined(separator: ", ") + " }"
  }

  func text(_ table: TableLiteral) -> String {
    let names = table.columns.map { text($0) }.joined(separator: ", ")
    return "[" + ([names] + table.rows.map { list($0) }).joined(separator: "; ") + "]"
  }

  // MARK: Literals

  private func text(_ literal: Expression.Literal) -> String {
    switch literal {
    case .integer(let number, let zeros): String(repeating: "0", count: zeros) + String(number)
    case .decimal(let number): number.scale == 0 ? number.description + ".0" : number.description
    case .percent(let share): percent(share)
    case .duration(let duration): text(duration)
    case .date(let date): date.iso
    case .period(let period): period.label
    case .string(let text): quoted(text)
    case .boolean(let isTrue): word(isTrue ? "true" : "false", .logic)
    case .null: word("null", .logic)
    }
  }

  private func percent(_ share: ExactDecimal) -> String {
    let places = max(2, share.scale)
    let exact = share.rescaled(to: places) ?? share
    return ExactDecimal(units: exact.units, scale: max(0, exact.scale - 2)).description + "%"
  }

  private func text(_ duration: Duration) -> String {
    let unit = word(duration.unit == .days ? "day" : "month", .unit)
    if language == .zh { return "\(duration.count)\(unit)" }
    return "\(duration.count) \(unit)" + (duration.count == 1 ? "" : "s")
  }
}

extension BinaryOperator {
  var precedence: Int {
    switch self {
    case .or: Precedence.or
    case .and: Precedence.and
    case .add, .subtract: Precedence.sum
    case .multiply, .divide, .divideWhole, .remainder: Precedence.product
    default: Precedence.comparison
    }
  }
}

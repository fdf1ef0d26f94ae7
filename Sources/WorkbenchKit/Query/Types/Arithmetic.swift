import KitLanguage
import KitModel

extension ExpressionBuilder {
  func build(_ name: UnaryOperator, _ operand: Expression, at span: SourceSpan) -> Typed? {
    if name == .not {
      return condition(operand).map {
        Typed(.not($0.sql), .boolean, isNullable: $0.isNullable).marked(like: [$0])
      }
    }
    guard let typed = raw(operand) else { return nil }
    guard typed.type.isNumeric || typed.type == .null || isDuration(typed.type) else {
      return failure(
        QueryMessages.argumentType,
        [
          "function": name == .minus ? "-" : "+", "wanted": compiler.name(.real),
          "type": compiler.name(typed.type),
        ],
        at: operand.span)
    }
    if name == .plus { return typed }
    if let negative = Self.negated(typed.constant) { return Typed(negative, typed.type, span: span) }
    var result = typed
    result.sql = .negative(typed.sql)
    result.needsCheck = typed.needsCheck || (typed.isExact && typed.magnitude == nil)
    result.constant = nil
    return result
  }

  private static func negated(_ value: Value?) -> Value? {
    switch value {
    case .integer(let number) where number != .min: .integer(-number)
    case .decimal(let number) where number.units != .min:
      .decimal(ExactDecimal(units: -number.units, scale: number.scale))
    case .real(let number): .real(-number)
    case .duration(let duration) where duration.count != .min:
      .duration(Duration(-duration.count, duration.unit))
    default: nil
    }
  }

  func isDuration(_ type: DataType) -> Bool { if case .duration = type { true } else { false } }

  /// A chain of operators, from its innermost left operand outwards: a loop, since chains may be long.
  func chain(_ expression: Expression) -> Typed? {
    var links: [(name: BinaryOperator, right: Expression, span: SourceSpan)] = []
    var first = expression
    while case .binary(let name, let left, let right) = first.kind {
      links.append((name, right, first.span))
      first = left
    }
    var left = raw(first)
    for next in links.reversed() {
      left = link(left, next.name, next.right, at: next.span)?.at(next.span)
    }
    return left
  }

  private func link(_ left: Typed?, _ name: BinaryOperator, _ right: Expression, at span: SourceSpan)
    -> Typed?
  {
    switch name {
    case .and, .or:
      // Both sides are read, so that all that is wrong is said at once.
      let one = left.flatMap { asCondition($0.sealed()) }
      let two = condition(right)
      guard let one, let two else { return nil }
      return Typed(
        .binary(name == .and ? .and : .or, one.sql, two.sql), .boolean,
        isNullable: one.isNullable || two.isNullable
      ).marked(like: [one, two])
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let (one, two) = operands(left?.sealed(), right) else { return nil }
      return compare(name, one, two, at: span)
    case .contains, .notContains, .startsWith, .notStartsWith, .endsWith, .notEndsWith, .matches, .notMatches:
      guard let (one, two) = operands(left?.sealed(), right) else { return nil }
      return textTest(name, one, two, at: span)
    case .add, .subtract, .multiply, .divide, .divideWhole, .remainder:
      guard let two = raw(right), let left else { return nil }
      return calculate(name, left, two, at: span)
    }
  }

  /// Both sides; a bare unknown name beside a choice or text is told to be put in quotes.
  private func operands(_ left: Typed?, _ right: Expression) -> (Typed, Typed)? {
    if let left, isText(left.type), let name = unknownWord(right, beside: left.type) {
      _ = failure(
        QueryMessages.quotesMissing, ["name": name.text], at: name.span,
        fixes: [Diagnostic.Fix(name.span, "\"" + name.text + "\"")])
      return nil
    }
    guard let two = build(right) else { return nil }
    return left.map { ($0, two) }
  }

  private func isText(_ type: DataType) -> Bool {
    if case .reference = type { return true }
    return type.isTextual
  }

  /// A single name that is neither column nor variable.
  func unknownWord(_ expression: Expression, beside type: DataType) -> Name? {
    guard case .path(let path) = expression.kind, let name = path.single, !path.isVariable, !name.isQuoted,
      compiler.scope.variables[name.key] == nil
    else { return nil }
    let alive = (rows?.columns ?? []) + (right?.columns ?? [])
    let names = Set(alive.flatMap { $0.firstNames + $0.aliases })
    if names.contains(name.key) { return nil }
    // One of the choice's own values is never a slip in the name of a column, however near one is.
    if case .choice(let values) = type, values.contains(where: { NameKey($0) == name.key }) { return name }
    if Slips.split(name.text, isKnown: { names.contains(NameKey($0)) }) != nil { return nil }
    return Nearness.suggestions(for: name.text, among: names.map(\.description)).isEmpty ? name : nil
  }

  func calculate(_ name: BinaryOperator, _ left: Typed, _ right: Typed, at span: SourceSpan) -> Typed? {
    if left.type == .null || right.type == .null { return .null(at: span) }
    let result: Typed? =
      switch name {
      case .add: add(left, right, at: span)
      case .subtract: subtract(left, right, at: span)
      case .multiply: multiply(left, right)
      case .divide: divide(left, right)
      case .divideWhole: divideWhole(left, right)
      default: remainder(left, right)
      }
    guard var result else { return mismatch(name, left, right, at: span) }
    result.isNullable =
      left.isNullable || right.isNullable || [.divide, .divideWhole, .remainder].contains(name)
    return result.marked(like: [left, right])
  }

  private func mismatch(_ name: BinaryOperator, _ left: Typed, _ right: Typed, at span: SourceSpan) -> Typed?
  {
    let arguments = [
      "operator": name.symbol, "left": compiler.name(left.type), "right": compiler.name(right.type),
    ]
    if name == .add, left.type.isTextual || right.type.isTextual {
      return failure(QueryMessages.joinText, arguments, at: span)
    }
    return failure(QueryMessages.cannotCalculate, arguments, at: span)
  }

  private func add(_ left: Typed, _ right: Typed, at span: SourceSpan) -> Typed? {
    if let sum = sum(left, right, subtract: false) { return sum }
    if left.type.isTextual && right.type.isTextual {
      return Typed(.binary(.concatenate, left.sql, right.sql), .text)
    }
    switch (left.type, right.type) {
    case (.date, .duration), (.date, .integer): return shifted(left, right, back: false)
    case (.duration, .date), (.integer, .date): return shifted(right, left, back: false)
    case (.duration(let one), .duration(let two)) where one == two:
      return Typed.sum(left, right, subtract: false).of(left.type)
    default: return nil
    }
  }

  private func subtract(_ left: Typed, _ right: Typed, at span: SourceSpan) -> Typed? {
    if let difference = sum(left, right, subtract: true) { return difference }
    switch (left.type, right.type) {
    case (.date, .date):
      let days = SQLExpression.binary(
        .subtract, .function(.dayNumber, [left.sql]), .function(.dayNumber, [right.sql]))
      return Typed(days, .integer, magnitude: 4_000_000)
    case (.date, .duration), (.date, .integer): return shifted(left, right, back: true)
    case (.duration(let one), .duration(let two)) where one == two:
      return Typed.sum(left, right, subtract: true).of(left.type)
    default: return nil
    }
  }

  private func sum(_ left: Typed, _ right: Typed, subtract: Bool) -> Typed? {
    guard let (one, two, type) = Typed.unified(left, right) else { return nil }
    if type == .real || type == .realPercent {
      return Typed(.binary(subtract ? .subtract : .add, one.sql, two.sql), type)
    }
    return Typed.sum(one, two, subtract: subtract).of(type)
  }

  /// A date so many days or months later.
  private func shifted(_ date: Typed, _ count: Typed, back: Bool) -> Typed {
    let amount: SQLExpression
    if let negative = back ? Self.negated(count.constant) : nil {
      amount = Typed(negative, count.type, span: count.span).sql
    } else {
      amount = back ? .negative(count.sealed().sql) : count.sealed().sql
    }
    if case .duration(.months) = count.type {
      return Typed(.function(.addMonths, [date.sql, amount]), .date)
    }
    let days = SQLExpression.binary(.add, .function(.dayNumber, [date.sql]), amount)
    return Typed(.function(.dateFromNumber, [days]), .date)
  }

  private func multiply(_ left: Typed, _ right: Typed) -> Typed? {
    guard left.type.isNumeric, right.type.isNumeric else { return nil }
    guard let one = left.type.scale, let two = right.type.scale, one + two <= 18 else {
      return Typed(.binary(.multiply, left.real, right.real), .real)
    }
    let type: DataType =
      one + two == 0 && left.type == .integer && right.type == .integer
      ? .integer : .decimal(precision: 18, scale: one + two)
    return Typed.product(left, right).of(type)
  }

  /// Real division. Exact numbers are brought to one scale first, so that only the division rounds.
  private func divide(_ left: Typed, _ right: Typed) -> Typed? {
    guard left.type.isNumeric, right.type.isNumeric else { return nil }
    if let (one, two, type) = Typed.unified(left, right), type.scale != nil {
      return Typed(.binary(.divide, .cast(one.sealed().sql, .real), two.sealed().sql), .real)
    }
    return Typed(.binary(.divide, left.real, right.real), .real)
  }

  private func divideWhole(_ left: Typed, _ right: Typed) -> Typed? {
    guard let (one, two, type) = Typed.unified(left, right) else { return nil }
    if type.scale != nil {
      // The one quotient that does not fit, the least number by -1, comes out as a real too.
      var result = Typed(
        .binary(.divide, one.sealed().sql, two.sealed().sql), .integer, magnitude: one.magnitude)
      result.needsCheck = one.magnitude == nil
      return result
    }
    return Typed(.function(.quotientReal, [one.sql, two.sql]), .integer)
  }

  private func remainder(_ left: Typed, _ right: Typed) -> Typed? {
    guard let (one, two, type) = Typed.unified(left, right) else { return nil }
    if type.scale != nil {
      return Typed(.binary(.remainder, one.sealed().sql, two.sealed().sql), type, magnitude: two.magnitude)
    }
    return Typed(.function(.remainderReal, [one.sql, two.sql]), type)
  }
}

extension BinaryOperator {
  /// As it is written.
  var symbol: String {
    switch self {
    case .or: "or"
    case .and: "and"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .contains: "contains"
    case .notContains: "not contains"
    case .startsWith: "starts with"
    case .notStartsWith: "not starts with"
    case .endsWith: "ends with"
    case .notEndsWith: "not ends with"
    case .matches: "~"
    case .notMatches: "not matches"
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .divideWhole: "//"
    case .remainder: "%"
    }
  }
}

import KitModel

extension Parser {
  /// The comparison whose operator stands here.
  mutating func comparison(_ infix: InfixWord, _ left: Expression) throws(Failure) -> Expression {
    let outer = comparedWith
    comparedWith = left
    let comparison = infix == .in ? try membership(left, isNegated: false) : try rarer(infix, left)
    comparedWith = outer
    return comparison
  }

  private mutating func rarer(_ infix: InfixWord, _ left: Expression) throws(Failure) -> Expression {
    switch infix {
    case .notIn: return try membership(left, isNegated: true)
    case .between: return try between(left, isNegated: false)
    case .notBetween: return try between(left, isNegated: true)
    case .isNull, .isNotNull:
      advance()
      return whole(.isNull(left, isNegated: infix == .isNotNull), from: left)
    case .is: return try isNull(left)
    case .not: return try negated(left)
    case .starts:
      try expectWith()
      return try compared(.startsWith, left)
    case .ends:
      try expectWith()
      return try compared(.endsWith, left)
    default:
      advance()
      return try compared(infix.binaryOperator ?? .equal, left)
    }
  }

  private mutating func whole(_ kind: Expression.Kind, from left: Expression) -> Expression {
    Expression(kind, span: SourceSpan(left.span.start, previousEnd))
  }

  private mutating func compared(_ op: BinaryOperator, _ left: Expression) throws(Failure) -> Expression {
    let right = try binary(Precedence.sum)
    return whole(.binary(op, left, right), from: left)
  }

  /// `with` behind `starts` and `ends`.
  private mutating func expectWith() throws(Failure) {
    advance()
    mark(.afterOperand)
    guard key == "with" else {
      throw refuse(LanguageMessages.wordExpected, ["wordEn": "with", "word": "with"])
    }
    advance()
  }

  /// `not in`, `not between`, `not contains` …
  private mutating func negated(_ left: Expression) throws(Failure) -> Expression {
    let not = current.span
    advance()
    switch infixWord() {
    case .in: return try membership(left, isNegated: true)
    case .between: return try between(left, isNegated: true)
    case .comparison(.contains) where current.isWord:
      advance()
      return try compared(.notContains, left)
    case .comparison(.matches) where current.isWord:
      advance()
      return try compared(.notMatches, left)
    case .comparison(.startsWith):
      advance()
      return try compared(.notStartsWith, left)
    case .comparison(.endsWith):
      advance()
      return try compared(.notEndsWith, left)
    case .starts:
      try expectWith()
      return try compared(.notStartsWith, left)
    case .ends:
      try expectWith()
      return try compared(.notEndsWith, left)
    default:
      if current.isEnd { throw unfinished() }
      throw fail(LanguageMessages.negationMisplaced, ["found": shown(not)], at: not)
    }
  }

  /// `is null`, `is not null`.
  private mutating func isNull(_ left: Expression) throws(Failure) -> Expression {
    let isSpan = current.span
    advance()
    mark(.afterOperand)
    var isNegated = false
    if key.map({ InfixWord.table[$0] == .not }) ?? false {
      isNegated = true
      advance()
      mark(.afterOperand)
    }
    guard key == "null" || key == "空" else {
      throw refuse(
        LanguageMessages.isOnlyNull,
        fixes: [Diagnostic.Fix(SourceSpan(isSpan.start, previousEnd), isNegated ? "!=" : "==")])
    }
    advance()
    return whole(.isNull(left, isNegated: isNegated), from: left)
  }

  /// `between a and b`; a number in the first value ends at 到.
  private mutating func between(_ left: Expression, isNegated: Bool) throws(Failure) -> Expression {
    lexer.numbersEndAtTo = true
    rereadBehind(current.span.end)
    advance()
    let low = try binary(Precedence.sum)
    try expectAnd()
    let high = try binary(Precedence.sum)
    return whole(.between(left, low, high, isNegated: isNegated), from: left)
  }

  private mutating func membership(_ left: Expression, isNegated: Bool) throws(Failure) -> Expression {
    advance()
    mark(.relation)
    let members = at(.open) ? try membersInParentheses() : try plainMembers()
    return whole(.membership(left, members, isNegated: isNegated), from: left)
  }

  private mutating func plainMembers() throws(Failure) -> Expression.Members {
    switch current.kind {
    case .symbol(.openBracket): return .table(try table())
    case .symbol(.dollar): return .path(try variable())
    // `day in 2024秋`: a day lies in a period.
    case .literal(.period): return .list([try binary(Precedence.sum)])
    default:
      guard isName else { throw refuse(LanguageMessages.relationExpected) }
      return .path(try path())
    }
  }

  /// `(pipeline)` or `(value, value)`.
  private mutating func membersInParentheses() throws(Failure) -> Expression.Members {
    let compared = comparedWith
    let scope = try open(.ignored)
    comparedWith = compared
    if at(.close) { throw refuse(LanguageMessages.listEmpty) }
    mark(.among)
    let first = try value(atStatementStart: false)
    return try closeMembers(first, scope)
  }

  private mutating func closeMembers(_ first: ValueSyntax, _ scope: Scope) throws(Failure)
    -> Expression.Members
  {
    var elements: [Expression] = []
    switch first {
    case .pipeline(let pipeline):
      if at(.close) {
        try close(scope, .close)
        return .pipeline(pipeline)
      }
      elements = [Expression(.pipeline(pipeline), span: pipeline.span)]
    case .expression(let expression): elements = [expression]
    }
    while takeComma(before: .close) { elements.append(try expression()) }
    if isListItem {
      let place = SourceSpan(previousEnd, previousEnd)
      throw refuse(LanguageMessages.commaMissing, fixes: [Diagnostic.Fix(place, ",")])
    }
    try close(scope, .close)
    return .list(elements)
  }

  private mutating func expectAnd() throws(Failure) {
    lexer.numbersEndAtTo = false
    switch infixWord() {
    case .and, .clause(.upTo): advance()
    default: throw refuse(LanguageMessages.andMissing)
    }
  }

  private var isListItem: Bool {
    mutating get {
      switch current.kind {
      case .literal, .word, .quotedName: true
      default: false
      }
    }
  }
}

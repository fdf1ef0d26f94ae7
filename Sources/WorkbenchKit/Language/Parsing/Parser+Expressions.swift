import KitModel

/// How tightly operators bind, loosest first.
enum Precedence {
  static let or = 1
  static let and = 2
  static let not = 3
  static let comparison = 4
  static let sum = 5
  static let product = 6
}

extension Parser {
  /// A whole expression.
  mutating func expression() throws(Failure) -> Expression {
    if expressionDepth == 0 { operatorCount = 0 }
    expressionDepth += 1
    let expression = try binary(Precedence.or)
    expressionDepth -= 1
    return expression
  }

  /// Operators that bind at least as tightly as `minimum`.
  ///
  /// What waits for its right side is kept on a stack of its own: one frame for each level of nesting instead of
  /// one for each row of the grammar.
  mutating func binary(_ minimum: Int) throws(Failure) -> Expression {
    var waiting = Waiting()
    var operand = try binds(minimum) ? negation() : unary()
    while let infix = infixWord(), let precedence = infix.precedence, precedence >= minimum {
      try countOperator()
      operand = waiting.join(operand, downTo: precedence)
      if precedence == Precedence.comparison {
        if waiting.hasCompared { throw refuse(LanguageMessages.comparisonChained) }
        operand = try comparison(infix, operand)
        waiting.hasCompared = true
      } else {
        waiting.push(operand, infix, precedence)
        advance()
        operand = try binds(precedence + 1) ? negation() : unary()
      }
    }
    return waiting.join(operand, downTo: 0)
  }

  /// `not` stands here, where operators of that precedence may bind it.
  private mutating func binds(_ precedence: Int) -> Bool { precedence <= Precedence.not && negates }

  /// Left sides that wait for their right ones, the loosest operator first.
  private struct Waiting {
    private var stack: [(left: Expression, op: BinaryOperator, precedence: Int)] = []
    /// The operand that is next is a comparison already.
    var hasCompared = false

    mutating func push(_ left: Expression, _ infix: InfixWord, _ precedence: Int) {
      guard let op = infix.binaryOperator else { return }
      stack.append((left, op, precedence))
      hasCompared = false
    }

    /// Joins `right` to all that binds at least as tightly as `precedence`.
    mutating func join(_ right: Expression, downTo precedence: Int) -> Expression {
      var right = right
      while let last = stack.last, last.precedence >= precedence {
        stack.removeLast()
        right = Expression(.binary(last.op, last.left, right), span: last.left.span.joined(right.span))
      }
      return right
    }
  }

  private mutating func countOperator() throws(Failure) {
    operatorCount += 1
    guard operatorCount <= Self.operatorLimit else {
      throw fail(LanguageMessages.expressionTooLong, ["limit": String(Self.operatorLimit)], at: current.span)
    }
  }

  /// The operator or clause word where an operand has just ended; nil where none stands or the line ends what
  /// is read. A Chinese word is split here if it only begins with one.
  mutating func infixWord() -> InfixWord? {
    if current.isEnd { splitTyped() }
    mark(.afterOperand)
    let startsLine = current.lineBefore && lines != .ignored
    if startsLine, lines == .ends { return nil }
    switch current.kind {
    case .symbol(let symbol):
      guard let infix = InfixWord(symbol) else { return foreign(symbol) }
      return startsLine && (symbol == .plus || symbol == .minus) ? nil : infix
    case .word:
      if let key, let infix = InfixWord.table[key] {
        return startsLine && (!InfixWord.reserved.contains(key) || infix == .not) ? nil : infix
      }
      guard !startsLine, let (infix, _, length) = InfixWord.head(of: head) else { return nil }
      split(length: length)
      return infix
    default: return nil
    }
  }

  /// While completing: the word being typed goes on behind a word of the language (`60 且学`).
  private mutating func splitTyped() {
    guard lexer.isCompleting, current.span.end > current.span.start,
      let (_, _, length) = InfixWord.head(of: head), head.unicodeScalars.count > length
    else { return }
    split(length: length)
  }

  /// `&&`, `||`, `=>`: said, and read as what was meant.
  private mutating func foreign(_ symbol: Symbol) -> InfixWord? {
    let meant: (word: InfixWord, right: String)? =
      switch symbol {
      case .doubleAmpersand: (.and, "and")
      case .doubleBar: (.or, "or")
      case .arrow: (.comparison(.greaterOrEqual), ">=")
      case .equalLess: (.comparison(.lessOrEqual), "<=")
      default: nil
      }
    guard let meant else { return nil }
    if diagnostics.last?.span != current.span {
      report(
        LanguageMessages.operatorForeign, ["found": shown(current.span), "right": meant.right],
        at: current.span,
        fixes: [Diagnostic.Fix(current.span, spaced(meant.right))])
    }
    return meant.word
  }

  /// A word put for a sign needs blanks around it.
  private mutating func spaced(_ word: String) -> String {
    guard word.utf8.first.map({ $0 >= 97 }) == true else { return word }
    return (current.blankBefore ? "" : " ") + word + (peek().blankBefore ? "" : " ")
  }

  // MARK: Prefixes

  private var negates: Bool { mutating get { at(.bang) || isNegation } }

  private var isNegation: Bool {
    mutating get { key.map { InfixWord.table[$0] == .not } ?? false }
  }

  private mutating func negation() throws(Failure) -> Expression {
    var starts: [Int] = []
    while negates {
      try nest()
      starts.append(current.span.start)
      if at(.bang) {
        report(
          LanguageMessages.operatorForeign, ["found": "!", "right": "not"], at: current.span,
          fixes: [Diagnostic.Fix(current.span, "not ")])
      }
      advance()
    }
    var result = try binary(Precedence.comparison)
    for start in starts.reversed() {
      result = Expression(.unary(.not, result), span: SourceSpan(start, result.span.end))
    }
    depth -= starts.count
    return result
  }

  private mutating func unary() throws(Failure) -> Expression {
    at(.minus) || at(.plus) ? try signed() : try operand()
  }

  private mutating func signed() throws(Failure) -> Expression {
    var signs: [(UnaryOperator, Int)] = []
    while at(.minus) || at(.plus) {
      try nest()
      signs.append((at(.minus) ? .minus : .plus, current.span.start))
      advance()
    }
    var result = try operand()
    for (sign, start) in signs.reversed() {
      result = Expression(.unary(sign, result), span: SourceSpan(start, result.span.end))
    }
    depth -= signs.count
    return result
  }
}

extension InfixWord {
  init?(_ symbol: Symbol) {
    switch symbol {
    case .assign, .equal: self = .comparison(.equal)
    case .notEqual: self = .comparison(.notEqual)
    case .less: self = .comparison(.less)
    case .lessOrEqual: self = .comparison(.lessOrEqual)
    case .greater: self = .comparison(.greater)
    case .greaterOrEqual: self = .comparison(.greaterOrEqual)
    case .tilde: self = .comparison(.matches)
    case .plus: self = .arithmetic(.add)
    case .minus: self = .arithmetic(.subtract)
    case .times: self = .arithmetic(.multiply)
    case .divide: self = .arithmetic(.divide)
    case .divideWhole: self = .arithmetic(.divideWhole)
    case .remainder: self = .arithmetic(.remainder)
    default: return nil
    }
  }

  /// How tightly it binds; nil for clause words, which end an expression.
  var precedence: Int? {
    switch self {
    case .or: Precedence.or
    case .and: Precedence.and
    case .arithmetic(.add), .arithmetic(.subtract): Precedence.sum
    case .arithmetic: Precedence.product
    case .clause, .byOnOrder, .forIn: nil
    default: Precedence.comparison
    }
  }

  /// The operator, for those that take one operand on each side and nothing else.
  var binaryOperator: BinaryOperator? {
    switch self {
    case .or: .or
    case .and: .and
    case .arithmetic(let op), .comparison(let op): op
    default: nil
    }
  }
}

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

  /// Operators that bind at least as tightly as `minimum`, by precedence climbing: one frame for each level of
  /// nesting instead of one for each row of the grammar.
  mutating func binary(_ minimum: Int) throws(Failure) -> Expression {
    var left = minimum <= Precedence.not && negates ? try negation() : try unary()
    var hasCompared = false
    while let infix = infixWord(), let precedence = infix.precedence, precedence >= minimum {
      if precedence == Precedence.comparison {
        if hasCompared { throw refuse(LanguageMessages.comparisonChained) }
        hasCompared = true
        try countOperator()
        left = try comparison(infix, left)
        continue
      }
      guard let op = infix.binaryOperator else { break }
      try countOperator()
      advance()
      let right = try binary(precedence + 1)
      left = Expression(.binary(op, left, right), span: left.span.joined(right.span))
    }
    return left
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
        LanguageMessages.operatorForeign, ["found": shown(current), "right": meant.right], at: current.span,
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

  private var negates: Bool { current.isSymbol(.bang) || isNegation }

  private var isNegation: Bool { key.map { InfixWord.table[$0] == .not } ?? false }

  private mutating func negation() throws(Failure) -> Expression {
    var starts: [Int] = []
    while negates {
      try nest()
      starts.append(current.span.start)
      if current.isSymbol(.bang) {
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
    var signs: [(UnaryOperator, Int)] = []
    while current.isSymbol(.minus) || current.isSymbol(.plus) {
      try nest()
      signs.append((current.isSymbol(.minus) ? .minus : .plus, current.span.start))
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

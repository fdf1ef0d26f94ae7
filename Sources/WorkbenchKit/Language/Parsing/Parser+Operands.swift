import KitModel

extension Parser {
  /// A value by itself.
  mutating func operand() throws(Failure) -> Expression {
    mark(.operand)
    switch current.kind {
    case .literal(let literal):
      let span = current.span
      advance()
      return Expression(.literal(literal), span: span)
    case .quotedName: return try named()
    case .word: return try wordOperand()
    case .symbol(let symbol): return try symbolOperand(symbol)
    default: throw refuse(LanguageMessages.valueExpected)
    }
  }

  private mutating func wordOperand() throws(Failure) -> Expression {
    guard let key, InfixWord.reserved.contains(key) else { return try named() }
    let literal: Expression.Literal
    switch key {
    case "true", "是": literal = .boolean(true)
    case "false", "否": literal = .boolean(false)
    case "null", "空": literal = .null
    default: throw refuse(LanguageMessages.valueMissing)
    }
    let span = current.span
    advance()
    return Expression(.literal(literal), span: span)
  }

  /// A path, a call or `case { … }`.
  private mutating func named() throws(Failure) -> Expression {
    if callFollows {
      let call = try call()
      return Expression(.call(call), span: call.span)
    }
    if current.isWord, key == "case" || key == "分情况", peek().isSymbol(.openBrace) {
      return try cases()
    }
    let path = try path()
    return Expression(.path(path), span: path.span)
  }

  private mutating func symbolOperand(_ symbol: Symbol) throws(Failure) -> Expression {
    switch symbol {
    case .dollar:
      let path = try variable()
      return Expression(.path(path), span: path.span)
    case .open: return try parenthesized()
    case .openBracket:
      let table = try table()
      return Expression(.table(table), span: table.span)
    case .dot: throw pointFirst()
    case .times:
      throw refuse(LanguageMessages.starInCount, fixes: [Diagnostic.Fix(current.span, "")])
    default:
      throw refuse(InfixWord(symbol) == nil ? LanguageMessages.valueExpected : LanguageMessages.valueMissing)
    }
  }

  /// `.5` lacks its zero.
  private mutating func pointFirst() -> Failure {
    let point = current.span
    guard case .literal(let literal) = peek().kind, case .integer = literal, let number = ahead,
      !number.blankBefore
    else { return refuse(LanguageMessages.valueExpected) }
    let right = "0." + lexer.reader.foldedText(number.span.start, number.span.end)
    let span = point.joined(number.span)
    return fail(
      LanguageMessages.zeroMissing, ["right": right], at: span, fixes: [Diagnostic.Fix(span, right)])
  }

  /// `(value)`: a sub-pipeline, or a grouped expression.
  private mutating func parenthesized() throws(Failure) -> Expression {
    let start = current.span.start
    let scope = try open(.ignored)
    let value = try value(atStatementStart: false)
    try close(scope, .close)
    let span = SourceSpan(start, previousEnd)
    switch value {
    case .pipeline(let pipeline): return Expression(.pipeline(pipeline), span: span)
    case .expression(let expression): return Expression(expression.kind, span: span)
    }
  }

  /// A function with its arguments; its name stands here.
  mutating func call() throws(Failure) -> Call {
    let name = nameToken()
    advance()
    calls.append(CursorContext.OpenCall(name: name, pipelineCount: pipelines.count))
    let scope = try open(.ignored)
    var arguments: [Expression] = []
    while !current.isSymbol(.close), !conditionFollows(isFirst: arguments.isEmpty) {
      if current.isSymbol(.times), peek().isSymbol(.close) {
        throw refuse(LanguageMessages.starInCount, fixes: [Diagnostic.Fix(current.span, "")])
      }
      arguments.append(try expression())
      if let last = calls.indices.last { calls[last].arguments = arguments }
      guard current.isSymbol(.comma) else { break }
      advance()
    }
    var condition: Expression?
    if !current.isSymbol(.close), infixWord() == .clause(.condition) {
      advance()
      if let last = calls.indices.last { calls[last].isInCondition = true }
      condition = try expression()
    }
    guard current.isSymbol(.close) else { throw callNotClosed() }
    calls.removeLast()
    try close(scope, .close)
    return Call(
      name: name, arguments: arguments, condition: condition,
      span: SourceSpan(name.span.start, previousEnd))
  }

  /// `where` opens the condition of an aggregate without argument; before `)`, `,` or an operator it is a name.
  private mutating func conditionFollows(isFirst: Bool) -> Bool {
    guard isFirst, key == "where" || key == "条件" else { return false }
    let next = peek()
    switch next.kind {
    case .symbol(let symbol):
      return symbol == .open || symbol == .dollar || symbol == .bang
    case .word:
      let text = lexer.reader.foldedText(next.span.start, min(next.span.end, next.span.start + 24))
      let key = lexer.key(next.span)
      if key == "not" || key == "非" { return true }
      // Within a call no clause follows but `where`: a field may be called note, left or order.
      return key.flatMap { InfixWord.table[$0] }?.isOperator != true
        && InfixWord.head(of: text)?.word.isOperator != true
    case .end: return lexer.isCompleting
    default: return true
    }
  }

  private mutating func callNotClosed() -> Failure {
    switch current.kind {
    case .word, .literal, .quotedName:
      let place = SourceSpan(previousEnd, previousEnd)
      return refuse(LanguageMessages.commaMissing, fixes: [Diagnostic.Fix(place, ",")])
    default: return missing(.close)
    }
  }

  /// `case { condition: value, …, else: value }`.
  private mutating func cases() throws(Failure) -> Expression {
    let start = current.span.start
    advance()
    var hasElse = false
    let arms = try braces { (parser) throws(Failure) -> Expression.Arm in
      if hasElse { throw parser.refuse(LanguageMessages.elseLast) }
      var condition: Expression?
      if parser.isElse { parser.advance() } else { condition = try parser.expression() }
      hasElse = condition == nil
      try parser.expect(.colon)
      return Expression.Arm(condition: condition, value: try parser.expression())
    }
    return Expression(.case(arms), span: SourceSpan(start, previousEnd))
  }

  private var isElse: Bool {
    mutating get { key.map { StatementWord.table[$0] == .else } ?? false && peek().isSymbol(.colon) }
  }

  /// `[code, n; "01", 3]`.
  mutating func table() throws(Failure) -> TableLiteral {
    let start = current.span.start
    let scope = try open(.ignored)
    var columns = [try name()]
    while current.isSymbol(.comma) {
      advance()
      if current.isSymbol(.semicolon) || current.isSymbol(.closeBracket) { break }
      columns.append(try name())
    }
    var rows: [[Expression]] = []
    while current.isSymbol(.semicolon) {
      advance()
      if current.isSymbol(.closeBracket) { break }
      rows.append(try row(columns.count))
    }
    try close(scope, .closeBracket)
    return TableLiteral(columns: columns, rows: rows, span: SourceSpan(start, previousEnd))
  }

  private mutating func row(_ columns: Int) throws(Failure) -> [Expression] {
    let start = current.span.start
    var row = [try expression()]
    while current.isSymbol(.comma) {
      advance()
      if current.isSymbol(.semicolon) || current.isSymbol(.closeBracket) { break }
      row.append(try expression())
    }
    if row.count != columns {
      report(
        LanguageMessages.rowLength, ["count": String(row.count), "columns": String(columns)],
        at: SourceSpan(start, previousEnd))
    }
    return row
  }
}

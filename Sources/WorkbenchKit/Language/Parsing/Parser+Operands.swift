import KitModel

extension Parser {
  /// A value by itself.
  mutating func operand() throws(Failure) -> Expression {
    mark(.operand)
    switch current.kind {
    case .symbol(.open): return try parenthesized()
    case .symbol(let symbol): return try symbolOperand(symbol)
    case .word, .quotedName: return isName ? try named() : try reservedWord()
    case .literal(let literal): return take(literal)
    default: throw refuse(LanguageMessages.valueExpected)
    }
  }

  private mutating func take(_ literal: Expression.Literal) -> Expression {
    let span = current.span
    advance()
    return Expression(.literal(literal), span: span)
  }

  private mutating func reservedWord() throws(Failure) -> Expression {
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
    if callFollows { return try call() }
    return caseFollows ? try cases() : try pathExpression()
  }

  private var caseFollows: Bool {
    mutating get { current.isWord && (key == "case" || key == "分情况") && peek().isSymbol(.openBrace) }
  }

  mutating func pathExpression() throws(Failure) -> Expression {
    let path = try path()
    return Expression(.path(path), span: path.span)
  }

  private mutating func symbolOperand(_ symbol: Symbol) throws(Failure) -> Expression {
    switch symbol {
    case .openBracket: return try tableExpression()
    case .dollar: return try variableExpression()
    default: throw notOperand(symbol)
    }
  }

  private mutating func variableExpression() throws(Failure) -> Expression {
    let path = try variable()
    return Expression(.path(path), span: path.span)
  }

  private mutating func tableExpression() throws(Failure) -> Expression {
    let table = try table()
    return Expression(.table(table), span: table.span)
  }

  private mutating func notOperand(_ symbol: Symbol) -> Failure {
    switch symbol {
    case .dot: pointFirst()
    case .times: refuse(LanguageMessages.starInCount, fixes: [Diagnostic.Fix(current.span, "")])
    default: refuse(InfixWord(symbol) == nil ? LanguageMessages.valueExpected : LanguageMessages.valueMissing)
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
    return Self.grouped(value, span: SourceSpan(start, previousEnd))
  }

  private static func grouped(_ value: ValueSyntax, span: SourceSpan) -> Expression {
    switch value {
    case .pipeline(let pipeline): Expression(.pipeline(pipeline), span: span)
    case .expression(let expression): Expression(expression.kind, span: span)
    }
  }

  // MARK: Calls

  /// A function with its arguments; its name stands here.
  mutating func call() throws(Failure) -> Expression {
    beginCall()
    let scope = try open(.ignored)
    while try argumentFollows() { addArgument(try expression()) }
    if conditionStands() { setCondition(try expression()) }
    return try endCall(scope)
  }

  private mutating func beginCall() {
    calls.append(CursorContext.OpenCall(name: nameToken(), pipelineCount: pipelines.count))
    advance()
  }

  private mutating func addArgument(_ argument: Expression) {
    if let last = calls.indices.last { calls[last].arguments.append(argument) }
  }

  private mutating func setCondition(_ condition: Expression) {
    if let last = calls.indices.last { calls[last].condition = condition }
  }

  /// An argument stands here: the first one, or one behind a comma, which is passed.
  private mutating func argumentFollows() throws(Failure) -> Bool {
    let isFirst = calls.last?.arguments.isEmpty ?? true
    if !isFirst {
      guard at(.comma) else { return false }
      advance()
    }
    if at(.times), peek().isSymbol(.close) { throw notOperand(.times) }
    return !at(.close) && !conditionFollows(isFirst: isFirst)
  }

  /// Goes past the `where` of an aggregate.
  private mutating func conditionStands() -> Bool {
    guard !at(.close), infixWord() == .clause(.condition) else { return false }
    advance()
    if let last = calls.indices.last { calls[last].isInCondition = true }
    return true
  }

  private mutating func endCall(_ scope: Scope) throws(Failure) -> Expression {
    guard at(.close) else { throw callNotClosed() }
    let open = calls.popLast()
    let end = current.span
    try close(scope, .close)
    guard var open else { throw unfinished() }
    if open.condition == nil { open.condition = try conditionBehind(open, end) }
    let span = SourceSpan(open.name.span.start, previousEnd)
    let call = Call(name: open.name, arguments: open.arguments, condition: open.condition, span: span)
    return Expression(.call(call), span: span)
  }

  /// `count() where x`: the condition stands inside the parentheses, and is read on as if it did. Within another
  /// call it may be the outer one's.
  private mutating func conditionBehind(_ call: CursorContext.OpenCall, _ end: SourceSpan) throws(Failure)
    -> Expression?
  {
    if let outer = calls.last, outer.pipelineCount == call.pipelineCount { return nil }
    guard !current.lineBefore, infixWord() == .clause(.condition) else { return nil }
    let word = current.span
    advance()
    let condition = try expression()
    let behind = lexer.reader.slice(word.start, previousEnd)
    report(
      LanguageMessages.conditionOutside, ["found": lexer.reader.slice(word.start, word.end)], at: word,
      fixes: [
        Diagnostic.Fix(
          SourceSpan(end.start, previousEnd), (call.arguments.isEmpty ? "" : " ") + behind + ")")
      ])
    return condition
  }

  /// `where` opens the condition of an aggregate without argument; before `)`, `,` or an operator it is a name.
  private mutating func conditionFollows(isFirst: Bool) -> Bool {
    guard isFirst, key == "where" || key == "条件" else { return false }
    let next = peek()
    switch next.kind {
    case .symbol(let symbol):
      return symbol == .open || symbol == .dollar || symbol == .bang
    case .word:
      let key = lexer.key(next.span)
      let infix = key.flatMap { InfixWord.table[$0] } ?? InfixWord.head(of: lexer.head(next.span))?.word
      // Within a call no clause follows but `where`: a field may be called note, left or order.
      return infix == nil || infix == .not || !(infix?.isOperator ?? false) && infix != .clause(.condition)
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
    let scope = try openBraces()
    var arms = [try arm(behind: nil)]
    while try takeSeparator() { arms.append(try arm(behind: arms.last)) }
    try close(scope, .closeBrace)
    return Expression(.case(arms), span: SourceSpan(start, previousEnd))
  }

  private mutating func arm(behind last: Expression.Arm?) throws(Failure) -> Expression.Arm {
    if let last, last.condition == nil { throw refuse(LanguageMessages.elseLast) }
    var condition: Expression?
    if isElse { advance() } else { condition = try expression() }
    try expect(.colon)
    return Expression.Arm(condition: condition, value: try expression())
  }

  private var isElse: Bool {
    mutating get { key.map { StatementWord.table[$0] == .else } ?? false && peek().isSymbol(.colon) }
  }

  /// `[code, n; "01", 3]`.
  mutating func table() throws(Failure) -> TableLiteral {
    let start = current.span.start
    let scope = try open(.ignored)
    var columns = [try name()]
    while at(.comma) {
      advance()
      if at(.semicolon) || at(.closeBracket) { break }
      columns.append(try name())
    }
    var rows: [[Expression]] = []
    while at(.semicolon) {
      advance()
      if at(.closeBracket) { break }
      rows.append(try row(columns.count))
    }
    try close(scope, .closeBracket)
    return TableLiteral(columns: columns, rows: rows, span: SourceSpan(start, previousEnd))
  }

  private mutating func row(_ columns: Int) throws(Failure) -> [Expression] {
    let start = current.span.start
    var row = [try expression()]
    while at(.comma) {
      advance()
      if at(.semicolon) || at(.closeBracket) { break }
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

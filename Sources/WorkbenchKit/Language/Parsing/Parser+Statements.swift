import KitModel

extension Parser {
  /// Statements up to the end of the text, or to the `}` of their block.
  mutating func statements(inBlock: Bool) -> [Statement] {
    var statements: [Statement] = []
    var allowsParameters = !inBlock
    while true {
      while at(.semicolon) { advance() }
      mark(.statementStart)
      if current.isEnd { break }
      if at(.closeBrace) {
        if inBlock { break }
        report(LanguageMessages.braceUnmatched, ["found": "}"], at: current.span)
        advance()
        continue
      }
      let mark = mark()
      let start = current.span.start
      do throws(Failure) {
        let statement = try statement(allowsParameters: allowsParameters)
        try endStatement(statement)
        statements.append(statement)
        allowsParameters = allowsParameters && statement.isDeclaration
      } catch {
        skipStatement(mark, startedAt: start)
      }
    }
    return statements
  }

  private mutating func statement(allowsParameters: Bool) throws(Failure) -> Statement {
    let start = current.span.start
    let kind: Statement.Kind
    if let word = statementWord() {
      kind = try self.kind(word, allowsParameters: allowsParameters)
    } else if at(.pipe), mode == .prompt {
      kind = .continuation(try continuation())
    } else if at(.pipe) {
      throw refuse(LanguageMessages.pipeAtStart)
    } else if isName, peek().isSymbol(.assign), !peek().lineBefore {
      throw letMissing()
    } else {
      kind = .value(try value(atStatementStart: true))
    }
    return Statement(kind, span: SourceSpan(start, previousEnd))
  }

  /// The statement word that stands here, unless what follows makes it a name.
  private mutating func statementWord() -> StatementWord? {
    guard let key, let word = StatementWord.table[key] else { return nil }
    let next = peek()
    if next.isEnd && !lexer.isCompleting || next.lineBefore { return nil }
    switch next.kind {
    case .symbol(.pipe), .symbol(.semicolon), .symbol(.closeBrace), .symbol(.assign): return nil
    case .symbol(.dot) where !next.blankBefore: return nil
    default: return word
    }
  }

  private mutating func kind(_ word: StatementWord, allowsParameters: Bool) throws(Failure)
    -> Statement.Kind
  {
    let keyword = current.span
    if word == .help {
      rereadBehind(current.span.end)
      let onOperator = operatorWord()
      return .help([onOperator].compactMap { $0 } + (try arguments(of: nil)))
    }
    advance()
    switch word {
    case .let: return try letStatement()
    case .param:
      if !allowsParameters { report(LanguageMessages.paramMisplaced, at: keyword) }
      return .param(try parameter())
    case .for: return try forStatement()
    case .if: return try ifStatement()
    case .check: return .check(try test())
    case .print: return try print()
    case .else, .help:
      throw fail(LanguageMessages.elseAlone, ["found": shown(keyword)], at: keyword)
    }
  }

  private mutating func letStatement() throws(Failure) -> Statement.Kind {
    let name = try name()
    try expect(.assign)
    return .let(name, try value(atStatementStart: false))
  }

  private mutating func print() throws(Failure) -> Statement.Kind {
    var values = [try expression()]
    while try takeComma() { values.append(try expression()) }
    return .print(values)
  }

  private mutating func letMissing() -> Failure {
    let isChinese = lexer.reader.raw(current.span.start).map { !$0.scalar.isASCII } ?? false
    let place = SourceSpan(current.span.start, current.span.start)
    return fail(
      LanguageMessages.letMissing, ["name": shown(current.span)], at: current.span,
      fixes: [Diagnostic.Fix(place, isChinese ? "设 " : "let ")])
  }

  private mutating func parameter() throws(Failure) -> Statement.Parameter {
    let name = try name()
    var type: Statement.TypeSyntax?
    var defaultValue: Expression?
    if at(.colon) {
      advance()
      type = try typeSyntax()
    }
    if at(.assign), !lineEnds {
      advance()
      defaultValue = try expression()
    }
    var help: String?
    if case .literal(.string(let text)) = current.kind, !lineEnds {
      help = text
      advance()
    }
    return Statement.Parameter(name: name, type: type, defaultValue: defaultValue, help: help)
  }

  private mutating func typeSyntax() throws(Failure) -> Statement.TypeSyntax {
    mark(.typeName)
    guard isName else { throw refuse(LanguageMessages.typeExpected) }
    let name = try name()
    var arguments: [Expression] = []
    if at(.open), !lineEnds {
      let scope = try open(.ignored)
      while !at(.close) {
        arguments.append(try expression())
        if !takeComma(before: .close) { break }
      }
      try close(scope, .close)
    }
    return Statement.TypeSyntax(
      name: name, arguments: arguments, span: SourceSpan(name.span.start, previousEnd))
  }

  private mutating func forStatement() throws(Failure) -> Statement.Kind {
    let name = try name()
    switch infixWord() {
    case .in, .forIn: advance()
    default: throw refuse(LanguageMessages.wordExpected, ["wordEn": "in", "word": "取自"])
    }
    let source = try value(atStatementStart: false)
    if case .expression(let expression) = source { _ = try relation(from: expression) }
    return .for(name, in: source, try block())
  }

  private mutating func ifStatement() throws(Failure) -> Statement.Kind {
    let condition = try expression()
    let then = try block()
    guard key.map({ StatementWord.table[$0] == .else }) ?? false, !current.lineBefore else {
      return .if(condition, then: then, else: nil)
    }
    advance()
    if let key, StatementWord.table[key] == .if {
      let start = current.span.start
      try nest()
      advance()
      let nested = try ifStatement()
      depth -= 1
      return .if(
        condition, then: then,
        else: Script([Statement(nested, span: SourceSpan(start, previousEnd))]))
    }
    return .if(condition, then: then, else: try block())
  }

  private mutating func block() throws(Failure) -> Script {
    guard at(.openBrace) else { throw refuse(LanguageMessages.blockExpected) }
    let scope = try open(.ends)
    let outer = (pipelines, calls, expressionDepth)
    (pipelines, calls, expressionDepth) = ([], [], 0)
    let statements = statements(inBlock: true)
    (pipelines, calls, expressionDepth) = outer
    try close(scope, .closeBrace)
    return Script(statements)
  }
}

extension Statement {
  /// What may stand before parameters.
  fileprivate var isDeclaration: Bool {
    switch kind {
    case .let, .param: true
    default: false
    }
  }
}

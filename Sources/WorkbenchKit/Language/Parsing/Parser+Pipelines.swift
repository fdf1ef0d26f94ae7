import KitModel

extension Parser {
  /// A pipeline or an expression; section 4 says which. A name that begins it may be a command.
  mutating func value(atStatementStart: Bool) throws(Failure) -> ValueSyntax {
    mark(.value)
    markBehindName()
    let start = current.span.start
    if isName,
      lexer.commandFollows(current.span.end, atStatementStart: atStatementStart)
        || atStatementStart && isCommandOfRows && lexer.rowsFollow(current.span.end)
    {
      return try commandPipeline(start)
    }
    let expression = try expression()
    guard at(.pipe) else { return .expression(expression) }
    return try pipeline(from: .relation(try relation(from: expression)), start)
  }

  /// `edit (school | …)`: no function is called so, and rows are the first that the command takes.
  private var isCommandOfRows: Bool {
    lexer.key(current.span).map { Words.commandsOfRows.contains($0) } ?? false
  }

  private mutating func commandPipeline(_ start: Int) throws(Failure) -> ValueSyntax {
    pipelines.append(CursorContext.OpenPipeline())
    let command = try command()
    pipelines.removeLast()
    return try pipeline(from: .command(command), start)
  }

  private mutating func pipeline(from source: Source, _ start: Int) throws(Failure) -> ValueSyntax {
    pipelines.append(CursorContext.OpenPipeline(source: source))
    try stages()
    return endPipeline(source, start)
  }

  private mutating func endPipeline(_ source: Source, _ start: Int) -> ValueSyntax {
    let stages = pipelines.popLast()?.stages ?? []
    return .pipeline(Pipeline(source: source, stages: stages, span: SourceSpan(start, previousEnd)))
  }

  /// Stages that go on from the last result.
  mutating func continuation() throws(Failure) -> [Stage] {
    pipelines.append(CursorContext.OpenPipeline())
    try stages()
    return pipelines.popLast()?.stages ?? []
  }

  /// The stages of the innermost open pipeline.
  private mutating func stages() throws(Failure) {
    while at(.pipe) {
      try takePipe()
      if lexer.isCompleting { try tolerantStage() } else { try stage() }
    }
  }

  private mutating func takePipe() throws(Failure) {
    if let count = pipelines.last?.stages.count, count >= Self.stageLimit {
      throw fail(LanguageMessages.pipelineTooLong, ["limit": String(Self.stageLimit)], at: current.span)
    }
    advance()
  }

  /// While completing, a stage before the cursor may be wrong without hiding the stages behind it.
  private mutating func tolerantStage() throws(Failure) {
    let mark = mark()
    do throws(Failure) { try stage() } catch {
      guard found == nil, skipStage(mark) else { throw error }
      if let last = pipelines.indices.last { pipelines[last].stage = nil }
    }
  }

  /// Passes over a stage to the next `|` outside its brackets.
  private mutating func skipStage(_ mark: Mark) -> Bool {
    var open = max(0, openBrackets - mark.brackets)
    restore(mark)
    while !current.isEnd {
      switch current.kind {
      case .symbol(.pipe) where open == 0:
        openBrackets = mark.brackets
        return true
      case .symbol(.open), .symbol(.openBracket), .symbol(.openBrace): open += 1
      case .symbol(.close), .symbol(.closeBracket), .symbol(.closeBrace): open = max(0, open - 1)
      default: break
      }
      advance()
    }
    return false
  }

  /// An expression that stands before `|` is the source of rows.
  mutating func relation(from expression: Expression) throws(Failure) -> Relation {
    switch expression.kind {
    case .path(let path): return Relation(.path(path), span: expression.span)
    case .call(let call): return Relation(.call(call), span: expression.span)
    case .table(let table): return Relation(.table(table), span: expression.span)
    case .pipeline(let pipeline): return Relation(.pipeline(pipeline), span: expression.span)
    default:
      let text = lexer.reader.slice(expression.span.start, expression.span.end)
      throw fail(
        LanguageMessages.sourceNotRelation, ["text": String(text.prefix(60))], at: expression.span)
    }
  }

  /// A relation behind join, union and the like.
  mutating func relation() throws(Failure) -> Relation {
    mark(.relation)
    return at(.open) ? try relationInParentheses() : try plainRelation()
  }

  private mutating func relationInParentheses() throws(Failure) -> Relation {
    let start = current.span.start
    let scope = try open(.ignored)
    let value = try value(atStatementStart: false)
    try close(scope, .close)
    return try relation(from: value, span: SourceSpan(start, previousEnd))
  }

  private mutating func relation(from value: ValueSyntax, span: SourceSpan) throws(Failure) -> Relation {
    switch value {
    case .pipeline(let pipeline): Relation(.pipeline(pipeline), span: span)
    case .expression(let expression): Relation(try relation(from: expression).kind, span: span)
    }
  }

  private mutating func plainRelation() throws(Failure) -> Relation {
    let expression: Expression
    switch current.kind {
    case .symbol(.openBracket), .symbol(.dollar): expression = try operand()
    default:
      guard isName else { throw refuse(LanguageMessages.relationExpected) }
      expression = callFollows ? try call() : try pathExpression()
    }
    return try relation(from: expression)
  }
}

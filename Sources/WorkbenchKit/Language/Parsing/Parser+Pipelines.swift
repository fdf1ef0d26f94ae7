import KitModel

extension Parser {
  /// A pipeline or an expression; section 4 says which. A name that begins it may be a command.
  mutating func value(atStatementStart: Bool) throws(Failure) -> ValueSyntax {
    mark(.value)
    markBehindName()
    let start = current.span.start
    pipelines.append(CursorContext.OpenPipeline())
    let source: Source
    if isName, lexer.commandFollows(current.span.end, atStatementStart: atStatementStart) {
      source = .command(try command())
    } else {
      // Not yet a pipeline: columns of an outer stage are still those that are alive.
      let own = pipelines.removeLast()
      let expression = try expression()
      guard current.isSymbol(.pipe) else { return .expression(expression) }
      pipelines.append(own)
      source = .relation(try relation(from: expression))
    }
    setSource(source)
    let stages = try stages()
    return .pipeline(Pipeline(source: source, stages: stages, span: SourceSpan(start, previousEnd)))
  }

  /// Stages that go on from the last result.
  mutating func continuation() throws(Failure) -> [Stage] {
    pipelines.append(CursorContext.OpenPipeline())
    return try stages()
  }

  private mutating func setSource(_ source: Source) {
    if let last = pipelines.indices.last { pipelines[last].source = source }
  }

  /// The stages of the innermost open pipeline, which ends with them.
  private mutating func stages() throws(Failure) -> [Stage] {
    while current.isSymbol(.pipe) {
      if let count = pipelines.last?.stages.count, count >= Self.stageLimit {
        throw fail(LanguageMessages.pipelineTooLong, ["limit": String(Self.stageLimit)], at: current.span)
      }
      advance()
      let mark = mark()
      do throws(Failure) {
        let stage = try stage()
        if let last = pipelines.indices.last {
          pipelines[last].stages.append(stage)
          pipelines[last].stage = nil
        }
      } catch {
        // While completing, a stage before the cursor may be wrong without hiding the stages behind it.
        guard lexer.isCompleting, found == nil, skipStage(mark) else { throw error }
      }
    }
    let ended = pipelines.popLast()
    return ended?.stages ?? []
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
    let start = current.span.start
    switch current.kind {
    case .symbol(.openBracket):
      let table = try table()
      return Relation(.table(table), span: table.span)
    case .symbol(.dollar):
      let path = try variable()
      return Relation(.path(path), span: path.span)
    case .symbol(.open):
      let scope = try open(.ignored)
      let value = try value(atStatementStart: false)
      try close(scope, .close)
      let span = SourceSpan(start, previousEnd)
      switch value {
      case .pipeline(let pipeline): return Relation(.pipeline(pipeline), span: span)
      case .expression(let expression): return Relation(try relation(from: expression).kind, span: span)
      }
    default:
      guard isName else { throw refuse(LanguageMessages.relationExpected) }
      if callFollows {
        let call = try call()
        return Relation(.call(call), span: call.span)
      }
      let path = try path()
      return Relation(.path(path), span: path.span)
    }
  }
}

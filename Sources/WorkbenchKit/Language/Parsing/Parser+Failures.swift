import KitModel

extension Parser {
  /// Records a diagnostic and gives the failure to throw.
  mutating func fail(
    _ message: @autoclosure () -> Message, _ arguments: [String: String] = [:], at span: SourceSpan,
    fixes: [Diagnostic.Fix] = []
  ) -> Failure {
    report(message(), arguments, at: span, fixes: fixes)
    return Failure()
  }

  /// Records a diagnostic; the parser can go on.
  mutating func report(
    _ message: @autoclosure () -> Message, _ arguments: [String: String] = [:], at span: SourceSpan,
    fixes: [Diagnostic.Fix] = []
  ) {
    diagnostics.append(Diagnostic(message(), arguments, at: span, fixes: fixes))
  }

  /// What stands here cannot stand here: `message` says what should, unless the text has ended or the token
  /// itself is at fault.
  mutating func refuse(
    _ message: @autoclosure () -> Message, _ arguments: [String: String] = [:], fixes: [Diagnostic.Fix] = []
  )
    -> Failure
  {
    switch current.kind {
    case .end: return unfinished()
    case .invalid(let diagnostic):
      diagnostics.append(diagnostic)
      return Failure()
    default:
      var arguments = arguments
      arguments["found"] = shown(current.span)
      return fail(message(), arguments, at: current.span, fixes: fixes)
    }
  }

  /// The text ends where more must come.
  mutating func unfinished() -> Failure {
    if !isUnfinished { report(LanguageMessages.unfinished, at: current.span) }
    isUnfinished = true
    return Failure()
  }

  /// A sign is missing here.
  mutating func missing(_ symbol: Symbol) -> Failure {
    let place = SourceSpan(previousEnd, previousEnd)
    return refuse(
      LanguageMessages.symbolExpected, ["symbol": symbol.rawValue],
      fixes: [Diagnostic.Fix(place, symbol == .assign ? " =" : symbol.rawValue)])
  }

  /// A clause that the stage needs is missing here.
  mutating func missing(_ clause: ClauseWord, of stage: StageWord) -> Failure {
    let usage = stage.word?.usage
    return refuse(
      LanguageMessages.clauseExpected,
      [
        "wordEn": clause.rawValue, "word": clause.word?.chinese ?? clause.rawValue,
        "usage": usage?.zh ?? "", "usageEn": usage?.en ?? "",
      ])
  }

  mutating func expect(_ symbol: Symbol) throws(Failure) {
    guard at(symbol) else { throw missing(symbol) }
    advance()
  }

  // MARK: Recovery

  /// Where a statement began: what is restored when it fails.
  struct Mark {
    let lines: LineRule
    let depth: Int
    let brackets: Int
    let pipelines: Int
    let calls: Int
    let expressionDepth: Int
    let comparedWith: Expression?
  }

  mutating func mark() -> Mark {
    Mark(
      lines: lines, depth: depth, brackets: openBrackets, pipelines: pipelines.count, calls: calls.count,
      expressionDepth: expressionDepth, comparedWith: comparedWith)
  }

  mutating func restore(_ mark: Mark) {
    lines = mark.lines
    depth = mark.depth
    lexer.numbersEndAtTo = false
    pipelines.removeLast(max(0, pipelines.count - mark.pipelines))
    calls.removeLast(max(0, calls.count - mark.calls))
    expressionDepth = mark.expressionDepth
    comparedWith = mark.comparedWith
  }

  /// Passes over the rest of a statement that failed: to the line end or semicolon outside its brackets, or to a
  /// line that begins with a statement word.
  mutating func skipStatement(_ mark: Mark, startedAt start: Int) {
    restore(mark)
    var open = max(0, openBrackets - mark.brackets)
    // A token that could not go on from the line before belongs to what failed.
    let failed = beginsStatement ? start : current.span.start
    while !current.isEnd {
      let isFirst = current.span.start <= start
      switch current.kind {
      case .symbol(.open), .symbol(.openBracket), .symbol(.openBrace): open += 1
      case .symbol(.closeBrace) where open == 0 && mark.brackets > 0 && !isFirst:
        openBrackets = mark.brackets
        return
      case .symbol(.close), .symbol(.closeBracket), .symbol(.closeBrace): open = max(0, open - 1)
      case .symbol(.semicolon) where open == 0 && !isFirst:
        openBrackets = mark.brackets
        return
      default:
        if current.lineBefore, current.span.start > max(start, failed), open == 0 || beginsStatement,
          !at(.pipe)
        {
          openBrackets = mark.brackets
          return
        }
      }
      advance()
    }
    openBrackets = mark.brackets
  }

  private var beginsStatement: Bool {
    mutating get { key.map { StatementWord.table[$0] != nil } ?? false }
  }
}

import KitModel

/// What stands behind a statement or stage that could end: its end, or a slip with its answer.
extension Parser {
  /// A statement has been read; what follows must end it.
  mutating func endStatement(_ statement: Statement) throws(Failure) {
    if at(.semicolon) {
      advance()
      return
    }
    if current.isEnd || at(.closeBrace) { return }
    if current.lineBefore, !at(.pipe) { return }
    if at(.pipe) { throw pipeBehind(statement) }
    if let name = statement.loneName, clauseHere() != nil {
      // The whole argument goes into the quotes: `每月.xlsx`, not 每 alone.
      var arguments = lexer
      arguments.position = current.span.start
      let word = arguments.bareWord(untilAssignment: false).span
      let quoted = Diagnostic.Fix(word, "\"" + lexer.reader.slice(word.start, word.end) + "\"")
      throw refuse(LanguageMessages.argumentIsWord, ["name": name.text], fixes: [quoted])
    }
    throw stray(stage: nil, isList: statement.isList)
  }

  /// What stands here goes on from nothing.
  mutating func stray(stage: StageWord?, isList: Bool) -> Failure {
    if at(.comma) {
      let comma = current.span
      if !peek().lineBefore, let stage = stageWord(peek()) {
        return fail(
          LanguageMessages.pipeMissing, ["found": stage], at: comma,
          fixes: [Diagnostic.Fix(comma, peek().blankBefore ? " |" : " | ")])
      }
    }
    if let found = stageWord(current) {
      let place = SourceSpan(current.span.start, current.span.start)
      return refuse(LanguageMessages.pipeMissing, ["found": found], fixes: [Diagnostic.Fix(place, "| ")])
    }
    if let stage, let clause = clauseHere() {
      return refuse(
        LanguageMessages.clauseMisplaced,
        [
          "stage": shownStage(stage), "found": clause, "usage": stage.word?.usage?.zh ?? "",
          "usageEn": stage.word?.usage?.en ?? "",
        ])
    }
    if isList, beginsItem {
      let place = SourceSpan(previousEnd, previousEnd)
      return refuse(LanguageMessages.commaMissing, fixes: [Diagnostic.Fix(place, ",")])
    }
    return refuse(LanguageMessages.unexpected)
  }

  /// The stage word that a token is or, in Chinese, begins with.
  private mutating func stageWord(_ token: Token) -> String? {
    guard token.isWord else { return nil }
    if let key = lexer.key(token.span), StageWord.table[key] != nil { return shown(token.span) }
    let text = lexer.head(token.span)
    return StageWord.head(of: text).map { String(text.unicodeScalars.prefix($0.length)) }
  }

  private mutating func clauseHere() -> String? {
    switch infixWord() {
    case .clause, .byOnOrder, .forIn: shown(current.span)
    default: nil
    }
  }

  /// What stands here could be one more item of a list.
  private var beginsItem: Bool {
    mutating get {
      switch current.kind {
      case .word, .quotedName, .literal: true
      case .symbol(let symbol): symbol == .minus || symbol == .dollar || symbol == .open || symbol == .plus
      default: false
      }
    }
  }

  mutating func shownStage(_ stage: StageWord) -> String {
    pipelines.last?.keyword.map { lexer.reader.slice($0.start, $0.end) } ?? stage.rawValue
  }

  /// `print school | count`: the query needs parentheses.
  private mutating func pipeBehind(_ statement: Statement) -> Failure {
    guard let start = statement.lastExpression?.span.start else {
      return refuse(LanguageMessages.pipeAtStart)
    }
    let pipe = current.span
    // The query goes on to the end of its statement, and the parenthesis with it.
    while !current.isEnd, !at(.semicolon), !at(.closeBrace) {
      advance()
      if current.lineBefore, !at(.pipe) { break }
    }
    let close = SourceSpan(previousEnd, previousEnd)
    let query = lexer.reader.slice(start, previousEnd)
    return fail(
      LanguageMessages.parenthesesMissing, at: pipe,
      fixes: [Diagnostic.Fix(SourceSpan(start, close.end), "(" + query + ")")])
  }
}

extension Statement {
  /// Its items are separated by commas.
  fileprivate var isList: Bool {
    if case .print = kind { true } else { false }
  }

  /// It is one name and nothing else: perhaps a command whose argument was taken for a clause.
  fileprivate var loneName: Name? {
    guard case .value(.expression(let expression)) = kind, case .path(let path) = expression.kind else {
      return nil
    }
    return path.isVariable ? nil : path.single
  }

  /// The expression at its end, which a pipe behind it would go on from.
  fileprivate var lastExpression: Expression? {
    switch kind {
    case .print(let expressions): expressions.last
    case .check(let test): test.message ?? test.condition
    case .param(let parameter): parameter.defaultValue
    default: nil
    }
  }
}

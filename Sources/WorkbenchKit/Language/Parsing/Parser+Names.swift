import KitModel

extension Parser {
  /// A word that is not reserved, or a quoted name, stands here.
  var isName: Bool {
    mutating get {
      switch current.kind {
      case .quotedName: true
      case .word: !isReserved
      default: false
      }
    }
  }

  var isReserved: Bool {
    mutating get { key.map { InfixWord.reserved.contains($0) } ?? false }
  }

  /// A `(` behind the name that stands here, on its line.
  var callFollows: Bool {
    mutating get {
      let next = peek()
      return next.isSymbol(.open) && (!next.lineBefore || lines == .ignored)
    }
  }

  /// The name that stands here, whatever word it is.
  mutating func nameToken() -> Name {
    if case .quotedName(let text) = current.kind { return Name(text, isQuoted: true, span: current.span) }
    return Name(lexer.reader.foldedText(current.span.start, current.span.end), span: current.span)
  }

  /// A name that is made up here: left of `=`, behind `as`, `let`.
  mutating func name() throws(Failure) -> Name {
    mark(.newName)
    guard isName else { throw notName() }
    let name = nameToken()
    advance()
    return name
  }

  /// What stands here is no name; the fix puts it in backquotes when it could be one.
  mutating func notName() -> Failure {
    switch current.kind {
    case .word:
      return refuse(LanguageMessages.nameReserved, fixes: [backquoted(shown(current.span), current.span)])
    case .literal(let literal): return notName(literal, at: current.span)
    default: return refuse(LanguageMessages.nameExpected)
    }
  }

  /// A value stands where a name should.
  mutating func notName(_ literal: Expression.Literal, at span: SourceSpan) -> Failure {
    let typed = lexer.reader.slice(span.start, span.end)
    switch literal {
    case .string(let text):
      let fixes = text.isEmpty || text.contains("`") ? [] : [backquoted(text, span)]
      return fail(LanguageMessages.nameExpected, ["found": shown(span)], at: span, fixes: fixes)
    case .boolean, .null:
      return fail(LanguageMessages.nameReserved, ["found": typed], at: span, fixes: [backquoted(typed, span)])
    default:
      return fail(
        LanguageMessages.nameLooksLikeValue, ["found": typed], at: span, fixes: [backquoted(typed, span)])
    }
  }

  private func backquoted(_ text: String, _ span: SourceSpan) -> Diagnostic.Fix {
    Diagnostic.Fix(span, "`" + text + "`")
  }

  /// `a.b.c`, without blanks around the points; a column, a relation or a field reached over references.
  mutating func path() throws(Failure) -> Path {
    mark(.column)
    guard isName else { throw notName() }
    let start = current.span.start
    return try path(from: start, isVariable: false)
  }

  /// `$term`, `$z.name`.
  mutating func variable() throws(Failure) -> Path {
    let start = current.span.start
    advance()
    mark(.variable)
    readAsName()
    guard current.isWord || isName, !current.blankBefore else { throw notName() }
    return try path(from: start, isVariable: true)
  }

  private mutating func path(from start: Int, isVariable: Bool) throws(Failure) -> Path {
    var names = [nameToken()]
    advance()
    while at(.dot), !current.blankBefore {
      advance()
      readAsName()
      mark(.member(names))
      guard current.isWord || isName, !current.blankBefore else { throw notName() }
      names.append(nameToken())
      advance()
    }
    return Path(names, isVariable: isVariable, span: SourceSpan(start, previousEnd))
  }

  /// Behind `.` and `$` a word that begins with a digit is a name: `left.2023春`.
  private mutating func readAsName() {
    guard case .literal(let literal) = current.kind, !current.blankBefore else { return }
    if case .string = literal { return }
    let start = current.span.start
    current.kind = .word
    current.span = SourceSpan(start, lexer.runEnd(from: start))
    rereadBehind(current.span.end)
  }

  /// Paths separated by commas.
  mutating func paths() throws(Failure) -> [Path] {
    var paths = [try path()]
    while try takeComma() { paths.append(try path()) }
    return paths
  }

  // MARK: Lists

  /// Goes past a comma between the elements of a list that no bracket closes.
  mutating func takeComma() throws(Failure) -> Bool {
    guard at(.comma), !lineEnds else { return false }
    switch peek().kind {
    case .symbol(.pipe), .symbol(.semicolon), .symbol(.closeBrace):
      let comma = current.span
      throw fail(LanguageMessages.trailingComma, at: comma, fixes: [Diagnostic.Fix(comma, "")])
    default:
      let comma = current.span
      advance()
      try refuseStage(behind: comma)
      return true
    }
  }

  /// `select a，筛选 b > 1`: a stage and what it takes stand where an item should; the comma is meant as `|`.
  private mutating func refuseStage(behind comma: SourceSpan) throws(Failure) {
    guard let key, StageWord.table[key] != nil else { return }
    let next = peek()
    switch next.kind {
    case .word where !InfixWord.begins(lexer.key(next.span), prefix: lexer.head(next.span)), .literal,
      .quotedName:
      if next.lineBefore { return }
      throw refuse(
        LanguageMessages.pipeMissing,
        fixes: [Diagnostic.Fix(comma, current.blankBefore ? " |" : " | ")])
    default: return
    }
  }

  /// Goes past a comma between the elements of a list that a bracket closes; one more may stand before it.
  mutating func takeComma(before end: Symbol) -> Bool {
    guard at(.comma) else { return false }
    advance()
    return !at(end)
  }

  /// Goes past a comma, a semicolon or a line end between the elements of braces; one more may stand before the
  /// closing one.
  mutating func takeSeparator() throws(Failure) -> Bool {
    if at(.comma) || at(.semicolon) {
      advance()
    } else if !current.lineBefore, !at(.closeBrace) {
      throw current.isWord || at(.open) ? missing(.comma) : missing(.closeBrace)
    }
    return !at(.closeBrace)
  }

  /// Goes past the `{` of group, pivot, prior and case.
  mutating func openBraces() throws(Failure) -> Scope {
    guard at(.openBrace) else { throw missing(.openBrace) }
    return try open(.separates)
  }
}

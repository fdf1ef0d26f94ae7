import KitModel

extension Parser {
  /// A word that is not reserved, or a quoted name, stands here.
  var isName: Bool {
    switch current.kind {
    case .quotedName: true
    case .word: !isReserved
    default: false
    }
  }

  var isReserved: Bool { key.map { InfixWord.reserved.contains($0) } ?? false }

  /// A `(` behind the name that stands here, on its line.
  var callFollows: Bool {
    mutating get {
      let next = peek()
      return next.isSymbol(.open) && (!next.lineBefore || lines == .ignored)
    }
  }

  /// The name that stands here, whatever word it is.
  func nameToken() -> Name {
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
    let text = lexer.reader.slice(current.span.start, current.span.end)
    let quoted = [Diagnostic.Fix(current.span, "`" + text + "`")]
    switch current.kind {
    case .word: return refuse(LanguageMessages.nameReserved, fixes: quoted)
    case .literal(.string(let text)) where !text.isEmpty && !text.contains("`"):
      return refuse(
        LanguageMessages.nameExpected, fixes: [Diagnostic.Fix(current.span, "`" + text + "`")])
    case .literal: return refuse(LanguageMessages.nameLooksLikeValue, fixes: quoted)
    default: return refuse(LanguageMessages.nameExpected)
    }
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
    while current.isSymbol(.dot), !current.blankBefore {
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
    try list { (parser) throws(Failure) in try parser.path() }
  }

  // MARK: Lists

  /// One or more elements separated by commas.
  mutating func list<Element>(
    _ element: (inout Parser) throws(Failure) -> Element
  ) throws(Failure) -> [Element] {
    var elements = [try element(&self)]
    while current.isSymbol(.comma), !lineEnds {
      let comma = current
      if behindComma() {
        throw fail(
          LanguageMessages.trailingComma, at: comma.span, fixes: [Diagnostic.Fix(comma.span, "")])
      }
      advance()
      elements.append(try element(&self))
    }
    return elements
  }

  /// A `|` or an end follows the comma: it is one too many.
  private mutating func behindComma() -> Bool {
    switch peek().kind {
    case .symbol(.pipe), .symbol(.semicolon), .symbol(.closeBrace): true
    default: false
    }
  }

  /// Elements separated by commas up to a closing bracket, before which one comma more may stand.
  mutating func list<Element>(
    until end: Symbol, _ element: (inout Parser) throws(Failure) -> Element
  ) throws(Failure) -> [Element] {
    var elements: [Element] = []
    while !current.isSymbol(end) {
      elements.append(try element(&self))
      guard current.isSymbol(.comma) else { break }
      advance()
    }
    return elements
  }

  /// Elements in braces, separated by commas, semicolons or line ends.
  mutating func braces<Element>(
    _ element: (inout Parser) throws(Failure) -> Element
  ) throws(Failure) -> [Element] {
    guard current.isSymbol(.openBrace) else { throw missing(.openBrace) }
    let scope = try open(.separates)
    var elements: [Element] = []
    repeat {
      elements.append(try element(&self))
      if current.isSymbol(.comma) || current.isSymbol(.semicolon) {
        advance()
      } else if !current.lineBefore, !current.isSymbol(.closeBrace) {
        throw current.isWord || current.isSymbol(.open)
          ? missing(.comma) : missing(.closeBrace)
      }
    } while !current.isSymbol(.closeBrace)
    try close(scope, .closeBrace)
    return elements
  }
}

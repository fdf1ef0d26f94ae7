import KitModel

extension Parser {
  /// The clauses of one stage, as far as they have been read.
  final class Clauses {
    var by: Expression?
    var per: [Path] = []
    var isAscending = false
    var order: [Stage.SortKey] = []
    var name: Name?
    var second: Name?
    var seed: Expression?
    var condition: Stage.JoinCondition?
    var side = Stage.JoinSide.inner
    var values: [Expression]?
    /// Those that have been met; each may stand once.
    var given: Set<ClauseWord> = []
  }

  /// Goes past the clause word that stands here, if it is one that the stage takes; nil where no clause stands.
  mutating func clause(of stage: StageWord, _ clauses: Clauses) throws(Failure) -> ClauseWord? {
    let clause: ClauseWord
    switch infixWord() {
    case .clause(let word): clause = word
    case .byOnOrder: clause = stage.clauses.first { $0 == .by || $0 == .on || $0 == .order } ?? .by
    default: return nil
    }
    guard stage.clauses.contains(clause) else { throw stray(stage: stage, isList: false) }
    let place = clause == .descending ? .ascending : clause == .full ? .left : clause
    guard clauses.given.insert(place).inserted else { throw refuse(LanguageMessages.clauseTwice) }
    advance()
    return clause
  }

  /// `as NAME` at the end of a stage; nil when it is not there.
  mutating func alias(of stage: StageWord) throws(Failure) -> Name? {
    guard try clause(of: stage, Clauses()) != nil else { return nil }
    return try name()
  }

  /// `a.b`, or `name = expression`. A calculation without a name is an error; before `{` of group and pivot
  /// `case` is a column.
  mutating func item(beforeBrace: Bool) throws(Failure) -> Stage.Item {
    mark(.column)
    if isName {
      if nextIs(.assign) { return .bind(try bind()) }
      if beforeBrace, nextIs(.openBrace) { return .path(try path()) }
    }
    return try item(from: try expression())
  }

  private mutating func nextIs(_ symbol: Symbol) -> Bool { peek().isSymbol(symbol) }

  private mutating func item(from expression: Expression) throws(Failure) -> Stage.Item {
    if case .path(let path) = expression.kind, !path.isVariable { return .path(path) }
    if case .literal(let literal) = expression.kind { throw notName(literal, at: expression.span) }
    let text = lexer.reader.slice(expression.span.start, expression.span.end)
    throw fail(
      LanguageMessages.calculationUnnamed, ["text": String(text.prefix(60))], at: expression.span)
  }

  mutating func items(beforeBrace: Bool) throws(Failure) -> [Stage.Item] {
    var items = [try item(beforeBrace: beforeBrace)]
    while try takeComma() { items.append(try item(beforeBrace: beforeBrace)) }
    return items
  }

  /// `name = expression`.
  mutating func bind() throws(Failure) -> Stage.Bind {
    let name = try assignedName()
    return Stage.Bind(name: name, expression: try expression())
  }

  /// `name =`.
  private mutating func assignedName() throws(Failure) -> Name {
    let name = try name()
    if at(.equal) {
      throw refuse(
        LanguageMessages.symbolExpected, ["symbol": "="], fixes: [Diagnostic.Fix(current.span, "=")])
    }
    try expect(.assign)
    return name
  }

  mutating func binds() throws(Failure) -> [Stage.Bind] {
    var binds = [try bind()]
    while try takeComma() { binds.append(try bind()) }
    return binds
  }

  /// `{ name = aggregate, … }`.
  mutating func aggregates() throws(Failure) -> [Stage.Bind] {
    let scope = try openBraces()
    var binds = [try bind()]
    while try takeSeparator() { binds.append(try bind()) }
    try close(scope, .closeBrace)
    return binds
  }
}

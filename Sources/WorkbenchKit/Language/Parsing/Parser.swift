import KitModel

/// Reads a text into its tree, once from left to right: recursive descent with the current token and one more.
///
/// It needs no names: what a text is follows from its form. Nothing is tried and taken back; a failure is
/// recorded where it is met, and the parser goes on at the next statement.
public struct Parser {
  /// What may be typed: a script, or a line at the prompt (which may also go on from the last result).
  public enum Mode: Sendable { case script, prompt }

  /// Reads a whole text.
  public static func parse(_ text: String, mode: Mode = .script) -> ParseResult {
    var parser = Parser(Lexer(text), mode)
    let statements = parser.statements(inBlock: false)
    return ParseResult(
      script: Script(statements), diagnostics: parser.diagnostics,
      isUnfinished: parser.isUnfinished && parser.diagnostics.count == 1)
  }

  /// How deep brackets, blocks and prefix operators nest.
  static let nestingLimit = 100
  /// How many operators one expression holds, sub-expressions included.
  static let operatorLimit = 1000
  /// How many stages a pipeline has.
  static let stageLimit = 1000

  let mode: Mode
  var lexer: Lexer
  var current: Token
  /// The token behind `current`, once it has been looked at.
  var ahead: Token?
  /// Where the token before `current` ended.
  var previousEnd = 0
  var diagnostics: [Diagnostic] = []
  var isUnfinished = false

  /// What a line end means here.
  var lines = LineRule.ends
  /// Brackets, blocks and prefix operators around `current`.
  var depth = 0
  /// Brackets opened and not yet closed, for recovery.
  var openBrackets = 0
  var operatorCount = 0
  var expressionDepth = 0
  /// Pipelines being read, the innermost last: the prefix of each is what completion works from.
  var pipelines: [CursorContext.OpenPipeline] = []
  /// Calls being read, the innermost last.
  var calls: [CursorContext.OpenCall] = []
  /// The left side of the comparison whose right side is being read.
  var comparedWith: Expression?
  /// Where the cursor is, once the parser has got there; only while completing.
  var found: CursorContext.Found?

  /// What a line end means: the end of a statement, nothing, or the end of a bind or arm in braces.
  enum LineRule { case ends, ignored, separates }

  /// Thrown to get to the end of the statement; the diagnostic is recorded by then.
  struct Failure: Error {}

  init(_ lexer: Lexer, _ mode: Mode) {
    var lexer = lexer
    self.mode = mode
    current = lexer.next()
    self.lexer = lexer
  }

  // MARK: Tokens
  //
  // Even what only looks is `mutating` here, and the recursive functions leave what is rare to others: a call
  // on a copy of the parser, or a message made up in place, would fill the frames that deep texts pile up.

  mutating func advance() {
    previousEnd = current.span.end
    switch current.kind {
    case .symbol(.open), .symbol(.openBracket), .symbol(.openBrace): openBrackets += 1
    case .symbol(.close), .symbol(.closeBracket), .symbol(.closeBrace): openBrackets -= 1
    default: break
    }
    current = ahead ?? lexer.next()
    ahead = nil
  }

  mutating func peek() -> Token {
    if let ahead { return ahead }
    let token = lexer.next()
    ahead = token
    return token
  }

  /// Forgets what was looked at behind `current`, so that it is read anew.
  mutating func rereadBehind(_ offset: Int) {
    ahead = nil
    lexer.position = offset
  }

  /// Cuts the first `length` scalars off the word and leaves the rest to be read.
  mutating func split(length: Int) {
    var offset = current.span.start
    for _ in 0..<length {
      guard let next = lexer.reader.folded(offset)?.next else { break }
      offset = next
    }
    current.kind = .word
    current.span = SourceSpan(current.span.start, offset)
    rereadBehind(offset)
  }

  /// The folded word that `current` is; nil for other tokens and for words too long to be one of the language.
  var key: String? { mutating get { current.isWord ? lexer.key(current.span) : nil } }

  /// The beginning of the word, enough to find a word of the language in it.
  var head: String { mutating get { lexer.head(current.span) } }

  /// A line end ends what is being read, and one is here.
  var lineEnds: Bool { mutating get { current.lineBefore && lines != .ignored } }

  /// The sign stands here.
  mutating func at(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = current.kind { true } else { false }
  }

  /// What stands here, for messages.
  mutating func shown(_ span: SourceSpan) -> String {
    let text = lexer.reader.slice(span.start, span.end)
    return text.count > 24 ? text.prefix(24) + "…" : text
  }

  // MARK: Brackets

  /// What closing a bracket brings back.
  struct Scope {
    let lines: LineRule
    let numbersEndAtTo: Bool
    let comparedWith: Expression?
  }

  /// Goes past an opening bracket; line ends mean `lines` inside.
  mutating func open(_ lines: LineRule) throws(Failure) -> Scope {
    try nest()
    let scope = Scope(
      lines: self.lines, numbersEndAtTo: lexer.numbersEndAtTo, comparedWith: comparedWith)
    self.lines = lines
    lexer.numbersEndAtTo = false
    comparedWith = nil
    advance()
    return scope
  }

  /// Goes past the closing bracket.
  mutating func close(_ scope: Scope, _ symbol: Symbol) throws(Failure) {
    guard at(symbol) else { throw missing(symbol) }
    lines = scope.lines
    lexer.numbersEndAtTo = scope.numbersEndAtTo
    comparedWith = scope.comparedWith
    depth -= 1
    advance()
  }

  /// One level deeper; an error where the limit is.
  mutating func nest() throws(Failure) {
    guard depth < Self.nestingLimit else {
      throw fail(LanguageMessages.nestingTooDeep, ["limit": String(Self.nestingLimit)], at: current.span)
    }
    depth += 1
  }
}

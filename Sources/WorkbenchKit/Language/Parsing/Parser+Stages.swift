import KitModel

extension Parser {
  /// The stage behind a `|`; it is added to the innermost open pipeline.
  mutating func stage() throws(Failure) {
    let word = try stageWord()
    let kind = try kind(of: word)
    try endStage(word, kind)
  }

  /// While completing: `筛选得` is 筛选 and the beginning of a name.
  private mutating func splitTypedStage() {
    guard lexer.isCompleting, current.span.end > current.span.start,
      let (_, length) = StageWord.head(of: head), head.unicodeScalars.count > length
    else { return }
    split(length: length)
  }

  private mutating func stageWord() throws(Failure) -> StageWord {
    if current.isEnd { splitTypedStage() }
    mark(.stageName)
    guard current.isWord else { throw refuse(LanguageMessages.stageExpected) }
    var word = key.flatMap { StageWord.table[$0] }
    if word == nil, let (head, length) = StageWord.head(of: head) {
      split(length: length)
      word = head
    }
    guard let word else { throw stageUnknown() }
    if let last = pipelines.indices.last {
      pipelines[last].stage = word
      pipelines[last].keyword = current.span
    }
    return word
  }

  private mutating func stageUnknown() -> Failure {
    let typed = lexer.reader.foldedText(current.span.start, current.span.end)
    let isChinese = typed.unicodeScalars.first.map { !$0.isASCII } ?? false
    var names = Synonyms.meant(by: typed, .stage).map { [isChinese ? $0.chinese : $0.english] } ?? []
    if names.isEmpty {
      names = Nearness.suggestions(for: typed, among: Words.stages.flatMap(\.spellings))
    }
    return refuse(
      LanguageMessages.stageUnknown, fixes: names.map { Diagnostic.Fix(current.span, $0) })
  }

  /// Adds the stage; what follows it must be another, or the end of the pipeline.
  private mutating func endStage(_ word: StageWord, _ kind: Stage.Kind) throws(Failure) {
    switch current.kind {
    case .end, .symbol(.pipe), .symbol(.close), .symbol(.semicolon), .symbol(.closeBrace),
      .symbol(.openBrace):
      break
    case .symbol(.comma) where lines == .ignored: break
    default: if !lineEnds { throw stray(stage: word, isList: word.isList) }
    }
    guard let last = pipelines.indices.last, let keyword = pipelines[last].keyword else { return }
    pipelines[last].stages.append(
      Stage(kind, keyword: keyword, span: SourceSpan(keyword.start, previousEnd)))
    pipelines[last].stage = nil
  }

  private mutating func kind(of word: StageWord) throws(Failure) -> Stage.Kind {
    if let output = word.output { return try outputStage(output) }
    advance()
    switch word {
    case .where, .check, .take, .skip, .top, .distinct, .count, .sample, .sort, .delete:
      return try rowStage(word)
    case .select, .derive, .fill, .drop, .reorder, .rename, .set, .bin, .unpivot:
      return try columnStage(word)
    case .group, .window, .rank, .pivot, .prior, .total: return try groupStage(word)
    default: return try relationStage(word)
    }
  }

  private mutating func outputStage(_ stage: Stage.OutputStage) throws(Failure) -> Stage.Kind {
    rereadBehind(current.span.end)
    return .output(stage, try arguments(of: nil))
  }

  // MARK: Rows

  private mutating func rowStage(_ word: StageWord) throws(Failure) -> Stage.Kind {
    switch word {
    case .where: return .where(try expression())
    case .check: return .check(try test())
    case .take: return try take()
    case .skip: return .skip(try count())
    case .top: return try top()
    case .distinct: return .distinct(pathFollows ? try paths() : [])
    case .sample: return try sample()
    case .sort: return .sort(try sortKeys())
    case .delete: return .delete
    default: return .count
    }
  }

  /// A name stands here on the same line.
  var pathFollows: Bool {
    mutating get {
      if current.isEnd { mark(.column) }
      return isName && !lineEnds
    }
  }

  /// A condition, what to say, and how bad it is.
  mutating func test() throws(Failure) -> Test {
    let condition = try expression()
    var message: Expression?
    if at(.comma), !lineEnds {
      advance()
      message = try expression()
    }
    var severity = Diagnostic.Severity.error
    switch infixWord() {
    case .clause(.error): advance()
    case .clause(.warning):
      severity = .warning
      advance()
    case .clause(.note):
      severity = .note
      advance()
    default: break
    }
    return Test(condition: condition, message: message, severity: severity)
  }

  private mutating func take() throws(Failure) -> Stage.Kind {
    let start = current.span.start
    let first = try count()
    if at(.minus), !lineEnds { throw rangeWithDash(first, from: start) }
    let goesOn = at(.dots) && !lineEnds || infixWord() == .clause(.upTo)
    guard goesOn else { return .take(from: nil, to: first) }
    advance()
    return .take(from: first, to: try count())
  }

  private mutating func rangeWithDash(_ first: Stage.Count, from start: Int) -> Failure {
    let end = peek()
    guard case .literal(let low, _) = first, case .literal(.integer(let high, _)) = end.kind else {
      return refuse(LanguageMessages.unexpected)
    }
    let right = "\(low)..\(high)"
    let span = SourceSpan(start, end.span.end)
    return fail(
      LanguageMessages.rangeWithDash, ["right": right], at: span, fixes: [Diagnostic.Fix(span, right)])
  }

  private mutating func top() throws(Failure) -> Stage.Kind {
    let number = try count()
    let clauses = Clauses()
    while let clause = try clause(of: .top, clauses) {
      switch clause {
      case .by: clauses.by = try expression()
      case .per: clauses.per = try paths()
      default: clauses.isAscending = clause == .ascending
      }
    }
    guard let by = clauses.by else { throw missing(.by, of: .top) }
    return .top(number, by: by, ascending: clauses.isAscending, per: clauses.per)
  }

  private mutating func sample() throws(Failure) -> Stage.Kind {
    let number = try count()
    let clauses = Clauses()
    while let clause = try clause(of: .sample, clauses) {
      if clause == .per { clauses.per = try paths() } else { clauses.seed = try operand() }
    }
    return .sample(number, per: clauses.per, seed: clauses.seed)
  }

  /// One operand each, descending with a leading `-`.
  mutating func sortKeys() throws(Failure) -> [Stage.SortKey] {
    var keys = [try sortKey()]
    while try takeComma() { keys.append(try sortKey()) }
    return keys
  }

  private mutating func sortKey() throws(Failure) -> Stage.SortKey {
    let isNegative = at(.minus)
    if isNegative { advance() }
    let expression = try operand()
    var isDescending = isNegative
    if let direction = direction() {
      if isNegative { throw refuse(LanguageMessages.directionTwice) }
      isDescending = direction == .descending
      advance()
    }
    return Stage.SortKey(expression: expression, isDescending: isDescending)
  }

  private mutating func direction() -> ClauseWord? {
    guard case .clause(let clause) = infixWord(), clause == .ascending || clause == .descending else {
      return nil
    }
    return clause
  }

  // MARK: Whole numbers

  /// Where a whole number is due: digits, a path, a variable or a calculation in parentheses; a measure word
  /// behind it is read over.
  private mutating func count() throws(Failure) -> Stage.Count {
    mark(.count)
    let count: Stage.Count
    switch current.kind {
    case .literal(.integer(let number, _)):
      count = .literal(number, current.span)
      advance()
    case .symbol(.open): count = .expression(try operand())
    case .symbol(.dollar): count = .path(try variable())
    case .word:
      if let digits = lexer.leadingDigits(current.span) {
        guard case .literal(.integer(let number, _)) = digits.kind else {
          current = digits
          throw refuse(LanguageMessages.countExpected)
        }
        rereadBehind(digits.span.end)
        count = .literal(number, digits.span)
        current.span = digits.span
        advance()
      } else if isName {
        count = .path(try path())
      } else {
        throw refuse(LanguageMessages.countExpected)
      }
    case .quotedName: count = .path(try path())
    default: throw refuse(LanguageMessages.countExpected)
    }
    skipMeasureWord()
    return count
  }

  private mutating func skipMeasureWord() {
    guard current.isWord, !lineEnds else { return }
    if let key, InfixWord.table[key] != nil { return }
    guard let first = head.unicodeScalars.first, Words.measureWords.contains(String(first)) else { return }
    split(length: 1)
    advance()
  }
}

extension StageWord {
  /// Its items are separated by commas.
  var isList: Bool {
    switch self {
    case .select, .derive, .fill, .set, .drop, .reorder, .rename, .sort, .distinct, .window, .unpivot, .total:
      true
    default: false
    }
  }

  /// Stages whose arguments are words.
  var output: Stage.OutputStage? { Stage.OutputStage(rawValue: rawValue) }
}

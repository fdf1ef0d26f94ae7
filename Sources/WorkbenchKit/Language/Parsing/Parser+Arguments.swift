import KitModel

extension Parser {
  /// Arguments as far as they have been read.
  final class ArgumentList {
    let command: Name?
    /// Inside parentheses a line end does not end the arguments.
    let overLines: Bool
    var given: [Argument] = []
    /// Where the argument being read began.
    var start = 0
    /// The name before `=`, and whether `--` stood before it.
    var name: Name?
    var isOption = false

    init(command: Name?, overLines: Bool) {
      self.command = command
      self.overLines = overLines
    }
  }

  /// A command with its arguments; `current` is its name, and arguments follow.
  mutating func command() throws(Failure) -> Command {
    let start = current.span.start
    let name = nameToken()
    rereadBehind(current.span.end)
    let arguments = try arguments(of: name)
    return Command(name: name, arguments: arguments, span: SourceSpan(start, previousEnd))
  }

  /// Reads arguments from `lexer.position` on; then `current` is the token behind them.
  mutating func arguments(of command: Name?) throws(Failure) -> [Argument] {
    previousEnd = lexer.position
    let list = ArgumentList(command: command, overLines: lines == .ignored)
    while let kind = nextArgument(list) {
      do throws(Failure) { try argument(kind, list) } catch {
        leaveArguments(list.given)
        throw error
      }
    }
    resume()
    return list.given
  }

  /// What the next argument begins with; nil at the end of all.
  private mutating func nextArgument(_ list: ArgumentList) -> Lexer.ArgumentStart? {
    lexer.skipArgumentBlanks(overLines: list.overLines)
    list.start = lexer.position
    list.name = nil
    list.isOption = false
    let kind = lexer.argumentStart()
    if kind != .end { return kind }
    markArgument(list, from: list.start)
    return nil
  }

  /// `==` behind `help`: an operator as a word. Elsewhere `=` parts a name from its value.
  mutating func operatorWord() -> Argument? {
    let start = lexer.position
    lexer.skipArgumentBlanks(overLines: false)
    let word = lexer.bareWord(untilAssignment: false)
    guard word.fault == nil, !word.text.isEmpty, word.text.allSatisfy({ "=!<>~+-*/%.".contains($0) }) else {
      lexer.position = start
      return nil
    }
    return Argument(.word(.bare(word.text)), span: word.span)
  }

  /// Back to tokens, from `lexer.position` on.
  private mutating func resume() {
    ahead = nil
    current = lexer.next()
  }

  private mutating func argument(_ start: Lexer.ArgumentStart, _ list: ArgumentList) throws(Failure) {
    var kind = start
    if kind == .option || kind == .word {
      guard let value = try wordOrName(kind, list) else { return }
      kind = value
    }
    let value = kind == .parenthesis ? try valueInParentheses() : try plainValue(kind, list)
    try endValue(value, list)
  }

  /// Adds the argument whose value has been read; a blank or an end must stand behind it.
  private mutating func endValue(_ value: ArgumentValue, _ list: ArgumentList) throws(Failure) {
    try expectArgumentEnd()
    guard let name = list.name else { return add(.word(value), list) }
    add(list.isOption ? .option(name, value) : .named(name, value), list)
  }

  private mutating func add(_ kind: Argument.Kind, _ list: ArgumentList) {
    previousEnd = lexer.position
    list.given.append(Argument(kind, span: SourceSpan(list.start, previousEnd)))
  }

  /// A word by itself is added; of one before `=` the kind of its value is given.
  private mutating func wordOrName(_ kind: Lexer.ArgumentStart, _ list: ArgumentList) throws(Failure)
    -> Lexer.ArgumentStart?
  {
    list.isOption = kind == .option
    if list.isOption { lexer.position = lexer.optionStart(list.start) ?? list.start }
    let word = try bareWord(untilAssignment: true, list)
    let name = Name(word.text, span: word.span)
    guard assigns() else {
      if word.text == "--" { throw fail(LanguageMessages.optionNameMissing, at: word.span) }
      add(list.isOption ? .option(name, nil) : .word(.bare(word.text)), list)
      return nil
    }
    list.name = name
    lexer.skipArgumentBlanks(overLines: list.overLines)
    return lexer.argumentStart()
  }

  /// Goes past `=`, blanks around it allowed.
  private mutating func assigns() -> Bool {
    let behindWord = lexer.position
    lexer.skipArgumentBlanks(overLines: false, comments: false)
    if lexer.takeAssignment() { return true }
    lexer.position = behindWord
    return false
  }

  private mutating func valueInParentheses() throws(Failure) -> ArgumentValue {
    resume()
    let scope = try open(.ignored)
    let value = try value(atStatementStart: false)
    try close(scope, .close)
    rereadBehind(previousEnd)
    return .value(value)
  }

  /// A word, a string, a name in backquotes or a variable; `lexer.position` is behind it.
  private mutating func plainValue(_ kind: Lexer.ArgumentStart, _ list: ArgumentList) throws(Failure)
    -> ArgumentValue
  {
    switch kind {
    case .assignment where list.name == nil:
      let place = SourceSpan(lexer.position, lexer.position + 1)
      throw fail(LanguageMessages.argumentNameMissing, at: place)
    case .end:
      markArgument(list, from: lexer.position)
      resume()
      throw refuse(LanguageMessages.valueMissing)
    case .string, .quotedName, .variable:
      resume()
      return try quotedValue(list)
    default: return .bare(try bareWord(untilAssignment: false, list).text)
    }
  }

  private mutating func quotedValue(_ list: ArgumentList) throws(Failure) -> ArgumentValue {
    if current.isEnd { markArgument(list, from: current.span.start) }
    switch current.kind {
    case .literal(.string(let text)): return .string(text)
    case .quotedName: return .quotedName(nameToken())
    case .symbol(.dollar):
      let path = try variable()
      rereadBehind(path.span.end)
      return .variable(path)
    default: throw refuse(LanguageMessages.valueExpected)
    }
  }

  private mutating func expectArgumentEnd() throws(Failure) {
    guard let (scalar, raw, start, next) = lexer.reader.folded(lexer.position) else { return }
    if Characters.isBlank(scalar) || lexer.argumentStart() == .end { return }
    throw fail(
      LanguageMessages.argumentNeedsQuotes, ["character": String(raw)], at: SourceSpan(start, next),
      fixes: [Diagnostic.Fix(SourceSpan(start, start), " ")])
  }

  private mutating func bareWord(untilAssignment: Bool, _ list: ArgumentList) throws(Failure)
    -> Lexer.BareWord
  {
    let start = list.name == nil ? list.start : lexer.position
    let word = lexer.bareWord(untilAssignment: untilAssignment)
    if lexer.position >= lexer.reader.end { markArgument(list, from: start) }
    guard let fault = word.fault else { return word }
    diagnostics.append(fault)
    throw Failure()
  }

  /// Arguments that cannot be read go on to the end of their line. When the first of them is a stage, what is
  /// wrong is the missing `|`.
  private mutating func leaveArguments(_ arguments: [Argument]) {
    if let first = arguments.first, case .word(.bare(let text)) = first.kind, !diagnostics.isEmpty,
      StageWord.table[text.lowercased()] != nil, !isUnfinished
    {
      diagnostics.removeLast()
      let place = SourceSpan(first.span.start, first.span.start)
      report(
        LanguageMessages.pipeMissing, ["found": text], at: first.span, fixes: [Diagnostic.Fix(place, "| ")])
    }
    lexer.position = lexer.reader.lineEnd(from: lexer.position)
    resume()
  }
}

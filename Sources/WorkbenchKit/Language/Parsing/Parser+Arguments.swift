import KitModel

extension Parser {
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
    var arguments: [Argument] = []
    let inParentheses = lines == .ignored
    while true {
      lexer.skipArgumentBlanks(overLines: inParentheses)
      let start = lexer.position
      let kind = lexer.argumentStart()
      if kind == .end {
        markArgument(command, arguments, option: nil, from: start)
        break
      }
      do throws(Failure) {
        let argument = try argument(kind, of: command, behind: arguments, inParentheses: inParentheses)
        previousEnd = lexer.position
        arguments.append(Argument(argument, span: SourceSpan(start, previousEnd)))
      } catch {
        leaveArguments(arguments)
        throw error
      }
    }
    resume()
    return arguments
  }

  /// Back to tokens, from `lexer.position` on.
  private mutating func resume() {
    ahead = nil
    current = lexer.next()
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

  private mutating func argument(
    _ kind: Lexer.ArgumentStart, of command: Name?, behind given: [Argument], inParentheses: Bool
  ) throws(Failure) -> Argument.Kind {
    switch kind {
    case .option:
      let start = lexer.position
      lexer.position = lexer.optionStart(start) ?? start
      let word = try bareWord(untilAssignment: true, of: command, given, option: nil, from: start)
      let name = Name(word.text, span: word.span)
      guard assigns(inParentheses) else { return .option(name, nil) }
      return .option(name, try argumentValue(of: command, given, option: name, inParentheses))
    case .word:
      let start = lexer.position
      let word = try bareWord(untilAssignment: true, of: command, given, option: nil, from: start)
      guard assigns(inParentheses) else {
        if word.text == "--" { throw fail(LanguageMessages.optionNameMissing, at: word.span) }
        return .word(.bare(word.text))
      }
      let name = Name(word.text, span: word.span)
      return .named(name, try argumentValue(of: command, given, option: name, inParentheses))
    case .assignment:
      let place = SourceSpan(lexer.position, lexer.position + 1)
      throw fail(LanguageMessages.argumentNameMissing, at: place)
    default:
      return .word(try argumentValue(kind, of: command, given, option: nil, inParentheses))
    }
  }

  /// Goes past `=`, blanks around it allowed.
  private mutating func assigns(_ inParentheses: Bool) -> Bool {
    let behindWord = lexer.position
    lexer.skipArgumentBlanks(overLines: false, comments: false)
    if lexer.takeAssignment() { return true }
    lexer.position = behindWord
    return false
  }

  /// The value behind `=`.
  private mutating func argumentValue(
    of command: Name?, _ given: [Argument], option: Name, _ inParentheses: Bool
  ) throws(Failure) -> ArgumentValue {
    lexer.skipArgumentBlanks(overLines: inParentheses)
    let kind = lexer.argumentStart()
    if kind == .end {
      markArgument(command, given, option: option.text, from: lexer.position)
      current = lexer.next()
      throw refuse(LanguageMessages.valueMissing)
    }
    return try argumentValue(kind, of: command, given, option: option.text, inParentheses)
  }

  private mutating func argumentValue(
    _ kind: Lexer.ArgumentStart, of command: Name?, _ given: [Argument], option: String?,
    _ inParentheses: Bool
  ) throws(Failure) -> ArgumentValue {
    let start = lexer.position
    switch kind {
    case .string, .quotedName, .variable, .parenthesis:
      ahead = nil
      current = lexer.next()
      let value = try quotedValue(command, given, option: option)
      try endsHere()
      return value
    default:
      let word = try bareWord(untilAssignment: false, of: command, given, option: option, from: start)
      return .bare(word.text)
    }
  }

  /// A string, a name in backquotes, a variable or a value in parentheses; `lexer.position` is behind it.
  private mutating func quotedValue(_ command: Name?, _ given: [Argument], option: String?) throws(Failure)
    -> ArgumentValue
  {
    if current.isEnd { markArgument(command, given, option: option, from: current.span.start) }
    switch current.kind {
    case .literal(.string(let text)):
      return .string(text)
    case .quotedName:
      return .quotedName(nameToken())
    case .symbol(.dollar):
      let path = try variable()
      rereadBehind(path.span.end)
      return .variable(path)
    case .symbol(.open):
      let scope = try open(.ignored)
      let value = try value(atStatementStart: false)
      try close(scope, .close)
      rereadBehind(previousEnd)
      return .value(value)
    default: throw refuse(LanguageMessages.valueExpected)
    }
  }

  /// Behind a quote or a parenthesis a blank or an end must stand.
  private mutating func endsHere() throws(Failure) {
    guard let (scalar, raw, start, next) = lexer.reader.folded(lexer.position) else { return }
    if Characters.isBlank(scalar) || Characters.isLineEnd(raw) || scalar == "|" || scalar == ")" { return }
    if scalar == "}" || scalar == ";" || lexer.argumentStart() == .end { return }
    throw fail(
      LanguageMessages.argumentNeedsQuotes, ["character": String(raw)], at: SourceSpan(start, next),
      fixes: [Diagnostic.Fix(SourceSpan(start, start), " ")])
  }

  private mutating func bareWord(
    untilAssignment: Bool, of command: Name?, _ given: [Argument], option: String?, from start: Int
  ) throws(Failure) -> Lexer.BareWord {
    let word = lexer.bareWord(untilAssignment: untilAssignment)
    if lexer.position >= lexer.reader.end { markArgument(command, given, option: option, from: start) }
    if let fault = word.fault {
      diagnostics.append(fault)
      throw Failure()
    }
    return word
  }
}

import KitModel

extension CanonicalFormatter {
  func text(_ command: Command) -> String {
    let known = command.name.isQuoted ? nil : Words.find(command.name.text, .command)?.spelling(language)
    return (known ?? text(command.name)) + text(command.arguments, makesCommand: true)
  }

  /// Arguments, each with a blank before it. The first one of a command must show that it is one.
  func text(_ arguments: [Argument], makesCommand: Bool = false) -> String {
    arguments.enumerated().map { index, argument in
      " " + text(argument, makesCommand: makesCommand && index == 0)
    }.joined()
  }

  private func text(_ argument: Argument, makesCommand: Bool) -> String {
    switch argument.kind {
    case .word(.bare(let word)):
      return Self.isBare(word, untilAssignment: true) ? word : quoted(word)
    case .word(let value): return text(value)
    case .option(let name, let value): return "--" + name.text + (value.map { "=" + text($0) } ?? "")
    case .named(let name, let value): return name.text + "=" + text(value)
    }
  }

  private func text(_ value: ArgumentValue) -> String {
    switch value {
    case .bare(let word): Self.isBare(word, untilAssignment: false) ? word : quoted(word)
    case .string(let text): quoted(text)
    case .quotedName(let name): text(name)
    case .variable(let path): text(path)
    case .value(let value): "(" + text(value) + ")"
    }
  }

  /// Whether a word of an argument can be written without quotes.
  private static func isBare(_ word: String, untilAssignment: Bool) -> Bool {
    var lexer = Lexer(word)
    lexer.skipArgumentBlanks(overLines: false)
    let start = lexer.argumentStart()
    guard
      start == .word || (start == .option && !untilAssignment) || (start == .assignment && !untilAssignment)
    else { return false }
    let read = lexer.bareWord(untilAssignment: untilAssignment)
    return read.fault == nil && read.text == word && lexer.position == word.utf8.count
  }
}

import KitModel

/// Writes a syntax tree as text, in the words of either language: one statement to a line, no parenthesis that
/// is not needed, `==` for a comparison however it was typed.
///
/// Parsing what it writes gives the same tree. Names of columns and relations stay as they are; words of the
/// language, functions, types and commands of the host are written in the language asked for.
public struct CanonicalFormatter: Sendable {
  public let language: UILanguage

  public init(language: UILanguage) { self.language = language }

  /// A whole script, without a line end behind the last line.
  public func text(_ script: Script) -> String { lines(script, indent: "").joined(separator: "\n") }

  /// One statement; blocks take several lines.
  public func text(_ statement: Statement) -> String {
    lines(statement, indent: "").joined(separator: "\n")
  }

  /// A pipeline on one line.
  public func text(_ pipeline: Pipeline) -> String {
    let stages = pipeline.stages.map { " | " + text($0) }.joined()
    return text(pipeline.source) + stages
  }

  /// A pipeline or an expression.
  public func text(_ value: ValueSyntax) -> String {
    switch value {
    case .pipeline(let pipeline): text(pipeline)
    case .expression(let expression): text(expression)
    }
  }

  // MARK: Statements

  private func lines(_ script: Script, indent: String) -> [String] {
    script.statements.flatMap { lines($0, indent: indent) }
  }

  private func lines(_ statement: Statement, indent: String) -> [String] {
    switch statement.kind {
    case .let(let name, let value): [indent + word("let", .statement) + " \(text(name)) = \(text(value))"]
    case .param(let parameter): [indent + text(parameter)]
    case .for(let name, in: let source, let body):
      block(
        indent + word("for", .statement) + " \(text(name)) " + word("in", .statement) + " "
          + beforeBrace(text(source)), body, indent)
    case .if(let condition, let then, let otherwise): ifLines(condition, then, otherwise, indent, indent)
    case .check(let test): [indent + word("check", .statement) + " " + text(test)]
    case .print(let expressions): [indent + word("print", .statement) + " " + list(expressions)]
    case .help(let arguments): [indent + word("help", .command) + text(arguments)]
    case .value(let value): [indent + atStatementStart(value)]
    case .continuation(let stages): [indent + stages.map { "| " + text($0) }.joined(separator: " ")]
    }
  }

  private func block(_ head: String, _ body: Script, _ indent: String) -> [String] {
    [head + " {"] + lines(body, indent: indent + "  ") + [indent + "}"]
  }

  private func ifLines(
    _ condition: Expression, _ then: Script, _ otherwise: Script?, _ indent: String, _ lead: String
  ) -> [String] {
    var result = block(
      lead + word("if", .statement) + " " + beforeBrace(text(condition)), then, indent)
    guard let otherwise else { return result }
    result.removeLast()
    let join = indent + "} " + word("else", .statement)
    if otherwise.statements.count == 1, case .if(let next, let inner, let last) = otherwise.statements[0].kind
    {
      return result + ifLines(next, inner, last, indent, join + " ")
    }
    return result + block(join, otherwise, indent)
  }

  private func text(_ parameter: Statement.Parameter) -> String {
    var result = word("param", .statement) + " " + text(parameter.name)
    if let type = parameter.type {
      let known = Words.find(type.name.text, .type).map { $0.spelling(language) }
      result += ": " + (type.name.isQuoted ? text(type.name) : known ?? text(type.name))
      if !type.arguments.isEmpty { result += "(" + list(type.arguments) + ")" }
    }
    if let value = parameter.defaultValue { result += " = " + text(value) }
    if let help = parameter.help { result += " " + quoted(help) }
    return result
  }

  /// A condition, what to say and how bad it is.
  func text(_ test: Test) -> String {
    let message = test.message.map { ", " + text($0) } ?? ""
    let severity = test.severity == .error ? "" : " " + word(test.severity.rawValue, .clause)
    return text(test.condition) + message + severity
  }

  /// A value that begins a statement must not be read as a statement of another kind.
  private func atStatementStart(_ value: ValueSyntax) -> String {
    let text = text(value)
    guard beginsStatement(text) else { return text }
    switch value {
    case .expression: return "(" + text + ")"
    case .pipeline(let pipeline):
      let source = self.text(pipeline.source)
      return "(" + source + ")" + text.dropFirst(source.count)
    }
  }

  private func beginsStatement(_ text: String) -> Bool {
    var lexer = Lexer(text)
    let first = lexer.next()
    guard first.isWord, let key = lexer.key(first.span), StatementWord.table[key] != nil else { return false }
    switch lexer.next().kind {
    case .end, .symbol(.pipe), .symbol(.dot): return false
    default: return true
    }
  }

  /// A name `case` at the end would take the brace for its own.
  func beforeBrace(_ text: String) -> String {
    let endsInCase = ["case", "分情况"].contains { text.lowercased().hasSuffix($0) }
    return endsInCase ? "(" + text + ")" : text
  }

  // MARK: Words and names

  func word(_ english: String, _ kind: Word.Kind) -> String {
    Words.find(english, kind)?.spelling(language) ?? english
  }

  /// A name, in backquotes when it was written so or could not be read otherwise.
  func text(_ name: Name) -> String {
    name.isQuoted || Self.needsQuotes(name.text) ? backquoted(name.text) : name.text
  }

  /// A name behind `.` or `$`, where every word is a name.
  func member(_ name: Name) -> String {
    name.isQuoted || !Self.isOneRun(name.text) ? backquoted(name.text) : name.text
  }

  func text(_ path: Path) -> String {
    guard let first = path.names.first else { return "" }
    let head = path.isVariable ? "$" + member(first) : text(first)
    return ([head] + path.names.dropFirst().map(member)).joined(separator: ".")
  }

  func list(_ paths: [Path]) -> String { paths.map { text($0) }.joined(separator: ", ") }

  private func backquoted(_ text: String) -> String {
    text.contains("`") ? "·" + text + "·" : "`" + text + "`"
  }

  /// Whether a name is read as something else unless it stands in backquotes.
  public static func needsQuotes(_ name: String) -> Bool {
    var lexer = Lexer(name)
    let token = lexer.next()
    guard token.isWord, token.span.start == 0, token.span.end == name.utf8.count else { return true }
    return lexer.key(token.span).map { InfixWord.reserved.contains($0) } ?? false
  }

  private static func isOneRun(_ name: String) -> Bool {
    var lexer = Lexer(name)
    return !name.isEmpty && lexer.runEnd(from: 0) == name.utf8.count
  }

  func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
}

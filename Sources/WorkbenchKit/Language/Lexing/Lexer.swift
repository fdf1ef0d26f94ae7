import KitModel

/// Reads tokens from a text, one at a time and on demand: the parser says when arguments come, which are read
/// as words (`Lexer+Arguments`), and may set `position` back to the end of a token that it has split.
///
/// Every character is looked at a bounded number of times: the end of a run of word characters is kept, so
/// that splitting a long word again and again stays linear.
struct Lexer {
  let reader: TextReader
  var position = 0
  /// `到` ends a number, as 且 and 或 always do: on after 介于.
  var numbersEndAtTo = false
  /// The cursor is at the end of the text: a word that touches it is still being typed.
  let isCompleting: Bool
  /// The text ends inside a comment.
  private(set) var isInComment = false
  private var run = 0..<0

  init(_ text: String, cursor: Int? = nil) {
    reader = TextReader(text, upTo: cursor)
    isCompleting = cursor != nil
  }

  /// The next token. What cannot be read is a token too; the lexer never fails.
  mutating func next() -> Token {
    let (blank, line) = skipBlanks()
    var token = read()
    token.blankBefore = blank
    token.lineBefore = line
    position = token.span.end
    return token
  }

  /// Passes over blanks, line ends and comments.
  private mutating func skipBlanks() -> (blank: Bool, line: Bool) {
    var blank = position == 0
    var line = position == 0
    while let (scalar, raw, _, next) = reader.folded(position) {
      if Characters.isLineEnd(raw) {
        line = true
        blank = true
      } else if scalar == "#" {
        blank = true
        skipComment(next)
        continue
      } else if Characters.isBlank(scalar) {
        blank = true
      } else {
        break
      }
      position = next
    }
    return (blank, line)
  }

  /// Passes over a comment.
  mutating func skipComment(_ offset: Int) {
    position = reader.lineEnd(from: offset)
    isInComment = position == reader.end
  }

  private mutating func read() -> Token {
    guard let (scalar, raw, start, next) = reader.folded(position) else {
      return Token(kind: .end, span: SourceSpan(reader.end, reader.end))
    }
    if Characters.isRefused(raw) { return hidden(raw, start, next) }
    if let quotes = Characters.quotes(of: raw) { return string(from: start, next, raw, quotes) }
    if Characters.isNameQuote(raw) { return quotedName(from: start, next, raw) }
    if Characters.isDigit(scalar) { return number(at: start) }
    if Characters.isWord(scalar) { return word(at: start) }
    return symbol(scalar, raw, start, next)
  }

  /// The word at an offset.
  private mutating func word(at start: Int) -> Token {
    let end = runEnd(from: start)
    let isTyped = isCompleting && end == reader.end
    return Token(kind: isTyped ? .end : .word, span: SourceSpan(start, end))
  }

  /// Where the run of word characters that holds `start` ends.
  mutating func runEnd(from start: Int) -> Int {
    if run.contains(start) { return run.upperBound }
    var end = start
    while let (scalar, raw, at, next) = reader.folded(end) {
      if Characters.isWord(scalar) {
        end = next
      } else if end > start, let behind = inner(raw, at, next) {
        end = behind
      } else {
        break
      }
    }
    run = start..<end
    return end
  }

  /// `·` and `——` belong to a word when a word character follows; the offset behind them.
  private func inner(_ raw: Unicode.Scalar, _ start: Int, _ next: Int) -> Int? {
    var behind = next
    if raw == "\u{2014}" {
      guard let (second, after) = reader.raw(next), second == raw else { return nil }
      behind = after
    } else if raw.value != 0xB7 {
      return nil
    }
    guard let following = reader.folded(behind), Characters.isWord(following.scalar) else { return nil }
    return behind
  }

  func hidden(_ raw: Unicode.Scalar, _ start: Int, _ end: Int) -> Token {
    let code = "U+" + String(raw.value, radix: 16, uppercase: true)
    return invalid(LanguageMessages.characterHidden, ["code": code], start, end, fixes: [""])
  }

  /// A token that cannot be read; `fixes` replace it.
  func invalid(
    _ message: Message, _ arguments: [String: String], _ start: Int, _ end: Int, fixes: [String] = []
  ) -> Token {
    let span = SourceSpan(start, end)
    let diagnostic = Diagnostic(
      message, arguments, at: span, fixes: fixes.map { Diagnostic.Fix(span, $0) })
    return Token(kind: .invalid(diagnostic), span: span)
  }

  /// The beginning of a word, enough to find a word of the language in it.
  func head(_ span: SourceSpan) -> String {
    reader.foldedText(span.start, min(span.end, span.start + 24))
  }

  /// A word in lower case, twins folded; nil when it is too long to be one of the language.
  func key(_ span: SourceSpan) -> String? {
    guard span.end - span.start <= 64 else { return nil }
    return reader.foldedText(span.start, span.end).lowercased()
  }
}

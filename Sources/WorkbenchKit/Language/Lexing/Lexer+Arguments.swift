import KitModel

/// Arguments are read as words, not as tokens: section 3 of the language, "BARE words".
extension Lexer {
  /// A run of argument text.
  struct BareWord {
    var text: String
    var span: SourceSpan
    /// What keeps it from being read.
    var fault: Diagnostic?
  }

  /// What stands at `position`, once blanks are passed over.
  enum ArgumentStart {
    case end
    case string, quotedName, variable, parenthesis, option, assignment, word
  }

  /// Passes over blanks and comments; inside parentheses also over line ends.
  mutating func skipArgumentBlanks(overLines: Bool, comments: Bool = true) {
    while let (scalar, raw, _, next) = reader.folded(position) {
      if Characters.isLineEnd(raw) {
        if !overLines { return }
      } else if scalar == "#", comments {
        skipComment(next)
        continue
      } else if !Characters.isBlank(scalar) {
        return
      }
      position = next
    }
  }

  /// What the next argument is, by its first characters.
  func argumentStart() -> ArgumentStart {
    guard let (scalar, raw, _, next) = reader.folded(position) else { return .end }
    if Characters.isLineEnd(raw) { return .end }
    if raw.value == 0x3002 || raw.value == 0xFF61, endsStatement(behind: next) { return .end }
    if Characters.quotes(of: raw) != nil { return .string }
    if Characters.isNameQuote(raw) { return .quotedName }
    switch scalar {
    case "|", ")", "}", ";", "{": return .end
    case "(": return .parenthesis
    case "=": return .assignment
    case "$":
      guard let following = reader.folded(next), following.start == next else { return .word }
      return Characters.isWord(following.scalar) || Characters.isNameQuote(following.raw) ? .variable : .word
    default: return optionStart(position) == nil ? .word : .option
    }
  }

  /// The offset of an option's name behind `--` (or `—`, `——`) when a letter follows.
  func optionStart(_ offset: Int) -> Int? {
    guard let (scalar, raw, _, next) = reader.folded(offset) else { return nil }
    var behind = next
    if raw.value == 0x2014 {
      if let (second, after) = reader.raw(next), second == raw { behind = after }
    } else {
      guard scalar == "-", let second = reader.folded(next), second.scalar == "-" else { return nil }
      behind = second.next
    }
    guard let letter = reader.folded(behind)?.scalar, Characters.isWord(letter), !Characters.isDigit(letter)
    else { return nil }
    return behind
  }

  /// `=` at `position`, passed over when it is there.
  mutating func takeAssignment() -> Bool {
    guard let (scalar, _, _, next) = reader.folded(position), scalar == "=" else { return false }
    position = next
    return true
  }

  /// Reads a run up to a blank, a line end, a stop or a quote; up to `=` too when it may name a value.
  mutating func bareWord(untilAssignment: Bool) -> BareWord {
    let start = position
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    while let (scalar, raw, at, next) = reader.folded(position) {
      if Characters.isLineEnd(raw) || Characters.isBlank(scalar) { break }
      if raw == "\\", let (escaped, behind) = escape(next, in: text) {
        text.append(contentsOf: [raw, escaped])
        last = escaped
        position = behind
        continue
      }
      if scalar == "|" || scalar == ")" || scalar == "}" || scalar == ";" { break }
      if untilAssignment, scalar == "=" { break }
      if Characters.isRefused(raw) {
        return faulty(text, start, hidden(raw, at, next))
      }
      let isGlued = scalar == "(" || scalar == "{" || scalar == "`" || Characters.quotes(of: raw) != nil
      if isGlued { return faulty(text, start, glued(raw, at, next)) }
      if raw.value == 0x2014 {
        guard let behind = dashInside(at, next, after: last) else {
          return faulty(text, start, symbol(scalar, raw, at, next))
        }
        text.append("_")
        position = behind
        last = "_"
        continue
      }
      if raw.value == 0x3002 || raw.value == 0xFF61, endsStatement(behind: next) { break }
      text.append(Self.keepsForm(raw) ? raw : scalar)
      last = scalar
      position = next
    }
    return BareWord(text: String(text), span: SourceSpan(start, position))
  }

  /// The mark behind a `\`, as terminals write it into a path that is dropped on them, and the offset behind it. In
  /// a path of Windows `\` parts folders.
  private func escape(_ offset: Int, in text: String.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
    guard let (scalar, next) = reader.raw(offset), PathEscapes.marks.contains(Character(scalar)) else {
      return nil
    }
    let start = Array(text.prefix(2))
    return start == ["\\", "\\"] || (start.count == 2 && start[1] == ":") ? nil : (scalar, next)
  }

  /// `——` between two word characters; the offset behind it.
  private func dashInside(_ start: Int, _ next: Int, after last: Unicode.Scalar?) -> Int? {
    guard let last, Characters.isWord(last), let (second, behind) = reader.raw(next),
      second.value == 0x2014, let following = reader.folded(behind)?.scalar, Characters.isWord(following)
    else { return nil }
    return behind
  }

  private static func keepsForm(_ raw: Unicode.Scalar) -> Bool {
    raw.value == 0x3001 || (0x3008...0x300B).contains(raw.value)
  }

  private func faulty(_ text: String.UnicodeScalarView, _ start: Int, _ token: Token) -> BareWord {
    var word = BareWord(text: String(text), span: SourceSpan(start, position))
    if case .invalid(let diagnostic) = token.kind { word.fault = diagnostic }
    return word
  }

  private func glued(_ raw: Unicode.Scalar, _ start: Int, _ end: Int) -> Token {
    invalid(LanguageMessages.argumentNeedsQuotes, ["character": String(raw)], start, end)
  }

  private func isBlank(_ offset: Int) -> Bool {
    guard let (scalar, raw, _, _) = reader.folded(offset) else { return true }
    return Characters.isBlank(scalar) || Characters.isLineEnd(raw)
  }

  /// Whether rows in parentheses stand behind a name that ends at `offset`, on its line and after a blank.
  mutating func rowsFollow(_ offset: Int) -> Bool {
    var start = offset
    while let (scalar, raw, _, next) = reader.folded(start), Characters.isBlank(scalar),
      !Characters.isLineEnd(raw)
    {
      start = next
    }
    guard start > offset, let (scalar, _, _, _) = reader.folded(start) else { return false }
    return scalar == "("
  }

  /// Whether a name that ends at `offset` is a command, by what follows it on its line: section 4, first two
  /// rows.
  mutating func commandFollows(_ offset: Int, atStatementStart: Bool) -> Bool {
    var start = offset
    while let (scalar, raw, _, next) = reader.folded(start), Characters.isBlank(scalar),
      !Characters.isLineEnd(raw)
    {
      start = next
    }
    guard start > offset, let (scalar, raw, at, next) = reader.folded(start) else { return false }
    if Characters.isLineEnd(raw) { return false }
    if Characters.quotes(of: raw) != nil || Characters.isNameQuote(raw) { return true }
    if Characters.isDigit(scalar) || scalar == "$" || optionStart(at) != nil { return true }
    if Characters.isWord(scalar) {
      let end = runEnd(from: at)
      let head = reader.foldedText(at, min(end, at + 24))
      return !InfixWord.endsOperand(key(SourceSpan(at, end)), prefix: head)
    }
    guard atStatementStart, let following = reader.folded(next), following.start == next,
      !Characters.isBlank(following.scalar), !Characters.isLineEnd(following.raw)
    else { return false }
    if raw.value == 0x300A || raw.value == 0x3008 {
      return following.scalar != "=" && following.scalar != ">"
    }
    if scalar == "/", following.scalar == "/" { return !isBlank(following.next) }
    return scalar == "/" || scalar == "." || scalar == "~" || scalar == "*" || scalar == "-"
  }
}

import KitModel

extension Lexer {
  /// A string on one line. `next` is the offset behind the opening quote.
  func string(
    from start: Int, _ next: Int, _ opening: Unicode.Scalar, _ quotes: Characters.QuotePair
  ) -> Token {
    var text = String.UnicodeScalarView()
    var offset = next
    var nested: [Quotation] = []
    while let (scalar, behind) = reader.raw(offset), !Characters.isLineEnd(scalar) {
      if Characters.isRefused(scalar) { return hidden(scalar, offset, behind) }
      if quotes.closers.contains(scalar) {
        if let inner = nested.popLast() {
          if !inner.isSound { return reversed(start, behind) }
          if let outer = nested.indices.last { nested[outer].saysSomething = true }
        } else if quotes.doubles(opening), let (second, after) = reader.raw(behind), second == scalar {
          offset = after
          text.append(scalar)
          continue
        } else {
          return Token(kind: .literal(.string(String(text))), span: SourceSpan(start, behind))
        }
      } else if scalar == quotes.open {
        nested.append(Quotation())
      } else if let inner = nested.indices.last {
        nested[inner].take(scalar)
      }
      text.append(scalar)
      offset = behind
    }
    return unclosed(start, offset, opening, quotes)
  }

  /// A quotation inside another says something: it has a letter or digit and is no calculation.
  private struct Quotation {
    var saysSomething = false
    private var calculates = false

    var isSound: Bool { saysSomething && !calculates }

    mutating func take(_ scalar: Unicode.Scalar) {
      let folded = Characters.folded(scalar)
      if scalar == "<" || scalar == ">" || folded == "=" { calculates = true }
      if Characters.isWord(folded), folded != "_" { saysSomething = true }
    }
  }

  private func reversed(_ start: Int, _ end: Int) -> Token {
    invalid(LanguageMessages.quotesReversed, ["text": reader.slice(start, end)], start, end)
  }

  /// The string goes on to the end of its line; the likeliest mending is the right quote for the wrong one.
  private func unclosed(
    _ start: Int, _ end: Int, _ opening: Unicode.Scalar, _ quotes: Characters.QuotePair
  ) -> Token {
    if isCompleting, end == reader.end { return Token(kind: .end, span: SourceSpan(start, end)) }
    let close = quotes.closers.first.map { String($0) } ?? ""
    var wrong: SourceSpan?
    var offset = start
    var isFirst = true
    while offset < end, let (scalar, next) = reader.raw(offset) {
      if !isFirst, Characters.quotes(of: scalar) != nil || Self.closing.contains(scalar.value) {
        wrong = wrong ?? SourceSpan(offset, next)
      }
      isFirst = false
      offset = next
    }
    let span = SourceSpan(start, end)
    let diagnostic = Diagnostic(
      LanguageMessages.stringUnclosed, ["open": String(opening), "close": close],
      at: SourceSpan(start, min(end, start + String(opening).utf8.count)),
      fixes: [Diagnostic.Fix(wrong ?? SourceSpan(end, end), close)])
    return Token(kind: .invalid(diagnostic), span: span)
  }

  private static let closing: Set<UInt32> = [0x300D, 0x300F]

  /// A name in backquotes, or between two `·`.
  func quotedName(from start: Int, _ next: Int, _ opening: Unicode.Scalar) -> Token {
    var offset = next
    while let (scalar, behind) = reader.raw(offset), !Characters.isLineEnd(scalar) {
      if Characters.isRefused(scalar) { return hidden(scalar, offset, behind) }
      if closes(opening, scalar) {
        if offset == next { return invalid(LanguageMessages.quotedNameEmpty, [:], start, behind) }
        return Token(kind: .quotedName(reader.slice(next, offset)), span: SourceSpan(start, behind))
      }
      offset = behind
    }
    if isCompleting, offset == reader.end { return Token(kind: .end, span: SourceSpan(start, offset)) }
    let mark = opening.value == 0xB7 ? "·" : "`"
    let diagnostic = Diagnostic(
      LanguageMessages.quotedNameUnclosed, at: SourceSpan(start, next),
      fixes: [Diagnostic.Fix(SourceSpan(offset, offset), mark)])
    return Token(kind: .invalid(diagnostic), span: SourceSpan(start, offset))
  }

  private func closes(_ opening: Unicode.Scalar, _ scalar: Unicode.Scalar) -> Bool {
    opening.value == 0xB7 ? scalar == opening : scalar == "`" || scalar.value == 0xFF40
  }
}

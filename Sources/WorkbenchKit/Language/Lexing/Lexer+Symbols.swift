import KitModel

extension Lexer {
  /// The sign at an offset: the longest that fits.
  func symbol(_ scalar: Unicode.Scalar, _ raw: Unicode.Scalar, _ start: Int, _ next: Int) -> Token {
    switch raw.value {
    case 0x2265, 0x2267: return token(.greaterOrEqual, start, next)
    case 0x2264, 0x2266: return token(.lessOrEqual, start, next)
    case 0x2260: return token(.notEqual, start, next)
    case 0x2014: return dash(start, next)
    case 0x3002, 0xFF61:
      if endsStatement(behind: next) { return token(.semicolon, start, next) }
    default: break
    }
    if let following = reader.folded(next), following.start == next,
      let symbol = Self.double(scalar, following.scalar)
    {
      return token(symbol, start, following.next)
    }
    if scalar == "&" { return token(.doubleAmpersand, start, next) }
    if scalar.isASCII, let symbol = Symbol(rawValue: String(scalar)) { return token(symbol, start, next) }
    return invalid(LanguageMessages.characterUnknown, ["character": String(raw)], start, next)
  }

  private func token(_ symbol: Symbol, _ start: Int, _ end: Int) -> Token {
    Token(kind: .symbol(symbol), span: SourceSpan(start, end))
  }

  private static func double(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Symbol? {
    switch (first, second) {
    case ("=", "="): .equal
    case ("=", ">"): .arrow
    case ("=", "<"): .equalLess
    case ("!", "="), ("<", ">"): .notEqual
    case ("<", "="): .lessOrEqual
    case (">", "="): .greaterOrEqual
    case ("/", "/"): .divideWhole
    case (".", "."): .dots
    case ("&", "&"): .doubleAmpersand
    case ("|", "|"): .doubleBar
    default: nil
    }
  }

  /// `—` outside words and arguments says nothing for sure.
  private func dash(_ start: Int, _ next: Int) -> Token {
    var end = next
    if let (second, behind) = reader.raw(next), second.value == 0x2014 { end = behind }
    return invalid(
      LanguageMessages.dashUnclear, ["text": reader.slice(start, end)], start, end, fixes: ["-", "_"])
  }

  /// Nothing but blanks, a comment or a `}` stands between the offset and the end of the line.
  func endsStatement(behind offset: Int) -> Bool {
    var offset = offset
    while let (scalar, raw, _, next) = reader.folded(offset) {
      if Characters.isLineEnd(raw) || scalar == "#" || scalar == "}" { return true }
      if !Characters.isBlank(scalar) { return false }
      offset = next
    }
    return true
  }
}

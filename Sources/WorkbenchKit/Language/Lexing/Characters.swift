import KitModel

/// What single characters are to the language: twins, word characters, blanks, line ends, quotes.
enum Characters {
  /// The character that `raw` is read as outside strings, quoted names and comments.
  static func folded(_ raw: Unicode.Scalar) -> Unicode.Scalar {
    if raw.value < 0x80 { return raw }
    if let twin = Twins.ascii(raw) { return twin }
    switch raw.value {
    case 0x3001: return ","
    case 0x3002, 0xFF61: return "."
    case 0x3010: return "["
    case 0x3011: return "]"
    case 0x300A, 0x3008: return "<"
    case 0x300B, 0x3009: return ">"
    case 0xD7: return "*"
    case 0xF7: return "/"
    case 0x2212, 0x2013, 0x2010, 0x2011: return "-"
    case 0xFFE5, 0xA5: return "$"
    case 0x2502, 0x2223, 0xFFE8, 0x4E28: return "|"
    case 0x2236: return ":"
    case 0x0B, 0x0C: return " "
    default: return raw
    }
  }

  /// Letters and marks of any script, digits, letter numbers, `_`; of folded characters.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return (value >= 0x61 && value <= 0x7A) || (value >= 0x41 && value <= 0x5A)
        || (value >= 0x30 && value <= 0x39) || value == 0x5F
    }
    if value >= 0x4E00 && value <= 0x9FFF { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar.value == 0x0B || scalar.value == 0x0C
  }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Turns the direction of text, so that it does not read as it looks.
  static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// What may close a string that `raw` opens; nil if it opens none.
  static func quotes(of raw: Unicode.Scalar) -> QuotePair? {
    switch raw.value {
    case 0x22: QuotePair(open: nil, closers: ["\""])
    case 0x27: QuotePair(open: nil, closers: ["'"])
    case 0xFF02: QuotePair(open: nil, closers: ["\"", "\u{FF02}"])
    case 0xFF07: QuotePair(open: nil, closers: ["'", "\u{FF07}"])
    case 0x201C: QuotePair(open: "\u{201C}", closers: ["\u{201D}"])
    case 0x2018: QuotePair(open: "\u{2018}", closers: ["\u{2019}"])
    case 0x300C: QuotePair(open: "\u{300C}", closers: ["\u{300D}"])
    case 0x201D: QuotePair(open: nil, closers: ["\u{201D}", "\u{201C}"])
    case 0x2019: QuotePair(open: nil, closers: ["\u{2019}", "\u{2018}"])
    default: nil
    }
  }

  /// A backquote, or the character that its key gives in Chinese mode, where a token begins.
  static func isNameQuote(_ raw: Unicode.Scalar) -> Bool {
    raw == "`" || raw.value == 0xFF40 || raw.value == 0xB7
  }

  /// How a string is closed.
  struct QuotePair {
    /// The quote that nests inside; nil if none does.
    let open: Unicode.Scalar?
    let closers: [Unicode.Scalar]
    /// The quote doubled stands for itself.
    func doubles(_ raw: Unicode.Scalar) -> Bool {
      raw == "\"" || raw == "'" || raw.value == 0xFF02 || raw.value == 0xFF07
    }
  }
}

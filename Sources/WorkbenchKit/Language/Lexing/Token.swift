import KitModel

/// What the lexer hands to the parser: one token, with its place and what stood before it.
struct Token {
  var kind: Kind
  var span: SourceSpan
  /// A blank, a line end or a comment stands before it.
  var blankBefore = false
  /// It is the first of its line.
  var lineBefore = false

  /// Payloads are boxed: the parser recurses, and a token must not fill its frames.
  enum Kind {
    /// The end of the text; while completing, also the word that the cursor touches.
    case end
    /// A word: what it is, its place decides.
    case word
    indirect case quotedName(String)
    indirect case literal(Expression.Literal)
    case symbol(Symbol)
    /// What cannot be read; said only if the parser gets to it.
    indirect case invalid(Diagnostic)
  }

  var isEnd: Bool { if case .end = kind { true } else { false } }

  var isWord: Bool { if case .word = kind { true } else { false } }

  func isSymbol(_ symbol: Symbol) -> Bool { if case .symbol(symbol) = kind { true } else { false } }
}

/// Signs of the language, twins folded. The last few belong to other languages and are answered with the right
/// word.
enum Symbol: String, Hashable {
  case pipe = "|"
  case comma = ","
  case dot = "."
  case dots = ".."
  case semicolon = ";"
  case colon = ":"
  case open = "("
  case close = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case dollar = "$"
  case assign = "="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case tilde = "~"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case divideWhole = "//"
  case remainder = "%"
  case doubleAmpersand = "&&"
  case doubleBar = "||"
  case bang = "!"
  case arrow = "=>"
  case equalLess = "=<"
}

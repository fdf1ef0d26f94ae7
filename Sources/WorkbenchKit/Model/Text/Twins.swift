/// Full-width characters and the ASCII characters that they stand for.
///
/// One table serves names, headings, cells and the lexer, so that `ＡＢ１２`, `ab12` and `AB12` are one name.
/// The lexer knows more twins (punctuation of the Chinese input method); they are its own business.
public enum Twins {
  /// The ASCII twin of a full-width form (U+FF01–U+FF5E) or a Unicode space, else nil.
  public static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    case 0x3000, 0x00A0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: " "
    default: nil
    }
  }

  /// Characters without width or meaning that files and chat programs leave behind.
  public static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// `text` with every full-width form and space as its ASCII twin and invisible characters dropped.
  public static func folded(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return String(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      result.append(ascii(scalar) ?? scalar)
    }
    return String(result)
  }
}

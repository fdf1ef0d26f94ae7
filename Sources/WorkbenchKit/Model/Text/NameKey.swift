/// What two spellings of one name have in common: twins folded, composed (NFC), ASCII in lower case, blanks
/// around it dropped.
///
/// `NameKey("ＣＯＤＥ ") == NameKey("code")`. Names of the language, headings of files, labels and aliases are
/// all compared by it.
public struct NameKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  public init(_ name: some StringProtocol) { self.init(String(name)) }

  // Not generic, since the generic form stays unspecialised for other modules: keys are made by the thousand
  // whenever the workbench starts.
  public init(_ name: String) {
    if name.utf8.allSatisfy(Self.isPlain) {
      description = name
    } else if name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) {
      description = Self.lowered(name)
    } else {
      // String comparison in Swift is canonical (NFC and NFD are equal and hash alike), so composing is not
      // needed for equality; keeping the scalars as they came avoids a pass over every heading.
      description = Self.lowered(Twins.folded(name)).trimmed
    }
  }

  /// Bytes of what is its own key: ASCII but for capitals and blanks, and U+4000 to U+9FFF, where nothing is folded
  /// or composed. Nearly all names are made of these.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x40, 0x5B...0x7E, 0x80...0xBF, 0xE4...0xE9: true
    default: false
    }
  }

  public static func < (left: NameKey, right: NameKey) -> Bool { left.description < right.description }

  private static func lowered(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      result.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
    }
    return String(result)
  }
}

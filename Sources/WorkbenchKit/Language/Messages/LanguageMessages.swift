import KitModel

/// Everything that lexer and parser have to say.
public enum LanguageMessages {
  /// All of it, for the test of the catalogues and for the manual.
  public static let all: [Message] = characters + numbers + arguments + missing + misplaced + limits
}

/// SHA-256 of a text.
public enum TextDigest {
  /// In hexadecimal digits.
  public static func sha256(_ text: String) -> String {
    FileDigest(of: Array(text.utf8)).sha256
  }
}

/// SHA-256 of a text.
package enum TextDigest {
  /// In hexadecimal digits.
  package static func sha256(_ text: String) -> String {
    FileDigest(of: Array(text.utf8)).sha256
  }
}

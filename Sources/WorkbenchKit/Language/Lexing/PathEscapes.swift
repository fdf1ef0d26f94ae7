/// Paths as terminals write them when a file is dropped on them: with a `\` before marks that a shell would read.
package enum PathEscapes {
  /// The marks that have one.
  package static let marks: Set<Character> = [
    " ", "(", ")", "[", "]", "{", "}", "<", ">", "&", "'", "\"", "`", "!", "$", "*", "?", ";", "|", "#", "~",
    ",", "=",
  ]
}

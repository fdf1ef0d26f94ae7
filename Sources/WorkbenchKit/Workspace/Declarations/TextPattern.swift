/// The pattern of a text field, ready to be matched against whole values.
///
/// `Regex` cannot cross tasks, so the compiled form lives where it is used.
struct TextPattern {
  private let regex: Regex<AnyRegexOutput>

  /// - Throws: when `pattern` is no regular expression.
  init(_ pattern: String) throws { regex = try Regex(pattern) }

  func matches(_ text: String) -> Bool { (try? regex.wholeMatch(in: text)) != nil }
}

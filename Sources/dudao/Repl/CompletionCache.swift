import KitLanguage

/// Values that Tab has looked up, kept until the next statement runs: a person presses it again after each letter.
final class CompletionCache {
  struct Key: Hashable {
    /// Nil: the table that was shown last.
    var source: Source?
    var stages: [Stage]
    var column: String
  }

  private var kept: [Key: [String]] = [:]

  func texts(_ key: Key, _ make: () -> [String]) -> [String] {
    if let texts = kept[key] { return texts }
    let texts = make()
    kept[key] = texts
    return texts
  }

  func clear() { kept = [:] }
}

import PluginAPI

extension [String] {
  /// As a list in a sentence; a long one is cut, and how many there are is said.
  func listed(_ language: UILanguage, limit: Int = 5) -> String {
    let shown = prefix(limit).joined(separator: language == .zh ? "、" : ", ")
    guard count > limit else { return shown }
    return language == .zh ? "\(shown)等 \(count) 个" : "\(shown) and \(count - limit) more"
  }

  /// The list as two arguments of a message, for each language its own.
  func arguments(_ name: String, limit: Int = 5) -> [String: String] {
    [name: listed(.zh, limit: limit), name + "En": listed(.en, limit: limit)]
  }
}

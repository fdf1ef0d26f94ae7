import PluginAPI

/// Numbers of registers: `CQ2024-001`, the next one after the highest there is.
enum Numbers {
  /// - Parameter width: Digits of the number when the register is empty; else as the highest is written.
  static func next(after taken: [String], prefix: String, year: Int, width: Int) -> String {
    let head = "\(prefix)\(year)-"
    let tails = taken.filter { $0.hasPrefix(head) }.map { $0.dropFirst(head.count) }
    let highest = tails.compactMap { tail in Int(tail).map { (number: $0, digits: tail.count) } }
      .max { $0.number < $1.number }
    let digits = String((highest?.number ?? 0) + 1)
    let wanted = highest?.digits ?? width
    return head + String(repeating: "0", count: max(0, wanted - digits.count)) + digits
  }
}

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

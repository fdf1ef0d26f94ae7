import KitModel

/// How well a typed beginning fits something that has names. Smaller is better.
enum NameMatch: Int, Comparable, Sendable {
  case wholeName, beginning, initials, inside

  static func < (left: NameMatch, right: NameMatch) -> Bool { left.rawValue < right.rawValue }
}

/// Compares names with what was typed: English, Chinese, or the first letters of pinyin (`qsz` → 青石镇, every
/// reading of a character that has several). Made once for many names: ten thousand take a few milliseconds.
struct NameMatcher: Sendable {
  /// What was typed, twins folded, lower case; fits everything when empty.
  let typed: String
  private let typedBytes: [UInt8]
  private let isLetters: Bool

  init(_ typed: String) {
    self.typed = NameKey(typed).description
    typedBytes = Array(self.typed.utf8)
    isLetters = typedBytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// The best fit among the names of one thing; nil where none fits.
  func match(_ names: [String]) -> NameMatch? {
    var best: NameMatch?
    for name in names {
      if let match = match(name) { best = min(best ?? match, match) }
    }
    return best
  }

  func match(_ name: String) -> NameMatch? {
    if typedBytes.isEmpty { return .beginning }
    guard let first = name.unicodeScalars.first else { return nil }
    if typed.hasPrefix("--"), typedBytes.count > 2, name.hasPrefix("--"),
      name.unicodeScalars.dropFirst(2).first.map({ $0.value >= 0x3400 }) == true
    {
      // An option with a Chinese name, such as a parameter of a script.
      return NameMatcher(String(typed.dropFirst(2))).match(String(name.dropFirst(2)))
    }
    if isLetters, first.value >= 0x3400 {
      return Pinyin.initials(of: name, beginWith: typedBytes) ? .initials : nil
    }
    let key = NameKey(name).description
    if key == typed { return .wholeName }
    if key.hasPrefix(typed) { return .beginning }
    // One letter stands inside too many names to say anything.
    return (!isLetters || typedBytes.count > 1) && key.contains(typed) ? .inside : nil
  }
}

import KitModel

/// How well a typed beginning fits something that has names: English id, Chinese label, further names, and the
/// first letters of its pinyin. Smaller is better.
enum NameMatch: Int, Comparable, Sendable {
  case wholeName, beginning, initials, inside

  /// The best fit of `typed` among `names`; nil where none fits. An empty beginning fits everything.
  ///
  /// `initials` gives the pinyin initials of a Chinese name, with every reading of a character that has
  /// several; it is asked only when the typed text is letters.
  init?(_ typed: String, names: [String], initials: (String) -> [String]) {
    let wanted = NameKey(typed).description
    if wanted.isEmpty {
      self = .beginning
      return
    }
    var best: NameMatch?
    let lettersOnly = wanted.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    for name in names {
      let key = NameKey(name).description
      let fit: NameMatch? =
        if key == wanted {
          .wholeName
        } else if key.hasPrefix(wanted) {
          .beginning
        } else if lettersOnly, !key.utf8.allSatisfy({ $0 < 0x80 }),
          initials(name).contains(where: { $0.hasPrefix(wanted) })
        {
          .initials
        } else if key.contains(wanted), wanted.count > 1 || !lettersOnly {
          .inside
        } else {
          nil
        }
      if let fit { best = min(best ?? fit, fit) }
    }
    guard let best else { return nil }
    self = best
  }

  static func < (left: NameMatch, right: NameMatch) -> Bool { left.rawValue < right.rawValue }
}

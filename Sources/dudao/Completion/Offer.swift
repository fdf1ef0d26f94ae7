import KitModel

/// Something that may be meant: its names, and what is typed for it in each language.
struct Offer {
  var english: String
  var chinese: String
  /// Names that find it too: aliases, former labels.
  var others: [String] = []

  /// The name that is typed when something has been typed, and how well it fits; nil when it does not.
  ///
  /// Who types English gets English, who types Chinese or pinyin gets Chinese.
  func fit(_ matcher: NameMatcher, _ language: UILanguage) -> (name: String, match: NameMatch)? {
    if matcher.typed.isEmpty { return (language == .zh ? chinese : english, .beginning) }
    let both = [(english, [english]), (chinese, [chinese])]
    let further = others.map { other in (Self.isAscii(other) ? english : chinese, [other]) }
    var best: (name: String, match: NameMatch)?
    for (name, names) in both + further {
      guard let match = matcher.match(names) else { continue }
      if best.map({ match < $0.match }) ?? true { best = (name, match) }
    }
    return best
  }

  /// The name in the other language than `name`.
  func other(than name: String) -> String { name == english ? chinese : english }

  private static func isAscii(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}

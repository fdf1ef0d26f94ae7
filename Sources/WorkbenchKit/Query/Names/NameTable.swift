import KitModel

/// Things found by names in two ranks: id and labels first, then aliases and former names.
enum NameTable {
  enum Match<Element> {
    case none
    case one(Element)
    case several([Element])
  }

  static func find<Element>(
    _ key: NameKey, in elements: [Element], first: (Element) -> [NameKey], second: (Element) -> [NameKey]
  ) -> Match<Element> {
    var found = elements.filter { first($0).contains(key) }
    if found.isEmpty { found = elements.filter { second($0).contains(key) } }
    if found.count > 1 { return .several(found) }
    return found.first.map(Match.one) ?? .none
  }
}

extension FieldDeclaration {
  var firstNames: [NameKey] { [NameKey(id), NameKey(label.zh), NameKey(label.en)] }
  var furtherNames: [NameKey] { (aliases + former).map { NameKey($0) } }
}

extension EntityDeclaration {
  var firstNames: [NameKey] { [NameKey(id), NameKey(label.zh), NameKey(label.en)] }
  var furtherNames: [NameKey] { (aliases + former).map { NameKey($0) } }
}

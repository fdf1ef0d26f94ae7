import KitModel

extension Catalog {
  /// An entity with its names as they are compared.
  typealias NamedEntity = (entity: EntityDeclaration, first: [NameKey], further: [NameKey])

  var namedEntities: [NamedEntity] {
    entities.map { (entity: $0, first: $0.firstNames, further: $0.furtherNames) }
  }

  /// The entities that a name may mean, as in a query: by id and label, else by alias and former label. In front of a dot
  /// stands the plugin, by its id or label: `duty.entry`, `履职.评分`.
  public func entities(named text: String) -> [EntityDeclaration] {
    entities(
      named: text.split(separator: ".", omittingEmptySubsequences: false).map { NameKey(String($0)) },
      among: namedEntities)
  }

  func entities(named parts: [NameKey], among candidates: [NamedEntity]) -> [EntityDeclaration] {
    guard let last = parts.last, parts.count <= 2 else { return [] }
    var candidates = candidates
    if parts.count == 2, let plugin = parts.first {
      candidates = candidates.filter { candidate in
        let label = plugins[candidate.entity.plugin]
        return [candidate.entity.plugin, label?.zh, label?.en].compactMap { $0 }
          .contains { NameKey($0) == plugin }
      }
    }
    switch NameTable.find(last, in: candidates, first: \.first, second: \.further) {
    case .none: return []
    case .one(let one): return [one.entity]
    case .several(let several): return several.map(\.entity)
    }
  }
}

import KitModel

/// An entity with the entities that it extends, itself first.
struct Lineage {
  let members: [EntityDeclaration]
  /// Whether the chain comes back to itself.
  let isCircular: Bool
  /// Whether every parent is known.
  let isComplete: Bool

  init(of entity: EntityDeclaration, among known: [String: EntityDeclaration]) {
    var members = [entity]
    var seen: Set<String> = [entity.fullName]
    var next = entity.extends
    var circular = false
    while let name = next {
      guard seen.insert(name).inserted else {
        circular = true
        break
      }
      guard let parent = known[name] else { break }
      members.append(parent)
      next = parent.extends
    }
    self.members = members
    isCircular = circular
    isComplete = !circular && members.last?.extends == nil
  }

  var rootFirst: [EntityDeclaration] { members.reversed() }

  /// All fields that can be written, the root's first.
  var fields: [FieldDeclaration] { rootFirst.flatMap(\.fields) }

  /// Field ids named as key, order, name, match or kind that the lineage does not have.
  func unknownFields() -> [(role: String, field: String)] {
    guard let entity = members.first else { return [] }
    let stored = Set(fields.map(\.id))
    let shown = stored.union(members.flatMap { $0.computed.flatMap(\.columns) }.map(\.id))
    var faults: [(String, String)] = []
    func look(_ role: String, _ names: [String], in known: Set<String>) {
      for name in names where !known.contains(name) { faults.append((role, name)) }
    }
    look("key", entity.key, in: stored)
    look("order", entity.order, in: shown)
    look("name", entity.nameField.map { [$0] } ?? [], in: stored)
    look("match", entity.matchFields, in: stored)
    look("kind", entity.parentValue.map { [$0.field] } ?? [], in: stored)
    return faults
  }
}

import KitModel
import KitStore
import KitWorkspace

/// What a paper rests on besides its own row: the rows that others say belong to it, and the rows these refer to.
///
/// Found from the declared references, without knowing any area: an item of a rectification notice refers to the paper
/// and to a finding, so the changes that wrote the item and the finding must stand as long as the paper does.
struct PaperFoundations {
  let desk: PaperDesk

  init(_ desk: PaperDesk) { self.desk = desk }

  /// Ids of the changes that gave these rows their present values.
  func changes(below paper: PaperRecord) throws -> [Int64] {
    var changes: Set<Int64> = []
    let entities = desk.context.workspace?.entities ?? []
    for entity in entities where entity.fullName != desk.register.entity.fullName {
      for field in entity.fields where field.type == .reference(desk.register.entity.fullName) {
        changes.formUnion(try self.changes(of: entity, where: field.id, is: paper.draft, among: entities))
      }
    }
    return changes.sorted()
  }

  private func changes(
    of entity: EntityDeclaration, where column: String, is draft: String, among entities: [EntityDeclaration]
  ) throws -> Set<Int64> {
    let references = entity.fields.filter { field in
      if case .reference(let target) = field.type { target != desk.register.entity.fullName } else { false }
    }
    // A part of the key may be a reference itself: each column stands once.
    let ids = entity.key + references.map(\.id).filter { !entity.key.contains($0) }
    let columns = ids.map { "`\($0)`" }.joined(separator: ", ")
    let relation = quotedRelation(entity.fullName)
    let table = try desk.context.query(
      "\(relation) | where `\(column)` == $the_paper | select \(columns)",
      variables: ["the_paper": .text(draft)])
    var changes: Set<Int64> = []
    for row in table.rows {
      let key = row.values.prefix(entity.key.count).map(Self.plain)
      changes.formUnion(try self.changes(of: entity, key: Array(key)))
      for field in references {
        guard let place = ids.firstIndex(of: field.id), case .reference(let target) = field.type,
          case .reference(let reference) = row.values[place],
          let other = entities.first(where: { $0.fullName == target }), isOfItems(other)
        else { continue }
        changes.formUnion(try self.changes(of: other, key: [.text(reference.key)]))
      }
    }
    return changes
  }

  /// Rows that papers speak of, such as findings; not the units and people they name, whose lists go on changing.
  private func isOfItems(_ entity: EntityDeclaration) -> Bool {
    entity.extends == nil
      && entity.fields.contains { field in
        if case .reference = field.type { field.isRequired } else { false }
      }
  }

  private func changes(of entity: EntityDeclaration, key: [Value]) throws -> Set<Int64> {
    let store = try desk.store
    return Set(
      try entity.fields.compactMap { field in
        try store.origin(entity: entity, key: key, field: field.id)?.change.id
      })
  }

  private static func plain(_ value: Value) -> Value {
    if case .reference(let reference) = value { .text(reference.key) } else { value }
  }
}

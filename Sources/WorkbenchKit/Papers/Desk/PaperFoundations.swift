import KitModel
import KitQuery
import KitStore
import KitWorkspace

/// What a paper rests on besides its own row: the rows that others say belong to it, the rows these refer to, and the
/// rows that it lists.
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
    for (entity, keys) in try listed(by: paper, among: entities) {
      for key in keys { changes.formUnion(try self.changes(of: entity, key: key)) }
    }
    return changes.sorted()
  }

  /// Rows that the pipelines of the kind begin with, as far as they belong to the paper's inspection or unit: what a
  /// report counts, what the result of a re-check lists.
  private func listed(by paper: PaperRecord, among entities: [EntityDeclaration]) throws
    -> [(entity: EntityDeclaration, keys: [[Value]])]
  {
    guard let kind = try? desk.rules.kind(paper.kind) else { return [] }
    let targets = [("inspection", paper.inspection), ("unit", paper.unit)].compactMap { field, key in
      desk.register.entity.fields.first { $0.id == field }.flatMap { declared in
        key.map { (type: declared.type, key: $0, name: field) }
      }
    }
    var found: [(EntityDeclaration, [[Value]])] = []
    for pipeline in kind.items.map(\.rows) {
      guard let source = PipelineText.relation(pipeline).map({ NameKey($0) }),
        let entity = entities.first(where: { entity in
          (entity.names + [entity.fullName]).contains { NameKey($0) == source }
        }), !found.contains(where: { $0.0.fullName == entity.fullName })
      else { continue }
      let belonging = targets.compactMap { target in
        entity.fields.first { $0.type == target.type }.map { (field: $0.id, target: target) }
      }
      // Of a list that is not this paper's, such as all schools, nothing can be said.
      guard !belonging.isEmpty else { continue }
      let condition = belonging.map { "`\($0.field)` == $the_\($0.target.name)" }.joined(separator: " and ")
      let rows = try desk.context.query(
        """
        \(quotedRelation(entity.fullName)) | where \(condition) \
        | select \(entity.key.map { "`\($0)`" }.joined(separator: ", "))
        """,
        variables: Dictionary(
          belonging.map { ("the_\($0.target.name)", Value.text($0.target.key)) },
          uniquingKeysWith: { first, _ in first }))
      found.append((entity, rows.rows.map { $0.values.map(Self.plain) }))
    }
    return found
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

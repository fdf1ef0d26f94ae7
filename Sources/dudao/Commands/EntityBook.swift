import KitModel
import KitQuery

/// What the declarations say about entities, asked by the commands that know no entity by name.
struct EntityBook {
  let entities: [EntityDeclaration]

  init(_ catalog: Catalog) { entities = catalog.entities }

  /// The entity of that id, label, alias or full name; nil for none.
  func named(_ name: String) -> EntityDeclaration? {
    let key = NameKey(name)
    return entities.first { entity in
      NameKey(entity.fullName) == key || entity.names.contains { NameKey($0) == key }
    }
  }

  func full(_ name: String) -> EntityDeclaration? { entities.first { $0.fullName == name } }

  /// The entity with those that it extends, the root first.
  func lineage(_ entity: EntityDeclaration) -> [EntityDeclaration] {
    var lineage = [entity]
    while let parent = lineage.first?.extends, let found = full(parent), !lineage.contains(found) {
      lineage.insert(found, at: 0)
    }
    return lineage
  }

  /// The fields that are stored, the root's first.
  func fields(_ entity: EntityDeclaration) -> [FieldDeclaration] { lineage(entity).flatMap(\.fields) }

  /// Key fields; those of the root where the entity repeats none.
  func key(_ entity: EntityDeclaration) -> [FieldDeclaration] {
    let ids = entity.key.isEmpty ? lineage(entity).first?.key ?? [] : entity.key
    let fields = fields(entity)
    return ids.compactMap { id in fields.first { $0.id == id } }
  }

  func nameField(_ entity: EntityDeclaration) -> String? {
    lineage(entity).reversed().lazy.compactMap(\.nameField).first
  }

  /// Fields by which a row is found, besides its key and its name.
  func matchFields(_ entity: EntityDeclaration) -> [FieldDeclaration] {
    let ids =
      lineage(entity).flatMap(\.matchFields) + key(entity).map(\.id) + [nameField(entity)].compactMap { $0 }
    return fields(entity).filter { ids.contains($0.id) }
  }

  /// Entities whose rows stand for something that has a name and a key of one field: what can have a card.
  var cardSubjects: [EntityDeclaration] {
    entities.filter { nameField($0) != nil && key($0).count == 1 }
  }

  /// The type of a field in words: a choice with its values, a reference with what it points to.
  func typeName(_ type: DataType, _ language: UILanguage) -> String {
    switch type {
    case .choice(let values): type.name(language) + " " + values.joined(separator: "/")
    case .reference(let target): type.name(language) + " " + (full(target)?.label.text(language) ?? target)
    default: type.name(language)
    }
  }

  /// Every reference to the entity or to one that it extends: from where, by which field.
  func references(to entity: EntityDeclaration) -> [(from: EntityDeclaration, field: FieldDeclaration)] {
    let targets = Set(lineage(entity).map(\.fullName))
    return entities.flatMap { from in
      from.fields.compactMap { field in
        guard case .reference(let target) = field.type, targets.contains(target) else { return nil }
        return (from, field)
      }
    }
  }
}

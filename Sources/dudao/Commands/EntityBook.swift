import KitModel
import KitQuery
import KitWorkspace

/// What the declarations say about entities, asked by the commands that know no entity by name.
struct EntityBook {
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  var entities: [EntityDeclaration] { catalog.entities }

  /// The entity of that name, as a query reads it; of several the first, nil for none.
  func named(_ name: String) -> EntityDeclaration? { catalog.entities(named: name).first }

  /// The one entity that a person means; nil for none. Several are refused, with their full names.
  func one(_ name: String, at span: SourceSpan?) throws -> EntityDeclaration? {
    let found = catalog.entities(named: name)
    guard found.count > 1 else { return found.first }
    throw Diagnostic(
      ConfigurationMessages.ambiguousEntity,
      ["name": name, "candidates": found.map(\.fullName).joined(separator: "、")], at: span)
  }

  /// How an entity is typed: by its label or id where that says which one is meant, else by its full name.
  func typed(_ entity: EntityDeclaration, _ language: UILanguage) -> String {
    let short = language == .zh ? entity.label.zh : entity.id
    return catalog.entities(named: short).count == 1 ? short : entity.fullName
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

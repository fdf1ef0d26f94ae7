import KitModel

/// The declarations of all enabled plugins, joined: names completed, what is inherited filled in, added columns
/// put where they belong.
public struct DeclarationSet: Hashable, Sendable {
  /// In the order in which the plugins were given; parents need not stand first.
  public private(set) var entities: [EntityDeclaration]
  /// By full name.
  private let places: [String: Int]

  /// Joins the files of plugins.
  ///
  /// - Parameter files: What `EntityFile.read` gave for each plugin, with the plugin's file as the user knows
  ///   it (for diagnostics).
  /// - Throws: `Diagnostics` naming every reference that leads nowhere and every clash between plugins.
  public init(joining files: [(file: String, content: EntityFile)]) throws {
    var faults: [Diagnostic] = []
    var entities: [EntityDeclaration] = []
    var places: [String: Int] = [:]
    var origins: [String] = []
    for (file, content) in files {
      for entity in content.entities {
        if places[entity.fullName] != nil {
          faults.append(
            Diagnostic(
              DeclarationMessages.entityTwice, ["name": entity.fullName], in: Location(file: file)))
        } else {
          places[entity.fullName] = entities.count
          entities.append(entity)
          origins.append(file)
        }
      }
    }
    let resolver = Resolver(entities: entities)
    for index in entities.indices {
      resolver.complete(&entities[index], file: origins[index], faults: &faults)
    }
    for (file, content) in files {
      for addition in content.additions {
        let name = resolver.fullName(addition.to, in: "adds", file: file, faults: &faults)
        guard let place = name.flatMap({ places[$0] }) else { continue }
        Self.add(addition.columns, to: &entities[place], file: file, faults: &faults)
      }
    }
    let known = Dictionary(uniqueKeysWithValues: entities.map { ($0.fullName, $0) })
    for index in entities.indices {
      Self.inherit(&entities[index], known, file: origins[index], faults: &faults)
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    self.entities = entities
    self.places = places
  }

  /// No declarations at all.
  public init() {
    entities = []
    places = [:]
  }

  /// The entity of that full name (`district.school`).
  public subscript(fullName: String) -> EntityDeclaration? { places[fullName].map { entities[$0] } }

  /// The entities that answer to a name as people type it: `school`, `学校`, `district.school`, a former label.
  public func named(_ name: String) -> [EntityDeclaration] {
    let key = NameKey(name)
    return entities.filter { entity in
      NameKey(entity.fullName) == key || entity.names.contains { NameKey($0) == key }
    }
  }

  /// The entity with its parents.
  func lineage(of entity: EntityDeclaration) -> Lineage {
    Lineage(of: entity, among: Dictionary(uniqueKeysWithValues: entities.map { ($0.fullName, $0) }))
  }

  private static func add(
    _ columns: ComputedColumns, to entity: inout EntityDeclaration, file: String, faults: inout [Diagnostic]
  ) {
    for column in columns.columns {
      for other in entity.computed where other.plugin != columns.plugin {
        let taken = Set(other.columns.flatMap(\.names).map { NameKey($0) })
        guard let name = column.names.first(where: { taken.contains(NameKey($0)) }) else { continue }
        faults.append(
          Diagnostic(
            DeclarationMessages.additionClash,
            ["first": other.plugin, "second": columns.plugin, "entity": entity.fullName, "name": name],
            in: Location(file: file)))
      }
    }
    entity.computed.append(columns)
  }

  /// Key, order, name and match of the root serve the whole lineage.
  private static func inherit(
    _ entity: inout EntityDeclaration, _ known: [String: EntityDeclaration], file: String,
    faults: inout [Diagnostic]
  ) {
    guard entity.extends != nil else { return }
    let lineage = Lineage(of: entity, among: known)
    guard lineage.isComplete else { return }
    for parent in lineage.members.dropFirst() {
      if entity.key.isEmpty { entity.key = parent.key }
      if entity.order.isEmpty { entity.order = parent.order }
      if entity.nameField == nil { entity.nameField = parent.nameField }
      if entity.matchFields.isEmpty { entity.matchFields = parent.matchFields }
    }
    for fault in Lineage(of: entity, among: known).unknownFields() {
      faults.append(
        Diagnostic(
          DeclarationMessages.noSuchField,
          ["role": fault.role, "field": fault.field, "entity": entity.fullName], in: Location(file: file)))
    }
  }
}

/// Completes names of entities across plugins.
private struct Resolver {
  private let byId: [String: [EntityDeclaration]]
  private let fullNames: Set<String>

  init(entities: [EntityDeclaration]) {
    byId = Dictionary(grouping: entities, by: \.id)
    fullNames = Set(entities.map(\.fullName))
  }

  func fullName(_ name: String, in place: String, file: String, faults: inout [Diagnostic]) -> String? {
    if fullNames.contains(name) { return name }
    let candidates = (byId[name] ?? []).map(\.fullName)
    if candidates.count == 1 { return candidates[0] }
    let message = candidates.isEmpty ? DeclarationMessages.noSuchEntity : DeclarationMessages.ambiguousEntity
    faults.append(
      Diagnostic(
        message, ["where": place, "name": name, "candidates": candidates.joined(separator: ", ")],
        in: Location(file: file)))
    return nil
  }

  func complete(_ entity: inout EntityDeclaration, file: String, faults: inout [Diagnostic]) {
    if let parent = entity.extends {
      entity.extends = fullName(parent, in: entity.fullName, file: file, faults: &faults)
    }
    if let into = entity.yearSplit?.into {
      let name = fullName(into, in: entity.fullName, file: file, faults: &faults)
      if let name { entity.yearSplit?.into = name }
    }
    for index in entity.fields.indices {
      guard case .reference(let target) = entity.fields[index].type else { continue }
      let place = entity.fullName + "." + entity.fields[index].id
      if let name = fullName(target, in: place, file: file, faults: &faults) {
        entity.fields[index].type = .reference(name)
      }
    }
    for block in entity.computed.indices {
      for column in entity.computed[block].columns.indices {
        guard case .reference(let target) = entity.computed[block].columns[column].type else { continue }
        let place = entity.fullName + "." + entity.computed[block].columns[column].id
        if let name = fullName(target, in: place, file: file, faults: &faults) {
          entity.computed[block].columns[column].type = .reference(name)
        }
      }
    }
  }
}

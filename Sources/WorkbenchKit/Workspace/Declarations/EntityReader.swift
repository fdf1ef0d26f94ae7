import KitModel

/// Makes entities of the nodes of one `entities.yaml` and checks them against each other.
final class EntityReader {
  let plugin: String
  /// Ids of the entities of this file: a bare name of one of them means it.
  private let ownIds: Set<String>
  /// Where each entity and each field stands: `school`, `school.stage`.
  private var nodes: [String: YAMLNode] = [:]

  private static let entityKeys = [
    "id", "label", "english", "aliases", "former", "meaning", "extends", "kind", "key", "order", "name",
    "match", "year_split", "whole", "written_by", "fields", "computed",
  ]

  init(plugin: String, nodes: [YAMLNode]) {
    self.plugin = plugin
    // A first look at the ids alone, since an entity may refer to one that stands below it.
    var ids: Set<String> = []
    for node in nodes where node.isMapping {
      for (key, value) in node.openMapping() ?? [] where key.plainText == "id" {
        if let id = value.plainText { ids.insert(id) }
      }
    }
    ownIds = ids
  }

  func entity(_ node: YAMLNode) -> EntityDeclaration? {
    guard let map = node.mapping(keys: Self.entityKeys), let id = identifier(map, "id"),
      let label = map.requiredLabel()
    else { return nil }
    nodes[id] = node
    let extends = map.text("extends").map(fullName)
    let fieldNodes = map.list("fields")
    let fields = fieldNodes.compactMap { field($0, of: id) }
    if fieldNodes.isEmpty { node.fault(DeclarationMessages.noFields, ["entity": id]) }
    let key = map.texts("key")
    if key.isEmpty && extends == nil { node.fault(YAMLMessages.missingKey, ["key": "key"]) }
    if !key.isEmpty && extends != nil {
      map["key"]?.fault(DeclarationMessages.keyWithExtends, ["entity": id])
    }
    return EntityDeclaration(
      plugin: plugin, id: id, label: label, aliases: map.texts("aliases"), former: map.texts("former"),
      meaning: map.label("meaning"), extends: extends, parentValue: parentValue(map), key: key,
      order: map.texts("order"), nameField: map.text("name"), matchFields: map.texts("match"), fields: fields,
      computed: map.list("computed").compactMap { computed($0, of: id) }, yearSplit: yearSplit(map),
      whole: whole(map), writtenBy: map.label("written_by"))
  }

  func addition(_ node: YAMLNode) -> EntityFile.Addition? {
    guard let map = node.mapping(keys: ["to", "pipeline", "columns"]), let to = map.requiredText("to"),
      let columns = columns(map, of: to)
    else { return nil }
    return EntityFile.Addition(to: to, columns: columns)
  }

  /// `unit` as `district.unit` when this file declares it; other names stay as written.
  func fullName(_ name: String) -> String {
    ownIds.contains(name) ? plugin + "." + name : name
  }

  private func field(_ node: YAMLNode, of entity: String) -> FieldDeclaration? {
    guard let field = FieldReader(node: node, fullName: fullName).field() else { return nil }
    nodes["\(entity).\(field.id)"] = node
    return field
  }

  private func identifier(_ map: YAMLMapping, _ key: String) -> String? {
    guard let node = map.required(key), let id = node.text() else { return nil }
    if !Self.isIdentifier(id) { node.fault(DeclarationMessages.badIdentifier, ["id": id]) }
    return id
  }

  /// English, lower case, digits and underscores, beginning with a letter.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 60 else {
      return false
    }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }

  private func parentValue(_ map: YAMLMapping) -> (field: String, value: String)? {
    guard let kind = map.mapping("kind", keys: ["field", "value"]), let field = kind.requiredText("field"),
      let value = kind.requiredText("value")
    else { return nil }
    if map["extends"] == nil { kind.node.fault(YAMLMessages.missingKey, ["key": "extends"]) }
    return (field, value)
  }

  private func whole(_ map: YAMLMapping) -> EntityDeclaration.Whole? {
    guard let whole = map.mapping("whole", keys: ["field", "value"]), let field = whole.requiredText("field"),
      let value = whole.requiredText("value")
    else { return nil }
    return EntityDeclaration.Whole(field: field, value: value)
  }

  private func computed(_ node: YAMLNode, of entity: String) -> ComputedColumns? {
    node.mapping(keys: ["pipeline", "columns"]).flatMap { columns($0, of: entity) }
  }

  private func columns(_ map: YAMLMapping, of entity: String) -> ComputedColumns? {
    guard let pipeline = map.requiredText("pipeline") else { return nil }
    let columns = map.list("columns").compactMap { field($0, of: entity) }
    if columns.isEmpty { map.node.fault(YAMLMessages.missingKey, ["key": "columns"]) }
    return ComputedColumns(pipeline: pipeline, columns: columns, plugin: plugin)
  }

  private func yearSplit(_ map: YAMLMapping) -> EntityDeclaration.YearSplit? {
    guard let split = map.mapping("year_split", keys: ["into", "key", "columns", "repeats"]),
      let into = split.requiredText("into"), let keys = split.required("key")?.openMapping()
    else { return nil }
    var sources: [String: String] = [:]
    for (key, value) in keys {
      if let name = key.text(), let source = value.text() { sources[name] = source }
    }
    return EntityDeclaration.YearSplit(
      into: fullName(into), key: sources, columns: split.texts("columns"), repeats: split.texts("repeats"))
  }
}

// MARK: - Checks between the entities of the file

extension EntityReader {
  func check(_ entities: [EntityDeclaration]) {
    var relations = NameBook(message: DeclarationMessages.clashOfRelations)
    for entity in entities {
      if let node = nodes[entity.id] { relations.add(entity.names, of: entity.id, at: node) }
    }
    let byName = Dictionary(entities.map { ($0.fullName, $0) }, uniquingKeysWith: { first, _ in first })
    for entity in entities {
      guard let node = nodes[entity.id] else { continue }
      let lineage = Lineage(of: entity, among: byName)
      if lineage.isCircular {
        node.fault(DeclarationMessages.circularExtends, ["entity": entity.id])
        continue
      }
      checkNames(entity, lineage)
      // With a parent elsewhere its fields are not known yet; `DeclarationSet` looks again.
      if lineage.isComplete { checkRoles(entity, lineage, at: node) }
      checkSplit(entity, byName, at: node)
      checkWhole(entity, at: node)
    }
  }

  private func checkNames(_ entity: EntityDeclaration, _ lineage: Lineage) {
    var book = NameBook(message: DeclarationMessages.clashOfFields)
    for member in lineage.rootFirst {
      for field in member.fields + member.computed.flatMap(\.columns) {
        guard let node = nodes["\(member.id).\(field.id)"] else { continue }
        book.add(field.names, of: "\(member.id).\(field.id)", at: node, silent: member.id != entity.id)
      }
    }
  }

  private func checkRoles(_ entity: EntityDeclaration, _ lineage: Lineage, at node: YAMLNode) {
    for fault in lineage.unknownFields() {
      node.fault(
        DeclarationMessages.noSuchField, ["role": fault.role, "field": fault.field, "entity": entity.id])
    }
  }

  private func checkSplit(
    _ entity: EntityDeclaration, _ byName: [String: EntityDeclaration], at node: YAMLNode
  ) {
    guard let split = entity.yearSplit, let into = byName[split.into] else { return }
    let known = Set(into.fields.map(\.id))
    for name in split.key.keys.sorted() + split.columns + split.repeats where !known.contains(name) {
      node.fault(
        DeclarationMessages.noSuchField, ["role": "year_split", "field": name, "entity": into.id])
    }
    for name in into.key where split.key[name] == nil {
      node.fault(DeclarationMessages.splitKeyMissing, ["field": name, "entity": into.id])
    }
  }

  /// Only what tells rows apart, with something beside it, can split one thing into parts.
  private func checkWhole(_ entity: EntityDeclaration, at node: YAMLNode) {
    guard let whole = entity.whole else { return }
    guard let field = entity.fields.first(where: { $0.id == whole.field }) else {
      return node.fault(
        DeclarationMessages.noSuchField, ["role": "whole", "field": whole.field, "entity": entity.id])
    }
    if entity.key.count < 2 || !entity.key.contains(whole.field) {
      node.fault(DeclarationMessages.wholeOutsideKey, ["field": whole.field, "entity": entity.id])
    }
    switch field.type {
    case .text: break
    case .choice(let choices):
      if !choices.contains(whole.value) {
        node.fault(
          DeclarationMessages.wholeNoChoice,
          ["value": whole.value, "field": whole.field, "allowed": choices.joined(separator: "、")])
      }
    default:
      node.fault(
        DeclarationMessages.keyNotForType,
        ["key": "whole", "type": field.type.name(.zh), "typeEn": field.type.name(.en)])
    }
  }
}

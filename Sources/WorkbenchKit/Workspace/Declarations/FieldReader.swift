import KitModel

/// Makes a field of its node in `entities.yaml`.
struct FieldReader {
  let node: YAMLNode
  /// Completes the name of an entity of the same file.
  let fullName: (String) -> String
  /// Keys that may stand beside those of a field, read by the caller.
  var furtherKeys: [String] = []

  private static let keys = [
    "id", "label", "english", "aliases", "former", "type", "choices", "required", "unique", "min", "max",
    "pattern", "default", "many", "sensitive", "restricted", "meaning",
  ]

  func field() -> FieldDeclaration? {
    guard let map = node.mapping(keys: Self.keys + furtherKeys), let idNode = map.required("id"),
      let id = idNode.text(),
      let label = map.requiredLabel(), let typeNode = map.required("type"), let written = typeNode.text()
    else { return nil }
    if !EntityReader.isIdentifier(id) { idNode.fault(DeclarationMessages.badIdentifier, ["id": id]) }
    let (choices, aliases) = choices(map)
    guard let type = type(written, choices, at: typeNode) else { return nil }
    checkFitting(map, type)
    return FieldDeclaration(
      id: id, label: label, aliases: map.texts("aliases"), former: map.texts("former"), type: type,
      choiceAliases: aliases, isRequired: map.boolean("required") ?? false,
      isUnique: map.boolean("unique") ?? false, minimum: bound(map, "min", type),
      maximum: bound(map, "max", type), pattern: pattern(map), defaultValue: value(map["default"], type),
      holdsMany: map.boolean("many") ?? false, isSensitive: map.boolean("sensitive") ?? false,
      restriction: map.label("restricted"), meaning: map.label("meaning"))
  }

  private func type(_ written: String, _ choices: [String], at place: YAMLNode) -> DataType? {
    guard let type = DeclaredType.parse(written, choices: choices) else {
      place.fault(
        DeclarationMessages.unknownType,
        ["type": written, "allowed": DeclaredType.forms.joined(separator: ", ")])
      return nil
    }
    if case .reference(let entity) = type { return .reference(fullName(entity)) }
    return type
  }

  /// Choices as texts or as `{value, aliases}`; no spelling may mean two values.
  private func choices(_ map: YAMLMapping) -> ([String], [String: [String]]) {
    var values: [String] = []
    var aliases: [String: [String]] = [:]
    var book = NameBook(message: DeclarationMessages.clashOfChoices)
    for choice in map.list("choices") {
      var value: String?
      if choice.isMapping {
        let entry = choice.mapping(keys: ["value", "aliases"])
        value = entry?.requiredText("value")
        if let value, let entry { aliases[value] = entry.texts("aliases") }
      } else {
        value = choice.text()
      }
      guard let value else { continue }
      if values.contains(value) { choice.fault(DeclarationMessages.choiceTwice, ["value": value]) }
      values.append(value)
      book.add([value] + (aliases[value] ?? []), of: value, at: choice)
    }
    return (values, aliases.filter { !$0.value.isEmpty })
  }

  private func checkFitting(_ map: YAMLMapping, _ type: DataType) {
    var isChoice = false
    if case .choice = type { isChoice = true }
    if isChoice && map.list("choices").isEmpty { node.fault(YAMLMessages.missingKey, ["key": "choices"]) }
    if !isChoice, let choices = map["choices"] {
      choices.fault(
        DeclarationMessages.keyNotForType,
        ["key": "choices", "type": type.name(.zh), "typeEn": type.name(.en)])
    }
    for key in ["pattern", "many"] where type != .text {
      map[key]?.fault(
        DeclarationMessages.keyNotForType, ["key": key, "type": type.name(.zh), "typeEn": type.name(.en)])
    }
  }

  private func pattern(_ map: YAMLMapping) -> String? {
    guard let node = map["pattern"], let text = node.text() else { return nil }
    if (try? TextPattern(text)) == nil { node.fault(DeclarationMessages.badPattern, ["pattern": text]) }
    return text
  }

  /// A bound of the value, or of the number of characters of a text.
  private func bound(_ map: YAMLMapping, _ key: String, _ type: DataType) -> Value? {
    guard let node = map[key] else { return nil }
    switch type {
    case .text: return node.integer().map { .integer(Int64($0)) }
    case .integer, .decimal, .real, .percent, .date, .period: return value(node, type)
    default:
      node.fault(
        DeclarationMessages.keyNotForType, ["key": key, "type": type.name(.zh), "typeEn": type.name(.en)])
      return nil
    }
  }

  private func value(_ node: YAMLNode?, _ type: DataType) -> Value? {
    guard let node, let text = node.text() else { return nil }
    if let value = DeclaredType.value(text, type) { return value }
    node.fault(
      DeclarationMessages.valueNotOfType,
      ["value": text, "type": type.name(.zh), "typeEn": type.name(.en)])
    return nil
  }
}

import KitModel
import KitWorkspace

/// Reads one parameter of a command in `plugin.yaml`.
enum ParameterReader {
  private static let keys = [
    "id", "label", "english", "positional", "type", "choices", "required", "repeated", "default", "help",
  ]

  static func parameter(_ node: YAMLNode) -> CommandParameter? {
    guard let map = node.mapping(keys: keys) else { return nil }
    let id = map.required("id").flatMap(optionName)
    let label = map.requiredLabel()
    let help = map.required("help")?.label()
    let type = argumentType(map)
    let isPositional = map.boolean("positional") ?? false
    guard let id, let label, let help, let type else { return nil }
    if !isPositional, HostOptions.names.contains(id), let node = map["id"] {
      node.fault(PluginMessages.optionTaken, ["found": id])
    }
    return CommandParameter(
      id, label: label, form: isPositional ? .positional : .option, type: type,
      isRequired: map.boolean("required") ?? false, isRepeated: map.boolean("repeated") ?? false,
      defaultValue: map["default"].flatMap { defaultValue($0, type) }, help: help)
  }

  /// What only the parameters together show: names used twice, words that could never be told apart.
  static func check(_ parameters: [CommandParameter], at node: YAMLNode) {
    var seen: Set<NameKey> = []
    for parameter in parameters {
      for key in Set([NameKey(parameter.id), NameKey(parameter.label.zh)])
      where !seen.insert(key).inserted {
        node.fault(PluginMessages.nameTwice, ["name": key.description])
      }
    }
    var optionalBefore: CommandParameter?
    for parameter in parameters where parameter.form == .positional {
      if let before = optionalBefore, before.isRepeated || parameter.isRequired {
        node.fault(PluginMessages.positionalOrder, ["first": before.id, "second": parameter.id])
      }
      if parameter.isRepeated || !parameter.isRequired { optionalBefore = parameter }
    }
  }

  private static func optionName(_ node: YAMLNode) -> String? {
    guard let text = node.text() else { return nil }
    let isRight =
      text.first?.isLetter == true
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    if !isRight { node.fault(PluginMessages.optionName, ["found": text]) }
    return isRight ? text : nil
  }

  private static func argumentType(_ map: YAMLMapping) -> ArgumentType? {
    guard let node = map["type"] else { return .value(.text) }
    guard let text = node.text() else { return nil }
    switch text {
    case "file": return .file([])
    case "new_file": return .newFile([])
    case "folder": return .folder
    case "relation": return .relation
    case "rows": return .rows
    case "pair": return .pair
    default: break
    }
    if let extensions = list(text, "file") { return .file(extensions) }
    if let extensions = list(text, "new_file") { return .newFile(extensions) }
    let choices = map.texts("choices")
    guard let type = DeclaredType.parse(text, choices: choices) else {
      let own = ["file(xlsx,csv)", "new_file", "folder", "relation", "rows", "pair"]
      node.fault(
        PluginMessages.wordUnknown,
        ["found": text, "allowed": (DeclaredType.forms + own).joined(separator: ", ")])
      return nil
    }
    if type == .choice([]) { node.fault(PluginMessages.choicesMissing) }
    return .value(type)
  }

  /// `file(xlsx,csv)` → xlsx, csv.
  private static func list(_ text: String, _ name: String) -> [String]? {
    guard text.hasPrefix(name + "("), text.hasSuffix(")") else { return nil }
    return text.dropFirst(name.count + 1).dropLast().split(separator: ",").map { part in
      String(part.filter { $0 != " " && $0 != "." })
    }
  }

  private static func defaultValue(_ node: YAMLNode, _ type: ArgumentType) -> Value? {
    guard let text = node.text() else { return nil }
    guard case .value(let dataType) = type else { return .text(text) }
    if let value = DeclaredType.value(text, dataType) { return value }
    node.fault(PluginMessages.defaultType, ["found": text, "type": dataType.name(.en)])
    return nil
  }
}

import KitModel
import KitWorkspace

/// Reads the declaration of one command in `plugin.yaml`.
enum CommandReader {
  private static let keys = [
    "name", "label", "meaning", "effects", "parameters", "free_options", "without_workspace", "examples",
  ]

  static func command(_ node: YAMLNode, plugin: String) -> CommandDeclaration? {
    guard let map = node.mapping(keys: keys) else { return nil }
    let name = map.required("name").flatMap(words)
    let label = map.required("label").flatMap(words)
    let meaning = map.required("meaning")?.label()
    let parameters = map.list("parameters").compactMap(ParameterReader.parameter)
    ParameterReader.check(parameters, at: node)
    let effects = map.list("effects").compactMap(effect)
    let examples = map.list("examples").compactMap(example)
    guard let name, let label, let meaning else { return nil }
    return CommandDeclaration(
      name: Label(zh: label, en: name), plugin: plugin, meaning: meaning, parameters: parameters,
      takesFreeOptions: map.boolean("free_options") ?? false,
      effects: effects.isEmpty ? [.reads] : Set(effects),
      worksWithoutWorkspace: map.boolean("without_workspace") ?? false, examples: examples)
  }

  /// One or two words without any of the characters that end a word of the language.
  private static func words(_ node: YAMLNode) -> String? {
    guard let text = node.text() else { return nil }
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let isRight =
      (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
          && part.first?.isNumber == false
      }
    if !isRight { node.fault(PluginMessages.commandName, ["found": text]) }
    return isRight ? text : nil
  }

  private static func effect(_ node: YAMLNode) -> CommandEffect? {
    guard let text = node.text() else { return nil }
    if let effect = CommandEffect(rawValue: text) { return effect }
    let allowed = CommandEffect.allCases.map(\.rawValue).joined(separator: ", ")
    node.fault(PluginMessages.wordUnknown, ["found": text, "allowed": allowed])
    return nil
  }

  private static func example(_ node: YAMLNode) -> CommandDeclaration.Example? {
    guard let map = node.mapping(keys: ["text", "meaning"]), let text = map.requiredText("text"),
      let meaning = map.required("meaning")?.label()
    else { return nil }
    return CommandDeclaration.Example(text, meaning)
  }
}

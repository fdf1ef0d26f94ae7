import KitModel
import KitRubrics
import KitWorkspace

/// Reads `plugin.yaml`.
///
/// All faults of a manifest are thrown together. Where `api` is another one, only that is said: the rest may
/// follow rules that this workbench does not know.
enum ManifestReader {
  private static let keys = [
    "id", "label", "english", "version", "api", "requires", "entities", "library", "commands", "meaning",
    "assessment", "due",
  ]

  static func read(_ bytes: [UInt8], file: String) throws -> PluginManifest {
    let api = try YAMLReader.read(bytes, file: file) { root -> Int? in
      let entries = root.openMapping() ?? []
      guard let node = entries.first(where: { $0.key.text() == "api" })?.value else {
        root.fault(PluginMessages.apiMissing)
        return nil
      }
      return node.integer()
    }
    guard api == PluginManifest.currentAPI else {
      throw Diagnostic(
        PluginMessages.apiOther,
        ["found": String(api), "current": String(PluginManifest.currentAPI)], in: Location(file: file))
    }
    return try YAMLReader.read(bytes, file: file) { root in
      root.mapping(keys: keys).flatMap { manifest($0, api: api) }
    }
  }

  private static func manifest(_ map: YAMLMapping, api: Int) -> PluginManifest? {
    let id = map.required("id").flatMap(identifier)
    let label = map.requiredLabel()
    let version = map.requiredText("version")
    let meaning = map.required("meaning")?.label()
    let library = map["library"].flatMap(fileName)
    let commands = map.list("commands").compactMap { CommandReader.command($0, plugin: id ?? "") }
    let entities = map["entities"].flatMap(fileName)
    if map["library"] == nil, !commands.isEmpty, let node = map["commands"] {
      node.fault(PluginMessages.commandsWithoutLibrary)
    }
    checkNames(commands, map)
    guard let id, let label, let version, let meaning else { return nil }
    return PluginManifest(
      id: id, label: label, version: version, api: api, requires: map.texts("requires"), entities: entities,
      library: library, commands: commands, meaning: meaning,
      assessment: map["assessment"].flatMap(assessment),
      due: map.list("due").compactMap { due($0, plugin: id) })
  }

  private static func due(_ node: YAMLNode, plugin: String) -> DueSource? {
    guard let map = node.mapping(keys: ["label", "english", "rows", "ahead"]),
      let label = map.requiredLabel(),
      let rows = map.requiredText("rows")
    else { return nil }
    return DueSource(plugin: plugin, label: label, rows: rows, ahead: map.integer("ahead") ?? 7)
  }

  private static func assessment(_ node: YAMLNode) -> AssessmentDeclaration? {
    guard let map = node.mapping(keys: ["subject", "objections", "findings", "places"]),
      let subject = map.requiredText("subject")
    else { return nil }
    let places = map.integer("places") ?? 2
    if !(0...6).contains(places) { map["places"]?.fault(PluginMessages.placesOutside) }
    return AssessmentDeclaration(
      subject: subject, objections: map.text("objections"), findings: map.text("findings"), places: places)
  }

  /// The commands of one plugin among themselves; those of different plugins are the registry's business.
  private static func checkNames(_ commands: [CommandDeclaration], _ map: YAMLMapping) {
    var seen: Set<NameKey> = []
    for command in commands {
      for key in Set([NameKey(command.name.en), NameKey(command.name.zh)])
      where !seen.insert(key).inserted {
        map["commands"]?.fault(PluginMessages.nameTwice, ["name": key.description])
      }
    }
  }

  static func identifier(_ node: YAMLNode) -> String? {
    guard let text = node.text() else { return nil }
    let isRight =
      text.first?.isLetter == true
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    if !isRight { node.fault(PluginMessages.identifier, ["found": text]) }
    return isRight ? text : nil
  }

  /// A name without folders: a manifest reaches nothing outside its own folder.
  private static func fileName(_ node: YAMLNode) -> String? {
    guard let text = node.text() else { return nil }
    let isRight = !text.contains("/") && !text.hasPrefix(".")
    if !isRight { node.fault(PluginMessages.fileName, ["found": text]) }
    return isRight ? text : nil
  }
}

import KitLanguage
import KitModel
import KitWorkspace

/// The rules that every plugin keeps to, as a check for its tests.
///
/// The manifest and the declarations are read as the workbench reads them; names are unique; whatever people see
/// is there in both languages; commands and code agree; every command has examples of its own.
public enum PluginConformance {
  /// The manifest of a plugin whose test stands at `test`: `Sources/<name>/plugin.yaml` of its package.
  public static func manifest(beside test: String, named name: String) -> String {
    let root = test.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return (root + ["Sources", Substring(name), "plugin.yaml"]).joined(separator: "/")
  }

  /// Whatever does not hold, in words; empty: the plugin keeps to the rules.
  ///
  /// - Parameter plugin: Its code; nil for a plugin of data alone.
  public static func faults(of plugin: (any WorkbenchPlugin)?, manifest file: String) -> [String] {
    do {
      guard let bytes = SmallFile.read(file) else { return ["\(file) cannot be read"] }
      let manifest = try ManifestReader.read(bytes, file: file)
      var faults = labels(of: manifest) + names(of: manifest) + examples(of: manifest)
      faults += code(of: plugin, manifest)
      if let entities = manifest.entities {
        let path = file.dropLast("plugin.yaml".count) + entities
        guard let bytes = SmallFile.read(String(path)) else { return faults + ["\(path) cannot be read"] }
        faults += self.entities(try EntityFile.read(bytes, plugin: manifest.id, file: String(path)))
      }
      return faults
    } catch {
      let renderer = DiagnosticRenderer(language: .en)
      return diagnostics(of: error).map { renderer.text($0) }
    }
  }

  private static func code(of plugin: (any WorkbenchPlugin)?, _ manifest: PluginManifest) -> [String] {
    let declared = Set(manifest.commands.map(\.name.en))
    let present = Set((plugin?.commands ?? [:]).keys)
    let has = plugin != nil
    return declared.subtracting(present).sorted().map { "the command \($0) is declared and has no code" }
      + present.subtracting(declared).sorted().map { "the command \($0) has code and is not declared" }
      + (has == (manifest.library != nil) ? [] : ["library and code do not agree"])
  }

  private static func names(of manifest: PluginManifest) -> [String] {
    var registry = CommandRegistry()
    return manifest.commands.compactMap { declaration in
      do {
        try registry.add(declaration) { throw Diagnostic(PluginMessages.codeDisabled) }
        return nil
      } catch {
        return "the command name \(declaration.name.en) is used twice"
      }
    }
  }

  private static func labels(of manifest: PluginManifest) -> [String] {
    var labels = [(manifest.label, manifest.id), (manifest.meaning, manifest.id + ": meaning")]
    for command in manifest.commands {
      labels.append((command.meaning, command.name.en + ": meaning"))
      labels += command.parameters.map { ($0.help, command.name.en + " --" + $0.id + ": help") }
      labels += command.examples.map { ($0.meaning, command.name.en + ": " + $0.text) }
    }
    return labels.compactMap { missing($0.0, $0.1) }
  }

  private static func entities(_ file: EntityFile) -> [String] {
    file.entities.flatMap { entity -> [String] in
      let meaning = entity.meaning.map { missing($0, entity.id + ": meaning") }
      let own = [missing(entity.label, entity.id), meaning ?? "\(entity.id) has no meaning"]
      let fields = entity.fields.flatMap { field -> [String?] in
        let name = entity.id + "." + field.id
        return [missing(field.label, name), field.meaning.flatMap { missing($0, name + ": meaning") }]
      }
      return (own + fields).compactMap { $0 }
    }
  }

  /// A text for people has both languages; a Chinese text that stands for the English one too is a missing one.
  private static func missing(_ label: Label, _ place: String) -> String? {
    let isMissing =
      label.zh.isEmpty || label.en.isEmpty
      || label.zh == label.en && label.zh.unicodeScalars.contains { $0.value > 0x2E7F }
    return isMissing ? "\(place) is not in both languages" : nil
  }

  private static func examples(of manifest: PluginManifest) -> [String] {
    manifest.commands.flatMap { command -> [String] in
      if command.examples.isEmpty { return ["\(command.name.en) has no example"] }
      return command.examples.compactMap { example in
        let names = [command.name.en, command.name.zh]
        return names.contains { example.text.hasPrefix($0) || example.text.contains("(" + $0) }
          ? nil : "the example “\(example.text)” is of another command"
      }
    }
  }
}

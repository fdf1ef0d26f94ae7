import KitModel
import KitRubrics
import KitWorkspace

extension PluginSet {
  /// Adds the commands of all plugins in use to the registry. A name that is taken disables the command that
  /// comes later, with a remark naming both.
  public func register(in registry: inout CommandRegistry) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    for manifest in idle.compactMap(\.manifest) {
      for word in manifest.commands.flatMap({ $0.words.compactMap(\.first) }) {
        registry.idle[NameKey(word)] = manifest.id
      }
    }
    for plugin in inUse {
      guard let manifest = plugin.manifest else { continue }
      let loader = plugin.library.map { PluginLoader(library: $0, manifest: manifest, trial: trial) }
      if let assessment = plugin.assessment {
        for (declaration, command) in AssessmentCommands.all(of: assessment) {
          do { try registry.add(declaration) { command } } catch { remarks += diagnostics(of: error) }
        }
      }
      let isUsable = plugin.state == .ready
      for declaration in manifest.commands {
        do {
          try registry.add(declaration) {
            guard isUsable, let loader else {
              throw Diagnostics(
                [Diagnostic(PluginMessages.codeDisabled, ["plugin": manifest.label.zh])] + plugin.faults)
            }
            return try loader.command(declaration.name.en)
          }
        } catch {
          remarks += diagnostics(of: error)
        }
      }
    }
    return remarks
  }

  /// The work areas in use that assess.
  public var assessments: [Assessment] { inUse.compactMap(\.assessment) }

  /// Rows that become due, as the plugins declare them.
  public var dueSources: [DueSource] { inUse.flatMap { $0.manifest?.due ?? [] } }

  /// What is the matter with a plugin, its library tried in a child process.
  func examine(_ plugin: Plugin) -> [Diagnostic] {
    guard plugin.state == .ready, let library = plugin.library, let manifest = plugin.manifest else {
      return plugin.faults
    }
    do {
      try PluginLoader(library: library, manifest: manifest, trial: trial).rehearse()
      return plugin.faults
    } catch {
      return plugin.faults + [error]
    }
  }
}

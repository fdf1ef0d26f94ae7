import KitModel
import KitWorkspace
import Synchronization

/// The code of one plugin: tried and loaded when one of its commands is first run, then kept.
final class PluginLoader: Sendable {
  private let library: PluginLibrary
  private let manifest: PluginManifest
  private let trial: PluginTrial
  private let commands = Mutex<Result<[String: any WorkbenchCommand], Diagnostic>?>(nil)

  init(library: PluginLibrary, manifest: PluginManifest, trial: PluginTrial) {
    self.library = library
    self.manifest = manifest
    self.trial = trial
  }

  /// The command of that English name. Says why it cannot be had, the same each time.
  func command(_ name: String) throws -> any WorkbenchCommand {
    let loaded = commands.withLock { kept in
      let result = kept ?? Result { () throws(Diagnostic) in try load() }
      kept = result
      return result
    }
    guard let command = try loaded.get()[name] else { throw missing(name) }
    return command
  }

  /// Everything that would be done at the first call, but loading into this process.
  func rehearse() throws(Diagnostic) {
    try library.check()
    let found = Set(try trial.commandNames(of: library))
    for declaration in manifest.commands where !found.contains(declaration.name.en) {
      throw missing(declaration.name.en)
    }
  }

  private func load() throws(Diagnostic) -> [String: any WorkbenchCommand] {
    try rehearse()
    return try library.load().commands
  }

  private func missing(_ name: String) -> Diagnostic {
    Diagnostic(PluginMessages.commandMissing, ["command": name, "file": library.file])
  }
}

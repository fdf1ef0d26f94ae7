import KitModel
import KitWorkspace

/// Which workspaces may bring plugins of their own: said by the person in their own configuration, never by the
/// workspace, since a workspace that was received by mail must not bring code along.
///
///     # ~/.config/dudao/plugins.yaml
///     allow:
///       - /home/li/2024年度
public struct PluginPermissions: Sendable {
  /// The file, named in messages.
  public let file: String
  private let folders: [String]
  /// Faults of the file; then nothing is allowed.
  public let faults: [Diagnostic]

  /// Reads `plugins.yaml` below `XDG_CONFIG_HOME`, else `~/.config`; a file that is absent allows nothing.
  public init(environment: (String) -> String?) {
    let base = environment("XDG_CONFIG_HOME") ?? environment("HOME").map { $0 + "/.config" } ?? "/nonexistent"
    self.init(file: base + "/dudao/plugins.yaml")
  }

  init(file: String) {
    self.file = file
    guard let bytes = SmallFile.read(file) else {
      folders = []
      faults = []
      return
    }
    do {
      folders = try YAMLReader.read(bytes, file: file) { $0.mapping(keys: ["allow"])?.texts("allow") }
      faults = []
    } catch let found as Diagnostics {
      (folders, faults) = ([], found.all)
    } catch {
      (folders, faults) = ([], [])
    }
  }

  func allows(_ workspace: String) -> Bool {
    let wanted = SmallFile.realPath(workspace)
    return folders.contains { SmallFile.realPath($0) == wanted }
  }
}

import KitModel
import KitWorkspace

extension PluginSet {
  /// The forms of the plugins in use, and those of a workspace.
  public func forms(below workspace: String?) -> FormFiles {
    var files = FormFiles()
    for plugin in inUse {
      guard let id = plugin.manifest?.id else { continue }
      files.read(below: plugin.folder, plugin: id, shown: id + "/")
    }
    if let workspace { files.read(below: workspace) }
    return files
  }

  /// The folder of each plugin in use.
  public var folders: [(id: String, path: String)] {
    inUse.compactMap { plugin in plugin.manifest.map { ($0.id, plugin.folder) } }
  }
}

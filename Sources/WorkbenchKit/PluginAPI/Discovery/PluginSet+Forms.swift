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
}

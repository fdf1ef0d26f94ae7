import KitDocuments
import KitModel
import KitWorkspace

/// A text that a plugin brings along beside its manifest and that a workspace may have of its own: rules of a year,
/// templates of papers.
public struct PluginFile: Sendable {
  public var bytes: [UInt8]
  /// As messages call it: within the workspace, else where the plugin lies.
  public var shown: String
  /// The folder in which it lies.
  public var folder: String

  /// The text as a template of a document.
  public func template(_ language: UILanguage) -> DocumentTemplate {
    DocumentTemplate(String(decoding: bytes, as: UTF8.self), file: shown, language: language)
  }
}

extension CommandContext {
  /// The first of these files that is there: each is looked for in the workspace, then beside the plugin's manifest.
  ///
  /// - Parameters:
  ///   - names: Paths below those folders: `procedures.yaml`, `templates/抽取记录.md`.
  ///   - plugin: The plugin's id.
  ///   - shipped: What they are called beside the manifest, where that is something else.
  public func file(_ names: [String], of plugin: String, shipped: [String]? = nil) -> PluginFile? {
    let workspace = workspace?.folder
    let own = self.workspace?.pluginFolders.first { $0.id == plugin }?.path
    let places =
      names.compactMap { name in workspace.map { (path: $0 + "/" + name, shown: name) } }
      + (shipped ?? names).compactMap { name in own.map { (path: $0 + "/" + name, shown: $0 + "/" + name) } }
    for place in places {
      guard let bytes = TextFiles.bytes(of: place.path) else { continue }
      let leaf = place.path.split(separator: "/").last?.utf8.count ?? 0
      return PluginFile(
        bytes: bytes, shown: place.shown,
        folder: String(decoding: place.path.utf8.dropLast(leaf), as: UTF8.self))
    }
    return nil
  }
}

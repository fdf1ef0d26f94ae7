import KitModel
import PluginAPI

/// The scripts that can be run from here: those of the workspace, and files.
struct ScriptShelf {
  private let context: any CommandContext

  init(_ context: any CommandContext) { self.context = context }

  /// The script of that name, or in that file. Throws near names when there is none.
  func script(named name: String) throws -> SourceText {
    let folder = context.workspace.map { WorkspaceFolder($0.folder) }
    let finder = ScriptFinder(currentFolder: context.currentFolder, scripts: folder?.scripts)
    let path = try finder.file(try context.pasted(name))
    let shown = folder?.shown(path) ?? path
    return SourceText(name: shown, try ScriptFinder.text(path, shown: shown))
  }
}

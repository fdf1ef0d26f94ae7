import KitModel
import PluginAPI

/// The scripts that can be run from here: those of the workspace, and files.
struct ScriptShelf {
  private let context: any CommandContext
  private let folder: WorkspaceFolder?

  init(_ context: any CommandContext) {
    self.context = context
    folder = context.workspace.map { WorkspaceFolder($0.folder) }
  }

  var finder: ScriptFinder {
    ScriptFinder(currentFolder: context.currentFolder, scripts: folder?.scripts)
  }

  /// The script of that name, or in that file. Throws near names when there is none.
  func script(named name: String) throws -> SourceText {
    let path = try finder.file(try context.pasted(name))
    let shown = folder?.shown(path) ?? path
    return SourceText(name: shown, try ScriptFinder.text(path, shown: shown))
  }
}

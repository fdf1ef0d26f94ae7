import KitModel
import PluginAPI

/// `run SCRIPT` 运行: runs a script of the workspace, once the line that asks for it is done.
struct RunCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("运行", "run"), meaning: Label("运行保存的脚本", "run a saved script"),
    parameters: [
      .positional(
        "script", Label("脚本", "script"), .script,
        help: Label("scripts 文件夹里的名称，或文件", "its name in scripts, or a file"))
    ], effects: [.writes, .files],
    examples: [.init("run main", Label("运行 scripts/main.dd", "run scripts/main.dd"))])

  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let finder = ScriptFinder(
      currentFolder: context.currentFolder,
      scripts: context.workspace.map { WorkspaceFolder($0.folder).scripts })
    let path = try finder.file(try context.pasted(arguments.text("script") ?? ""))
    state.scripts.append(path)
    return .none
  }
}

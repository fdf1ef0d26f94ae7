import KitModel
import PluginAPI

/// `run SCRIPT` 运行: runs a script of the workspace, once the line that asks for it is done.
struct RunCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: RunWords.name, meaning: RunWords.meaning,
    parameters: [
      .positional(
        "script", RunWords.scriptParameter, .script,
        help: RunWords.scriptHelp)
    ], effects: [.writes, .files],
    examples: [.init("run main", RunWords.firstExample)])

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

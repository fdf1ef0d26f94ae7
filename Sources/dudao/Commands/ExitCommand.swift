import KitModel
import PluginAPI

/// `exit` 退出: leaves the prompt.
struct ExitCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: ExitWords.name, meaning: ExitWords.meaning,
    worksWithoutWorkspace: true,
    examples: [.init("exit", ExitWords.firstExample)])

  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    state.wantsExit = true
    return .none
  }
}

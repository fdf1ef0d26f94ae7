import KitModel
import PluginAPI

/// `exit` 退出: leaves the prompt.
struct ExitCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("退出", "exit"), meaning: Label("离开（Ctrl-D 也行）", "leave (or Ctrl-D)"),
    worksWithoutWorkspace: true,
    examples: [.init("exit", Label("离开", "leave"))])

  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    state.wantsExit = true
    return .none
  }
}

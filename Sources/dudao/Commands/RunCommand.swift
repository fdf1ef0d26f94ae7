import KitModel
import PluginAPI

/// `run SCRIPT --name value …` 运行: runs a script of the workspace with values for its parameters.
struct RunCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: RunWords.name, meaning: RunWords.meaning,
    parameters: [.positional("script", RunWords.scriptParameter, .script, help: RunWords.scriptHelp)],
    takesFreeOptions: true, effects: [.writes, .files], worksWithoutWorkspace: true,
    examples: [.init("run main", RunWords.firstExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let name = arguments.text("script") ?? ""
    let script = try context.recordedScript(named: name) ?? found(name, at: arguments.span("script"), context)
    try context.run(script, asked: name, given: arguments.free, at: arguments.nameSpan, isAside: false)
    return .none
  }

  func foresee(script name: String, at span: SourceSpan, in context: any CommandContext) throws {
    if context.recordedScript(named: name) == nil { _ = try found(name, at: span, context) }
  }

  private func found(_ name: String, at span: SourceSpan?, _ context: any CommandContext) throws -> SourceText
  {
    do {
      return try ScriptShelf(context).script(named: name)
    } catch var fault as Diagnostic {
      if [HostMessages.noScript, HostMessages.noScriptNear].contains(fault.message) { fault.span = span }
      throw fault
    }
  }
}

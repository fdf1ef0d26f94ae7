import KitModel
import PluginAPI

/// `form check FOLDER|ZIP|FILE…` 报表 检查: what `form collect` would make of the files, with nothing kept.
struct FormCheckCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FormCommandWords.check, meaning: FormCommandWords.checkMeaning,
    parameters: [
      .positional(
        "file", FormCommandWords.fileParameter, .file([]), repeated: true, help: FormCommandWords.fileHelp),
      .option(
        "period", FormCommandWords.periodParameter, .value(.period(nil)),
        help: FormCommandWords.onlyPeriodHelp),
    ], examples: [.init("报表 检查 \"data/收件/开学自查\"", FormCommandWords.checkExample)])

  let book: FormBook
  let state: HostState

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    _ = try context.openWorkspace()
    let (table, isGood) = try FormCollector(book: book, context: context).look(
      at: try FormCollectCommand.paths(arguments, context), period: arguments.period("period"))
    if !isGood { state.rejectedRows = true }
    return .table(table)
  }
}

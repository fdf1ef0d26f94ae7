import KitModel
import PluginAPI

/// `form collect FOLDER|ZIP|FILE…` 报表 收取: takes the sheets that came back.
struct FormCollectCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FormCommandWords.collect, meaning: FormCommandWords.collectMeaning,
    parameters: [
      .positional(
        "file", FormCommandWords.fileParameter, .file([]), repeated: true, help: FormCommandWords.fileHelp),
      .option(
        "period", FormCommandWords.periodParameter, .value(.period(nil)),
        help: FormCommandWords.onlyPeriodHelp),
      .flag("replace", FormCommandWords.replaceParameter, help: FormCommandWords.replaceHelp),
    ], effects: [.writes, .files],
    examples: [.init("报表 收取 \"data/收件/开学自查\"", FormCommandWords.collectExample)])

  let book: FormBook

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    _ = try context.openWorkspace()
    return try FormCollector(book: book, context: context).collect(
      try Self.paths(arguments, context), period: arguments.period("period"),
      replaces: arguments.flag("replace"))
  }

  /// The files that are named, from where the process stands or below the workspace.
  static func paths(_ arguments: CommandArguments, _ context: any CommandContext) throws -> [String] {
    try arguments.texts("file").map { path in
      let found = try context.inputPath(path)
      return found.hasPrefix("/") ? found : try context.absolute(path)
    }
  }
}

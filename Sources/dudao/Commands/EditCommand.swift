import KitModel
import KitWorkspace
import PluginAPI

/// `edit (PIPELINE)` 修改: rows into a workbook, to be changed there.
struct EditCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: EditCommandWords.name, meaning: EditCommandWords.meaning,
    parameters: [
      .positional("rows", EditCommandWords.rowsParameter, .rows, help: EditCommandWords.rowsHelp),
      .option("to", EditCommandWords.toParameter, .newFile(["xlsx"]), help: EditCommandWords.toHelp),
      .option("reveal", EditCommandWords.revealParameter, help: EditCommandWords.revealHelp),
    ], effects: [.writes, .files],
    examples: [
      .init(
        "修改 (学校 | 筛选 学区.名称 == \"青石学区\" | 选列 代码, 名称, 简称, 联系电话)", EditCommandWords.firstExample),
      .init("edit (zone | select code, name, short_name) --to 学区改动.xlsx", EditCommandWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    guard var table = arguments.rows("rows") else { return .none }
    let desk = try EditDesk(context)
    if arguments.span("reveal") != nil {
      table = try RevealCommand.reveal(table, reason: arguments.text("reveal"), arguments, context)
    }
    return try desk.write(
      table, of: arguments.entity("rows"), to: arguments.text("to"), at: arguments.span("rows"))
  }
}

/// `edit back FILE` 修改 收回: what was changed in a workbook, shown cell by cell and then written.
struct EditBackCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: EditCommandWords.back, meaning: EditCommandWords.backMeaning,
    parameters: [
      .positional("file", EditCommandWords.fileParameter, .file(["xlsx"]), help: EditCommandWords.fileHelp),
      .flag("yes", EditCommandWords.yesParameter, help: EditCommandWords.yesHelp),
      .flag("add", EditCommandWords.addParameter, help: EditCommandWords.addHelp),
      .flag("remove", EditCommandWords.removeParameter, help: EditCommandWords.removeHelp),
    ], effects: [.writes],
    examples: [.init("修改 收回 exports/改好的.xlsx", EditCommandWords.backExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try EditDesk(context)
    let typed = arguments.text("file") ?? ""
    let found = try context.inputPath(typed)
    return try desk.bringBack(
      found.hasPrefix("/") ? found : context.absolute(typed), typed: typed,
      consent: .init(
        adds: arguments.flag("add"), removes: arguments.flag("remove"),
        writes: arguments.flag("yes")))
  }
}

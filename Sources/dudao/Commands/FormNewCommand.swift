import KitModel
import PluginAPI

/// `form new FILE [id]` 报表 新建: drafts a form from a blank workbook.
struct FormNewCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FormCommandWords.new, meaning: FormCommandWords.newMeaning,
    parameters: [
      .positional(
        "file", FormCommandWords.blankParameter, .file(["xlsx", "xls", "et", "csv", "zip"]),
        help: FormCommandWords.blankHelp),
      .positional("id", FormCommandWords.idParameter, required: false, help: FormCommandWords.idHelp),
      .option("sheet", FormCommandWords.sheetParameter, help: FormCommandWords.sheetHelp),
    ], effects: [.files],
    examples: [.init("报表 新建 exports/空白表.xlsx summer_safety", FormCommandWords.newExample)])

  let book: FormBook

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    _ = try context.openWorkspace()
    let typed = arguments.text("file") ?? ""
    let found = try context.inputPath(typed)
    return try FormDrafter(book: book, context: context).draft(
      found.hasPrefix("/") ? found : context.absolute(typed), typed: typed, sheet: arguments.text("sheet"),
      id: arguments.text("id"))
  }
}

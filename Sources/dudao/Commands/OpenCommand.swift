import KitModel
import PluginAPI

/// `open FILE` 打开: reads received files as a table, without taking them in.
struct OpenCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("打开", "open"), meaning: Label("把文件读成表，不导入", "read files as a table, without importing them"),
    parameters: [
      .positional(
        "file", Label("文件", "file"),
        .file(["xlsx", "csv", "tsv", "txt", "json", "jsonl", "zip", "xls", "et"]),
        help: Label("一个文件，或 收件/*.xlsx 这样同一版式的多个文件", "a file, or several of one layout such as 收件/*.xlsx")),
      .option("sheet", Label("工作表", "sheet"), help: Label("工作表的名称；* 表示全部", "the sheet's name; * for all")),
      .flag(
        "places", Label("出处", "places"), help: Label("加上文件、工作表、行三列", "add the columns file, sheet and row")),
    ],
    examples: [
      .init("open \"data/挂牌督导记录2024.csv\" | take 3", Label("看一个文件的前三行", "the first three rows of a file"))
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let request = OpenRequest(
      path: try context.file(arguments.text("file") ?? ""), sheet: arguments.text("sheet"),
      withPlaces: arguments.flag("places"))
    guard let workspace = try context.openWorkspace().opened else {
      throw Diagnostic(HostMessages.noWorkspace)
    }
    let opened = try workspace.opener(hooks: context.importHooks).open(request)
    return .relation(opened.table, remarks: opened.remarks)
  }
}

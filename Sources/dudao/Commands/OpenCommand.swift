import KitModel
import PluginAPI

/// `open FILE` 打开: reads received files as a table, without taking them in.
struct OpenCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: OpenWords.name, meaning: OpenWords.meaning,
    parameters: [
      .positional(
        "file", OpenWords.fileParameter,
        .file(["xlsx", "csv", "tsv", "txt", "json", "jsonl", "zip", "xls", "et"]),
        help: OpenWords.fileHelp),
      .option("sheet", OpenWords.sheetParameter, help: OpenWords.sheetHelp),
      .flag(
        "places", OpenWords.placesParameter, help: OpenWords.placesHelp),
    ],
    examples: [
      .init("open \"data/挂牌督导记录2024.csv\" | take 3", OpenWords.firstExample)
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let request = OpenRequest(
      path: try context.inputPath(arguments.text("file") ?? ""), sheet: arguments.text("sheet"),
      withPlaces: arguments.flag("places"))
    guard let workspace = try context.openWorkspace().opened else {
      throw Diagnostic(HostMessages.noWorkspace)
    }
    let opened = try workspace.opener(hooks: context.importHooks).open(request)
    return .relation(opened.table, remarks: opened.remarks)
  }
}

import KitModel
import PluginAPI

/// `help [WORD]` 帮助: the overview, or the page of a word, a command or a relation.
struct HelpCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: HelpWords.name, meaning: HelpWords.meaning,
    parameters: [
      .positional(
        "word", HelpWords.wordParameter, .word, required: false, repeated: true,
        help: HelpWords.wordHelp)
    ], worksWithoutWorkspace: true,
    examples: [
      .init("help 筛选", HelpWords.firstExample), .init("help import", HelpWords.secondExample),
      .init("help 学校", HelpWords.thirdExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let pages = HelpPages(
      language: context.language, commands: context.commands.entries.map(\.declaration),
      catalog: try context.catalog(), scripts: ScriptShelf(context).finder)
    let topic = arguments.texts("word").joined(separator: " ")
    return .document(topic.isEmpty ? pages.overview() : try pages.page(topic))
  }
}

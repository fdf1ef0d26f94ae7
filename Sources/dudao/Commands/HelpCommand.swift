import KitModel
import PluginAPI

/// `help [WORD]` 帮助: the overview, or the page of a word, a command or a relation.
struct HelpCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("帮助", "help"), meaning: Label("解释一个词、命令或数据", "explain a word, a command or data"),
    parameters: [
      .positional(
        "word", Label("词", "word"), .word, required: false, repeated: true,
        help: Label("不写就列出全部", "without one: everything"))
    ], worksWithoutWorkspace: true,
    examples: [
      .init("help 筛选", Label("怎么筛选", "how to filter")), .init("help import", Label("怎么导入", "how to import")),
      .init("help 学校", Label("学校有哪些列", "the columns of school")),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let pages = HelpPages(
      language: context.language, commands: context.commands.entries.map(\.declaration),
      catalog: try context.catalog())
    let topic = arguments.texts("word").joined(separator: " ")
    return .document(topic.isEmpty ? pages.overview() : try pages.page(topic))
  }
}

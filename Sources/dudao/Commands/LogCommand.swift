import KitModel
import PluginAPI

/// `log --last N`: the latest changes. `log` alone is the relation of all of them.
struct LogCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("日志", "log"), meaning: Label("做过哪些改动", "what was changed"),
    parameters: [
      .option(
        "last", Label("条数", "count"), .value(.integer), default: .integer(20),
        help: Label("最近多少次改动；不写命令选项时 log 是全部改动", "the latest changes; log alone is all of them"))
    ],
    examples: [
      .init("log --last 5", Label("最近五次改动", "the last five changes")),
      .init(
        "log | where inserted > 100", Label("一次新增一百行以上的改动", "changes that added more than a hundred rows")),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    .table(try context.query("`log` | sort -id | take \(max(1, arguments.integer("last") ?? 20))"))
  }
}

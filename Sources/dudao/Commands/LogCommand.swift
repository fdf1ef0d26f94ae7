import KitModel
import PluginAPI

/// `log --last N`: the latest changes. `log` alone is the relation of all of them.
struct LogCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: LogWords.name, meaning: LogWords.meaning,
    parameters: [
      .option(
        "last", LogWords.lastParameter, .value(.integer), default: .integer(20),
        help: LogWords.lastHelp)
    ],
    examples: [
      .init("log --last 5", LogWords.firstExample),
      .init(
        "log | where inserted > 100", LogWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    .table(try context.query("`log` | sort -id | take \(max(1, arguments.integer("last") ?? 20))"))
  }
}

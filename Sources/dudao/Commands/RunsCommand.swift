import KitModel
import PluginAPI

/// `runs --last N`: the latest runs of saved scripts. `run_record` is the relation of all of them.
struct RunsCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: RunsWords.name, meaning: RunsWords.meaning,
    parameters: [
      .option(
        "last", RunsWords.lastParameter, .value(.integer), default: .integer(20), help: RunsWords.lastHelp)
    ],
    examples: [.init("runs --last 5", RunsWords.firstExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let count = max(1, arguments.integer("last") ?? 20)
    return .table(
      try context.query(
        """
        `run_record` | sort -id | take \(count)
          | select id, script, time, person, day, parameters, result, first_change, last_change, files
        """))
  }
}

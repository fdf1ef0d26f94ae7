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
    var table = try context.query(
      """
      `run_record` | sort -id | take \(count)
        | select id, script, time, person, day, parameters, result, first_change, last_change, files
      """)
    // A run may write a hundred files: a line tells the first ones, the relation all of them.
    guard let place = table.columns.firstIndex(where: { $0.id == "files" }) else { return .table(table) }
    for row in table.rows.indices {
      guard case .text(let list) = table.rows[row].values[place] else { continue }
      let files = list.split(separator: "、")
      guard files.count > Self.shownFiles else { continue }
      let shown = files.prefix(Self.shownFiles).joined(separator: "、")
      let more = String(files.count)
      table.rows[row].values[place] = .text(
        context.language == .zh ? "\(shown)等 \(more) 个" : "\(shown) and others, \(more) in all")
    }
    return .table(table)
  }

  private static let shownFiles = 3
}

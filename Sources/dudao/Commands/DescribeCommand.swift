import KitModel
import PluginAPI

/// `describe RELATION` 概况: what the columns of a relation hold; the same as `RELATION | describe`.
struct DescribeCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: DescribeWords.name, meaning: DescribeWords.meaning,
    parameters: [
      .positional(
        "relation", DescribeWords.relationParameter, .relation,
        help: DescribeWords.relationHelp)
    ],
    examples: [.init("describe school", DescribeWords.firstExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let path = (arguments.text("relation") ?? "").split(separator: ".").map { quoted(String($0)) }
    return .table(try context.query(path.joined(separator: ".") + " | describe"))
  }
}

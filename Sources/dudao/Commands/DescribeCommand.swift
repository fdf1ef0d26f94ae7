import KitModel
import PluginAPI

/// `describe RELATION` 概况: what the columns of a relation hold; the same as `RELATION | describe`.
struct DescribeCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("概况", "describe"), meaning: Label("一组数据每列的情况", "what the columns of a relation hold"),
    parameters: [
      .positional(
        "relation", Label("数据", "relation"), .relation,
        help: Label("数据的名称；查询结果请在后面接 | 概况", "a relation; behind a query write | describe"))
    ],
    examples: [.init("describe school", Label("学校每列填了多少、有哪些值", "how the columns of school are filled"))])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let path = (arguments.text("relation") ?? "").split(separator: ".").map { quoted(String($0)) }
    return .table(try context.query(path.joined(separator: ".") + " | describe"))
  }
}

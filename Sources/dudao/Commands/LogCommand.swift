import KitModel
import KitStore
import PluginAPI

/// `log` 日志: what was changed, the latest first.
struct LogCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("日志", "log"), meaning: Label("做过哪些改动", "what was changed"),
    parameters: [
      .option(
        "last", Label("条数", "count"), .value(.integer), default: .integer(20),
        help: Label("最近多少次改动", "how many changes, the latest first"))
    ],
    examples: [
      .init("log", Label("最近的改动", "the latest changes")),
      .init("log --last 5 | select id, command", Label("最近五次改动的命令", "the commands of the last five changes")),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let store = try context.openWorkspace().store
    var table = Table(columns: [
      Column("id", "编号", "id", .integer), Column("time", "时间", "time", .time),
      Column("person", "人", "person"),
      Column("command", "命令", "command"), Column("inserted", "新增", "inserted", .integer),
      Column("updated", "修改", "updated", .integer), Column("deleted", "删除", "deleted", .integer),
      Column("state", "状态", "state"),
    ])
    guard let head = try store.chainHead() else { return .table(table) }
    let wanted = max(1, arguments.integer("last") ?? 20)
    var id = head.change
    while id > 0, table.rows.count < wanted {
      try context.checkCancellation()
      if let record = try store.changeRecord(id) { table.rows.append(row(record, context.language)) }
      id -= 1
    }
    return .table(table)
  }

  private func row(_ record: ChangeRecord, _ language: UILanguage) -> Table.Row {
    let counts = record.counts
    let state =
      if let undoneBy = record.undoneBy {
        LogMessages.undone.text(language, ["id": String(undoneBy)])
      } else if let undoes = record.undoes {
        LogMessages.undoes.text(language, ["id": String(undoes)])
      } else if let sealed = record.sealed {
        LogMessages.sealed.text(language, ["reason": sealed])
      } else {
        ""
      }
    return Table.Row([
      .integer(record.id), .time(record.context.time), .text(record.context.person),
      .text(record.context.command),
      .integer(Int64(counts.inserted)), .integer(Int64(counts.updated)), .integer(Int64(counts.deleted)),
      .text(state),
    ])
  }
}

enum LogMessages {
  static let all = [undone, undoes, sealed]

  static let undone = Message("host.log-undone", zh: "已被 {id} 撤销", en: "undone by {id}")
  static let undoes = Message("host.log-undoes", zh: "撤销了 {id}", en: "undoes {id}")
  static let sealed = Message("host.log-sealed", zh: "不能撤销：{reason}", en: "cannot be undone: {reason}")
}

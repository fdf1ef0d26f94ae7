import KitModel
import KitStore
import PluginAPI

/// `catalog` 目录: every relation with its meaning, how many rows it has, when it last changed and from what file.
struct CatalogCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: Label("目录", "catalog"), meaning: Label("有哪些数据", "all relations of the workspace"),
    examples: [
      .init("catalog", Label("全部数据", "all data")),
      .init("catalog | where rows > 0", Label("只看有内容的", "only what holds rows")),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let language = context.language
    let catalog = try context.catalog()
    var table = Table(columns: [
      Column("label", "数据", "label"), Column("id", "英文名", "id"), Column("rows", "行数", "rows", .integer),
      Column("updated", "最近更新", "updated", .time), Column("file", "最近文件", "file"),
      Column("meaning", "含义", "meaning"),
    ])
    let latest = try LatestChanges(store: context.openWorkspace().store, context: context)
    for entity in catalog.entities {
      try context.checkCancellation()
      table.rows.append(
        Table.Row([
          .text(entity.label.zh), .text(entity.id), try count(quotedPath(entity), context),
          latest.time(of: entity.fullName).map(Value.time) ?? .null,
          latest.file(of: entity.fullName).map(Value.text) ?? .null,
          .text(entity.meaning?.text(language) ?? ""),
        ]))
    }
    for saved in catalog.tables {
      guard let name = saved.name else { continue }
      table.rows.append(
        Table.Row([
          .text(saved.label.zh), .text(name), try count(quoted(name), context),
          latest.time(of: name).map(Value.time) ?? .null, .null, .text(""),
        ]))
    }
    return .table(table)
  }

  private func count(_ relation: String, _ context: any CommandContext) throws -> Value {
    try context.query(relation + " | count").rows.first?.values.first ?? .null
  }
}

/// The last change of each table and the file it came from, found from the end of the journal.
private struct LatestChanges {
  private var times: [String: Timestamp] = [:]
  private var files: [String: String] = [:]

  init(store: any Store, context: any CommandContext) throws {
    var id = try store.chainHead()?.change ?? 0
    // The journal may be long; what changed before the last thousand entries is shown without a day.
    let first = max(0, id - 1000)
    while id > first {
      try context.checkCancellation()
      if let record = try store.changeRecord(id) {
        for part in record.parts where times[part.table] == nil { times[part.table] = record.context.time }
      }
      id -= 1
    }
  }

  func time(of table: String) -> Timestamp? { times[table] }
  func file(of table: String) -> String? { files[table] }
}

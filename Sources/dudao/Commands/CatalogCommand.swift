import KitModel
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
    let catalog = try context.catalog()
    let changes = try context.query("`log` | sort -id | select entity, time | distinct entity")
    let files = try context.query("`source` | sort -id | select entity, file | distinct entity")
    var table = Table(columns: [
      Column("label", "数据", "label"), Column("id", "英文名", "id"), Column("rows", "行数", "rows", .integer),
      Column("updated", "最近更新", "updated", .time), Column("file", "最近文件", "file"),
      Column("meaning", "含义", "meaning"),
    ])
    for entity in catalog.entities {
      try context.checkCancellation()
      table.rows.append(
        Table.Row([
          .text(entity.label.zh), .text(entity.id), try count(quotedPath(entity), context),
          value(of: entity.fullName, in: changes), value(of: entity.fullName, in: files),
          .text(entity.meaning?.text(context.language) ?? ""),
        ]))
    }
    for saved in catalog.tables {
      guard let name = saved.name else { continue }
      table.rows.append(
        Table.Row([
          .text(saved.label.zh), .text(name), try count(quoted(name), context), value(of: name, in: changes),
          .null, .null,
        ]))
    }
    return .table(table)
  }

  private func count(_ relation: String, _ context: any CommandContext) throws -> Value {
    try context.query(relation + " | count").rows.first?.values.first ?? .null
  }

  /// What stands beside the name of a relation in a table of two columns.
  private func value(of relation: String, in table: Table) -> Value {
    table.rows.first { row in
      // One change may concern several relations: `district.unit,district.school`.
      guard case .text(let names) = row.values.first else { return false }
      return names.split(separator: ",").contains { $0 == relation }
    }?.values.last ?? .null
  }
}

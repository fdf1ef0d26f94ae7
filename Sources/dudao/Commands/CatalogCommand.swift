import KitModel
import PluginAPI

/// `catalog` 目录: every relation with its meaning, how many rows it has, when it last changed and from what file.
struct CatalogCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: CatalogWords.name, meaning: CatalogWords.meaning,
    examples: [
      .init("catalog", CatalogWords.firstExample),
      .init("catalog | where rows > 0", CatalogWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let catalog = try context.catalog()
    let changes = try context.query("`log` | sort -id | select entity, time | distinct entity")
    let files = try context.query("`source` | sort -id | select entity, file | distinct entity")
    var table = Table(columns: [
      Column("label", CatalogWords.labelColumn), Column("id", CatalogWords.idColumn),
      Column("rows", CatalogWords.rowsColumn, .integer),
      Column("updated", CatalogWords.updatedColumn, .time), Column("file", CatalogWords.fileColumn),
      Column("meaning", CatalogWords.meaningColumn),
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

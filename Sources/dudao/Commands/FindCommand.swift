import KitFormats
import KitModel
import PluginAPI

/// `find TEXT` 搜: looks for a text in all fields of all entities.
struct FindCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: FindWords.name, meaning: FindWords.meaning,
    parameters: [
      .positional("text", FindWords.textParameter, repeated: true, help: FindWords.textHelp),
      .option(
        "rows", FindWords.rowsParameter, .value(.integer), default: .integer(200),
        help: FindWords.rowsHelp),
    ],
    examples: [.init("find 青石", FindWords.firstExample)])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let wanted = arguments.texts("text").joined(separator: " ")
    let limit = max(1, arguments.integer("rows") ?? 200)
    let book = EntityBook(try context.catalog())
    let formatter = ValueFormatter(language: context.language)
    var table = Table(columns: [
      Column("relation", FindWords.relationColumn), Column("key", FindWords.keyColumn),
      Column("name", FindWords.nameColumn),
      Column("field", FindWords.fieldColumn), Column("text", FindWords.textColumn),
    ])
    var isCut = false
    for entity in book.entities where !isCut {
      try context.checkCancellation()
      let fields = entity.fields.filter { $0.type.isTextual && !$0.isSensitive }
      let conditions = fields.map { quoted($0.id) + " contains $wanted" }
      guard !conditions.isEmpty else { continue }
      let found = try context.query(
        "\(quotedPath(entity)) | where \(conditions.joined(separator: " or ")) | take \(limit + 1)",
        variables: ["wanted": .text(wanted)])
      let key = book.key(entity)
      let name = book.nameField(entity)
      for row in found.rows {
        func text(_ id: String?) -> String {
          found.columns.firstIndex { $0.id == id }.map {
            formatter.text(row.values[$0], of: found.columns[$0])
          } ?? ""
        }
        let hits = fields.filter {
          text($0.id).contains(wanted)
            || NameKey(text($0.id)).description.contains(NameKey(wanted).description)
        }
        for hit in hits {
          isCut = isCut || table.rows.count == limit
          guard !isCut else { break }
          table.rows.append(
            Table.Row([
              .text(entity.label.text(context.language)),
              .text(key.map { text($0.id) }.joined(separator: " ")),
              .text(text(name)), .text(hit.label.text(context.language)), .text(text(hit.id)),
            ]))
        }
      }
    }
    if isCut {
      table.remarks.append(
        Diagnostic(FindMessages.cut, ["limit": String(limit), "text": wanted], severity: .note))
    }
    return .table(table)
  }
}

enum FindMessages {
  static let all = [cut]

  static let cut = Message(
    "host.find-cut", zh: "只列出前 {limit} 处，后面还有",
    en: "only the first {limit} places are listed; there are more",
    helpZh: "多写几个字，或用 --rows 列得更多", helpEn: "give more of the text, or list more with --rows")
}

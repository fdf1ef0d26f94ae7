import KitDocuments
import KitFormats
import KitModel
import KitPapers
import KitRubrics
import PluginAPI

/// `card UNIT` 档案: all that is known about one unit, found from the declared references. A unit's name alone at
/// the prompt is its card.
struct CardCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: CardWords.name, meaning: CardWords.meaning,
    parameters: [
      .positional(
        "unit", CardWords.unitParameter, repeated: true,
        help: CardWords.unitHelp),
      .option(
        "rows", CardWords.rowsParameter, .value(.integer), default: .integer(20),
        help: CardWords.rowsHelp),
      .option("to", CardWords.formatsParameter, help: CardWords.formatsHelp),
    ],
    effects: [.reads, .files],
    examples: [
      .init("card 青石镇中心小学", CardWords.firstExample),
      .init("档案 青石镇 --rows 5", CardWords.secondExample),
      .init("card 青石镇中心小学 --to docx", CardWords.thirdExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let wanted = arguments.texts("unit").joined(separator: " ")
    let book = EntityBook(try context.catalog())
    let subject = try SubjectFinder(book: book, context: context).find(wanted, at: arguments.span("unit"))
    let card = try card(subject, book, rows: arguments.integer("rows") ?? 20, context)
    guard let text = arguments.text("to") else { return .document(card) }
    return try print(card, as: try DocumentFormat.list(text, at: arguments.span("to")), subject, context)
  }

  /// Writes the card below `exports/档案`. Columns that no document may show are left out, and named with their rule.
  private func print(
    _ card: Document, as formats: [DocumentFormat], _ subject: Subject, _ context: any CommandContext
  ) throws -> CommandResult {
    var remarks: [Diagnostic] = []
    let files = DocumentFiles(folder: CardWords.folder.text(context.language), context: context)
    try files.write(card.publishable(remarks: &remarks), named: subject.name, as: formats)
    try files.finish()
    let message = context.isDryRun ? CardMessages.wouldWrite : CardMessages.written
    let list = files.paths.joined(separator: context.language == .zh ? "、" : ", ")
    return .notice(Diagnostic(message, ["files": list], severity: .note), remarks: remarks + files.remarks)
  }

  private func card(
    _ subject: Subject, _ book: EntityBook, rows: Int, _ context: any CommandContext
  ) throws -> Document {
    let language = context.language
    let formatter = ValueFormatter(language: language)
    var blocks: [Document.Block] = [
      .heading(bracketed(subject.name, subject.entity.label.text(language), language), level: 1),
      .facts(
        zip(subject.columns, subject.values).compactMap { column, value in
          value.isNull ? nil : .init(column.label.text(language), formatter.text(value, of: column))
        }),
    ]
    // What a paper says is printed by `paper print`; here its source would fill a page.
    let register = (try? PaperRules(of: context))?.register
    var none: [String] = []
    for (from, field) in book.references(to: subject.entity) {
      try context.checkCancellation()
      let title = title(from, field, book, subject, language)
      let more = from.fullName == register ? ["text"] : []
      let found = try records(of: from, field, subject, but: more, rows: rows, context)
      if found.rows.isEmpty {
        none.append(title)
      } else {
        let count = try context.query(
          "\(quotedPath(from)) | where \(quoted(field.id)) == $key | count", variables: ["key": subject.key])
        let total = formatter.text(count.rows.first?.values.first ?? .null, type: .integer)
        blocks.append(
          .table(found, title: CardMessages.records.text(language, ["title": title, "count": total])))
      }
    }
    if !none.isEmpty {
      let list = none.joined(separator: language == .zh ? "、" : ", ")
      blocks.append(.paragraph(CardMessages.none.text(language, ["list": list])))
    }
    return Document(blocks)
  }

  /// The records that refer to the subject, without the column that would say its name in every row.
  private func records(
    of from: EntityDeclaration, _ field: FieldDeclaration, _ subject: Subject, but more: [String], rows: Int,
    _ context: any CommandContext
  ) throws -> Table {
    let dropped = ([field.id] + more).map(quoted).joined(separator: ", ")
    return try context.query(
      "\(quotedPath(from)) | where \(quoted(field.id)) == $key | take \(max(1, rows)) | drop \(dropped)",
      variables: ["key": subject.key]
    ).withoutEmptyColumns
  }

  /// `督导记录`, or `教研活动（主办单位）` where an entity refers to the subject in several ways.
  private func title(
    _ from: EntityDeclaration, _ field: FieldDeclaration, _ book: EntityBook, _ subject: Subject,
    _ language: UILanguage
  ) -> String {
    let isOnly = book.references(to: subject.entity).filter { $0.from == from }.count == 1
    let name = from.label.text(language)
    return isOnly ? name : bracketed(name, field.label.text(language), language)
  }

  private func bracketed(_ name: String, _ more: String, _ language: UILanguage) -> String {
    language == .zh ? "\(name)（\(more)）" : "\(name) (\(more))"
  }
}

extension Document {
  /// Without the columns that no document may show.
  func publishable(remarks: inout [Diagnostic]) -> Document {
    var document = self
    for (index, block) in blocks.enumerated() {
      guard case .table(let table, let title) = block else { continue }
      let hidden = table.columns.compactMap(\.restrictionWords)
      guard !hidden.isEmpty else { continue }
      for words in hidden {
        let remark = Diagnostic(CardMessages.leftOut, words, severity: .note)
        if !remarks.contains(remark) { remarks.append(remark) }
      }
      let kept = table.columns.indices.filter { table.columns[$0].restriction == nil }
      let rows = table.rows.map { row in Table.Row(kept.map { row.values[$0] }, mark: row.mark) }
      document.blocks[index] = .table(
        Table(columns: kept.map { table.columns[$0] }, rows: rows, remarks: table.remarks), title: title)
    }
    return document
  }
}

extension Table {
  /// Without the columns in which nothing stands.
  fileprivate var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { index in
      rows.contains { index < $0.values.count && !$0.values[index].isNull }
    }
    return Table(
      columns: kept.map { columns[$0] },
      rows: rows.map { row in Row(kept.map { $0 < row.values.count ? row.values[$0] : .null }, mark: row.mark)
      },
      remarks: remarks)
  }
}

/// The relation of an entity in a query that a command makes.
func quotedPath(_ entity: EntityDeclaration) -> String { quoted(entity.plugin) + "." + quoted(entity.id) }

enum CardMessages {
  static let all = [
    records, none, unknown, unknownNear, unknownPart, several, written, wouldWrite, leftOut,
  ]

  static let written = Message("host.card-written", zh: "写了 {files}", en: "written: {files}")
  static let wouldWrite = Message(
    "host.card-would-write", zh: "会写 {files}；试运行，没有写", en: "would write {files}; a dry run writes nothing")
  static let leftOut = Message(
    "host.card-left-out", zh: "“{column}”没有写进文档：{rule}", en: "“{column}” was left out of the document: {rule}"
  )

  static let records = Message("host.card-records", zh: "{title}（{count} 条）", en: "{title} ({count})")
  static let none = Message("host.card-none", zh: "没有记录：{list}", en: "nothing on record: {list}")
  static let unknown = Message(
    "host.card-unknown", zh: "没有叫“{name}”的单位，也没有这样的数据或命令",
    en: "nothing is called “{name}”: no unit, no data, no command",
    helpZh: "find {name} 在所有数据里找这几个字；catalog 列出全部数据",
    helpEn: "find {name} looks for it everywhere; catalog lists all data")
  static let unknownNear = Message(
    "host.card-unknown-near", zh: "没有叫“{name}”的单位，是不是 {near}？",
    en: "no unit is called “{name}”; did you mean {near}?",
    helpZh: "find {name} 在所有数据里找这几个字", helpEn: "find {name} looks for it everywhere")
  static let unknownPart = Message(
    "host.card-unknown-part", zh: "没有叫“{name}”的单位；名称里有这几个字的有 {count} 个：{list}",
    en: "no unit is called “{name}”; {count} {count:name holds|names hold} it: {list}",
    helpZh: "写全称、简称或代码；find {name} 在所有数据里找这几个字",
    helpEn: "give the whole name, the short one or the code; find {name} looks for it everywhere")
  static let several = Message(
    "host.card-several", zh: "“{name}”有 {count} 个：{list}", en: "“{name}” is the name of {count}: {list}",
    helpZh: "请写代码，例如 card {first}", helpEn: "give the code: card {first}")
}

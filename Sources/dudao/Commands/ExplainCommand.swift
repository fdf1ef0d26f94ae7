import KitFormats
import KitModel
import KitRubrics
import KitStore
import PluginAPI

/// `explain RELATION KEY… [FIELD]` 解释: where the values of a row come from, down to file, sheet and cell, and
/// which change gave each its present value.
struct ExplainCommand: HostCommand {
  /// Work areas whose marks can be explained.
  var assessments: [Assessment] = []

  static let declaration = CommandDeclaration(
    name: ExplainWords.name, meaning: ExplainWords.meaning,
    parameters: [
      .positional("relation", ExplainWords.relationParameter, .relation, help: ExplainWords.relationHelp),
      .positional(
        "key", ExplainWords.keyParameter, repeated: true,
        help: ExplainWords.keyHelp),
      .flag("query", ExplainWords.queryOption, help: ExplainWords.queryHelp),
    ],
    examples: [
      .init("explain school 青石镇中心小学", ExplainWords.firstExample),
      .init("解释 学校 青石镇中心小学 校长", ExplainWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let relation = arguments.text("relation") ?? ""
    let named = assessments.first { $0.names.contains { NameKey($0) == NameKey(relation) } }
    if let named {
      return try MarkExplanation(assessment: named, context: context).run(
        arguments.texts("key"), showsQueries: arguments.flag("query"), at: arguments.span("key"))
    }
    let book = EntityBook(try context.catalog())
    guard let entity = try book.one(relation, at: arguments.span("relation")) else {
      throw Diagnostic(ExplainMessages.noEntity, ["relation": relation], at: arguments.span("relation"))
    }
    var words = arguments.texts("key")
    let span = arguments.span("key")
    let (fields, computed) = wantedFields(&words, entity, book)
    let row = try self.row(entity, words, book, span, context)
    var table = try origins(of: row, entity, fields, book, context)
    for column in computed { try add(column, of: row, to: &table, book, context) }
    guard table.rows.isEmpty else { return .table(table) }
    let labels = (fields + computed.map(\.field)).map { $0.label.text(context.language) }.joined(
      separator: context.language == .zh ? "、" : ", ")
    return .notice(Diagnostic(ExplainMessages.empty, ["labels": labels], severity: .note))
  }

  /// A column that other rows are added up for.
  private struct Computed {
    var field: FieldDeclaration
    var columns: ComputedColumns
  }

  /// The field named behind the key, stored or computed, or all. Takes its name off the words.
  private func wantedFields(_ words: inout [String], _ entity: EntityDeclaration, _ book: EntityBook)
    -> (stored: [FieldDeclaration], computed: [Computed])
  {
    let fields = book.fields(entity)
    let computed = book.lineage(entity).flatMap(\.computed).flatMap { columns in
      columns.columns.map { Computed(field: $0, columns: columns) }
    }
    guard words.count > 1, let last = words.last.map({ NameKey($0) }) else { return (fields, computed) }
    func isMeant(_ field: FieldDeclaration) -> Bool { field.names.contains { NameKey($0) == last } }
    if let field = fields.first(where: isMeant) {
      words.removeLast()
      return ([field], [])
    }
    if let column = computed.first(where: { isMeant($0.field) }) {
      words.removeLast()
      return ([], [column])
    }
    return (fields, computed)
  }

  /// A figure that is added up leads to the rows that it is added up from.
  private func add(
    _ computed: Computed, of row: Row, to table: inout Table, _ book: EntityBook,
    _ context: any CommandContext
  ) throws {
    guard let key = row.key.first else { return }
    let parts = try ComputedOrigin(book: book, context: context)
      .parts(of: computed.field, in: computed.columns, key: key)
    for part in parts {
      let own = Row(key: part.key, columns: part.columns, values: part.values)
      var found = try origins(of: own, part.entity, [part.field], book, context)
      for index in found.rows.indices {
        let label = "\(computed.field.label.text(context.language)) \(part.words)"
        found.rows[index].values[0] = .text(label)
      }
      table.rows += found.rows
    }
  }

  private struct Row {
    var key: [Value]
    var columns: [Column]
    var values: [Value]
  }

  private func row(
    _ entity: EntityDeclaration, _ words: [String], _ book: EntityBook, _ span: SourceSpan?,
    _ context: any CommandContext
  ) throws -> Row {
    let key = book.key(entity)
    if words.count == key.count {
      var values: [String: Value] = [:]
      for (index, (field, word)) in zip(key, words).enumerated() {
        values["k\(index)"] = try value(word, of: field, book, span, context)
      }
      let conditions = key.indices.map { "\(quoted(key[$0].id)) == $k\($0)" }.joined(separator: " and ")
      let table = try context.query("\(quotedPath(entity)) | where \(conditions)", variables: values)
      if let found = table.rows.first {
        let keyValues = key.indices.compactMap { values["k\($0)"] }
        return Row(key: keyValues, columns: table.columns, values: found.values)
      }
    }
    if key.count == 1 {
      let finder = SubjectFinder(book: book, context: context)
      if words.count > 1, let column = words.last,
        (try? finder.find(words.joined(separator: " "), at: span)) == nil,
        (try? finder.find(words.dropLast().joined(separator: " "), at: span)) != nil
      {
        throw noColumn(column, entity, book, span, context)
      }
      let subject = try finder.find(words.joined(separator: " "), at: span)
      return Row(key: [subject.key], columns: subject.columns, values: subject.values)
    }
    let labels = key.map { $0.label.text(context.language) }.joined(separator: " ")
    throw Diagnostic(
      ExplainMessages.noRow,
      [
        "relation": entity.label.text(context.language), "key": words.joined(separator: " "),
        "labels": labels,
      ],
      at: span)
  }

  private func noColumn(
    _ name: String, _ entity: EntityDeclaration, _ book: EntityBook, _ span: SourceSpan?,
    _ context: any CommandContext
  ) -> Diagnostic {
    let all = book.fields(entity) + book.lineage(entity).flatMap(\.computed).flatMap(\.columns)
    let separator = context.language == .zh ? "、" : ", "
    let near = Nearness.suggestions(for: name, among: all.flatMap(\.names))
    let names = near.isEmpty ? all.map { $0.label.text(context.language) } : near
    return Diagnostic(
      ExplainMessages.noColumn,
      [
        "relation": entity.label.text(context.language), "name": name,
        "names": names.joined(separator: separator),
      ], at: span)
  }

  /// A word as a value of a key field; a reference may be given by name.
  private func value(
    _ word: String, of field: FieldDeclaration, _ book: EntityBook, _ span: SourceSpan?,
    _ context: any CommandContext
  ) throws -> Value {
    if case .reference = field.type {
      return try SubjectFinder(book: book, context: context).find(word, at: span).key
    }
    return ArgumentReader.value(word, as: field.type) ?? .text(word)
  }

  private func origins(
    of row: Row, _ entity: EntityDeclaration, _ fields: [FieldDeclaration], _ book: EntityBook,
    _ context: any CommandContext
  ) throws -> Table {
    let store = try context.openWorkspace().store
    let formatter = ValueFormatter(language: context.language)
    var table = Table(columns: [
      Column("field", ExplainWords.fieldColumn), Column("value", ExplainWords.valueColumn),
      Column("source", ExplainWords.sourceColumn),
      Column("change", ExplainWords.changeColumn, .integer), Column("time", ExplainWords.timeColumn, .time),
      Column("person", ExplainWords.personColumn), Column("command", ExplainWords.commandColumn),
    ])
    for field in fields {
      try context.checkCancellation()
      guard let index = row.columns.firstIndex(where: { $0.id == field.id }), index < row.values.count,
        !row.values[index].isNull,
        let owner = book.lineage(entity).first(where: { $0.fields.contains(field) }),
        let origin = try store.origin(entity: owner, key: row.key, field: field.id)
      else { continue }
      let change = origin.change
      table.rows.append(
        Table.Row([
          .text(field.label.text(context.language)),
          .text(formatter.text(row.values[index], of: row.columns[index])),
          .text(place(origin, context.language)), .integer(change.id), .time(change.context.time),
          .text(change.context.person), .text(change.context.command),
        ]))
    }
    return table
  }

  /// `data/收件/青石镇.xlsx 自评表!D12`; where a value was typed, that it was.
  private func place(_ origin: CellOrigin, _ language: UILanguage) -> String {
    guard let source = origin.source else { return ExplainMessages.typed.text(language) }
    return Location(
      file: file(of: source), sheet: source.sheet, row: origin.row.flatMap { Int(exactly: $0) },
      column: origin.column
    ).text
  }
}

extension ExplainCommand {
  /// The path of the kept copy below the workspace; of a file that came in an archive, with its name in there.
  private func file(of source: SourceRecord) -> String {
    let leaf = source.copy.split(separator: "/").last.map(String.init) ?? source.copy
    let isArchive = NameKey(leaf).description.hasSuffix(".zip")
    return isArchive && !NameKey(source.file).description.hasSuffix(".zip")
      ? source.copy + "/" + source.file : source.copy
  }
}

enum ExplainMessages {
  static let all = [noEntity, noRow, noColumn, empty, typed]

  static let noEntity = Message(
    "host.explain-no-entity", zh: "“{relation}”不是登记的数据，没有出处可查",
    en: "“{relation}” is no data on record; its values have no source",
    helpZh: "catalog 列出全部数据；查询的来历请在后面接 | plan",
    helpEn: "catalog lists all data; how a query works is shown by | plan behind it")
  static let noRow = Message(
    "host.explain-no-row", zh: "{relation}里没有 {key} 这一行", en: "{relation} has no row {key}",
    helpZh: "一行由这些列确定：{labels}", helpEn: "a row is told by: {labels}")
  static let noColumn = Message(
    "host.explain-no-column", zh: "{relation}没有叫“{name}”的列", en: "{relation} has no column “{name}”",
    helpZh: "可以写：{names}", helpEn: "there are: {names}")
  static let empty = Message(
    "host.explain-empty", zh: "这一行的这些列没有值：{labels}", en: "the row has no value in: {labels}")
  static let typed = Message("host.explain-typed", zh: "手工输入", en: "typed")
}

import KitFormats
import KitModel
import PluginAPI

/// `new ENTITY field=value …` 新建: adds one row.
struct NewCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: NewWords.name, meaning: NewWords.meaning,
    parameters: [
      .positional(
        "entity", NewWords.entityParameter, .relation,
        help: NewWords.entityHelp)
    ], takesFreeOptions: true, effects: [.writes],
    examples: [
      .init("new zone code=Z99 name=试验学区", NewWords.firstExample),
      .init("新建 学区", NewWords.secondExample),
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let book = EntityBook(try context.catalog())
    let name = arguments.text("entity") ?? ""
    guard let entity = try book.one(name, at: arguments.span("entity")) else {
      let near = Nearness.suggestions(for: name, among: book.entities.flatMap { [$0.label.zh, $0.id] })
      throw Diagnostic(
        near.isEmpty ? NewMessages.noEntity : NewMessages.noEntityNear,
        ["name": name, "near": near.joined(separator: context.language == .zh ? "、" : ", ")],
        at: arguments.span("entity"),
        fixes: arguments.span("entity").map { span in near.map { Diagnostic.Fix(span, $0) } } ?? [])
    }
    let fields = writable(entity, book)
    if arguments.free.isEmpty { return .document(form(entity, fields, book, context.language)) }
    let values = try values(arguments.free, fields, entity, book, context)
    let missing = fields.filter { $0.isRequired && $0.defaultValue == nil && values[$0.id] == nil }
    guard missing.isEmpty else {
      let labels = missing.map { $0.label.text(context.language) + "（" + $0.id + "）" }
      throw Diagnostic(
        NewMessages.missing,
        [
          "labels": labels.joined(separator: "、"),
          "example": example(entity, missing, book, context.language),
        ])
    }
    let columns = fields.filter { values[$0.id] != nil }
    let names = columns.map { quoted($0.id) }.joined(separator: ", ")
    let places = columns.map { "$v_" + $0.id }.joined(separator: ", ")
    try context.change(
      "[\(names); \(places)] | into \(quotedPath(entity))",
      variables: Dictionary(uniqueKeysWithValues: columns.map { ("v_" + $0.id, values[$0.id] ?? .null) }))
    let key = book.key(entity).compactMap { values[$0.id] }
    let change = try context.workspace?.store.chainHead()?.change
    return .notice(
      Diagnostic(
        context.isDryRun ? NewMessages.dryRun : NewMessages.done,
        [
          "change": change.map { String($0) } ?? "", "entity": entity.label.text(context.language),
          "key": key.map { ValueFormatter(language: context.language).text($0, type: .text) }.joined(
            separator: " "),
        ], severity: .note))
  }

  /// The fields that are typed: not those that the entity sets by itself.
  private func writable(_ entity: EntityDeclaration, _ book: EntityBook) -> [FieldDeclaration] {
    let given = entity.parentValue?.field
    return book.fields(entity).filter { $0.id != given }
  }

  private func values(
    _ free: [CommandArguments.Free], _ fields: [FieldDeclaration], _ entity: EntityDeclaration,
    _ book: EntityBook,
    _ context: any CommandContext
  ) throws -> [String: Value] {
    var values: [String: Value] = [:]
    var faults: [Diagnostic] = []
    for argument in free {
      let key = NameKey(argument.name)
      guard let field = fields.first(where: { $0.names.contains { NameKey($0) == key } }) else {
        let near = Nearness.suggestions(for: argument.name, among: fields.flatMap { [$0.label.zh, $0.id] })
        faults.append(
          Diagnostic(
            near.isEmpty ? NewMessages.noField : NewMessages.noFieldNear,
            [
              "name": argument.name, "entity": entity.label.text(context.language),
              "near": near.joined(separator: "、"), "relation": book.typed(entity, .zh),
              "relationEn": book.typed(entity, .en),
            ], at: argument.span))
        continue
      }
      do {
        values[field.id] = try value(argument, field, book, context)
      } catch let fault as Diagnostic {
        faults.append(fault)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return values
  }

  private func value(
    _ argument: CommandArguments.Free, _ field: FieldDeclaration, _ book: EntityBook,
    _ context: any CommandContext
  ) throws -> Value {
    guard case .text(let text) = argument.value else { return argument.value }
    if case .reference(let target) = field.type {
      return try SubjectFinder(book: book, context: context).find(text, in: target, at: argument.span).key
    }
    if let value = ArgumentReader.value(text, as: field.type) { return value }
    let allowed =
      if case .choice(let values) = field.type {
        values.joined(separator: "、")
      } else {
        field.type.name(context.language)
      }
    throw Diagnostic(
      NewMessages.wrongValue,
      ["label": field.label.text(context.language), "found": text, "allowed": allowed], at: argument.span)
  }

  /// What there is to fill, and a line to begin with.
  private func form(
    _ entity: EntityDeclaration, _ fields: [FieldDeclaration], _ book: EntityBook, _ language: UILanguage
  )
    -> Document
  {
    let rows = fields.map { field in
      return Table.Row([
        .text(field.label.text(language)), .text(field.id), .text(book.typeName(field.type, language)),
        .boolean(field.isRequired),
        .text(field.meaning?.text(language) ?? ""),
      ])
    }
    let table = Table(
      columns: [
        Column("label", NewWords.labelColumn), Column("id", NewWords.idColumn),
        Column("type", NewWords.typeColumn),
        Column("required", NewWords.requiredColumn, .boolean), Column("meaning", NewWords.meaningColumn),
      ], rows: rows)
    return Document([
      .heading(NewMessages.title.text(language, ["entity": entity.label.text(language)]), level: 1),
      .table(table, title: nil), .code(example(entity, fields.filter(\.isRequired), book, language)),
    ])
  }

  private func example(
    _ entity: EntityDeclaration, _ fields: [FieldDeclaration], _ book: EntityBook, _ language: UILanguage
  ) -> String {
    // English labels may hold blanks: ids are what can be typed.
    let words =
      language == .zh
      ? ["新建", book.typed(entity, language)] + fields.map { $0.label.zh + "=…" }
      : ["new", book.typed(entity, language)] + fields.map { $0.id + "=…" }
    return words.joined(separator: " ")
  }
}

enum NewMessages {
  static let all = [noEntity, noEntityNear, noField, noFieldNear, wrongValue, missing, done, dryRun, title]

  static let noEntity = Message(
    "host.new-no-entity", zh: "没有叫“{name}”的数据", en: "there is no data “{name}”", helpZh: "catalog 列出全部数据",
    helpEn: "catalog lists all data")
  static let noEntityNear = Message(
    "host.new-no-entity-near", zh: "没有叫“{name}”的数据，是不是 {near}？",
    en: "there is no data “{name}”; did you mean {near}?",
    helpZh: "catalog 列出全部数据", helpEn: "catalog lists all data")
  static let noField = Message(
    "host.new-no-field", zh: "{entity}没有“{name}”这一列", en: "{entity} has no column “{name}”",
    helpZh: "新建 {relation} 列出要填的列", helpEn: "new {relation} lists the columns")
  static let noFieldNear = Message(
    "host.new-no-field-near", zh: "{entity}没有“{name}”这一列，是不是 {near}？",
    en: "{entity} has no column “{name}”; did you mean {near}?", helpZh: "新建 {relation} 列出要填的列",
    helpEn: "new {relation} lists the columns")
  static let wrongValue = Message(
    "host.new-wrong-value", zh: "{label}不能填“{found}”，应当是：{allowed}",
    en: "{label} cannot be “{found}”; it is to be: {allowed}")
  static let missing = Message(
    "host.new-missing", zh: "还缺必填的列：{labels}", en: "required columns are missing: {labels}",
    helpZh: "例如 {example}",
    helpEn: "such as: {example}")
  static let done = Message(
    "host.new-done", zh: "已登记{entity} {key}", en: "{entity} {key} is on record",
    helpZh: "撤销：undo {change}", helpEn: "to take it back: undo {change}")
  static let dryRun = Message(
    "host.new-dry-run", zh: "试运行：会登记{entity} {key}", en: "dry run: {entity} {key} would be put on record")
  static let title = Message("host.new-title", zh: "登记{entity}要填的列", en: "Columns of a new {entity}")
}

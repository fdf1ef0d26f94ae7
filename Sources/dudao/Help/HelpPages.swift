import KitLanguage
import KitModel
import KitQuery
import PluginAPI

/// Help, made from the declarations: the words of the language, the commands, the relations.
struct HelpPages {
  var language: UILanguage
  var commands: [CommandDeclaration]
  var catalog: Catalog
  /// Where scripts are looked for; nil: there are none.
  var scripts: ScriptFinder?

  /// The page for what was asked: all that bears the name, a word that is both stage and function included.
  func page(_ topic: String) throws -> Document {
    let key = NameKey(topic)
    var blocks: [Document.Block] = []
    for word in Words.find(topic) where word.kind != .command { blocks += page(word) }
    for command in commands where command.words.contains(where: { matches($0, key) }) {
      blocks += page(command)
    }
    for entity in catalog.entities where Self.names(entity).contains(where: { NameKey($0) == key }) {
      blocks += page(entity)
    }
    blocks += page(script: topic)
    guard blocks.isEmpty else { return Document(blocks) }
    throw unknown(topic)
  }

  /// Whether `key` is the command's whole name, or the first word of two.
  private func matches(_ words: [String], _ key: NameKey) -> Bool {
    NameKey(words.joined(separator: " ")) == key || (words.first.map { NameKey($0) == key } ?? false)
  }

  private func unknown(_ topic: String) -> Diagnostic {
    if let meant = Word.Kind.allCases.lazy.compactMap({ Synonyms.meant(by: topic, $0) }).first {
      return Diagnostic(HelpMessages.topicNear, ["topic": topic, "near": meant.spelling(language)])
    }
    if let word = Words.find(topic, .command) {
      return Diagnostic(
        HelpMessages.topicLater,
        ["topic": topic, "meaning": word.meaning.zh, "meaningEn": word.meaning.en])
    }
    let names =
      Words.all.flatMap(\.spellings) + commands.flatMap { [$0.name.zh, $0.name.en] }
      + catalog.entities.flatMap { [$0.id, $0.label.zh] } + (scripts?.names ?? [])
    let near = Nearness.suggestions(for: topic, among: names)
    return Diagnostic(
      near.isEmpty ? HelpMessages.topicUnknown : HelpMessages.topicNear,
      ["topic": topic, "near": near.joined(separator: language == .zh ? "、" : ", ")])
  }

  // MARK: A word of the language

  private func page(_ word: Word) -> [Document.Block] {
    let names = word.chinese + " · " + word.english
    let also = word.alternatives.isEmpty ? "" : " · " + word.alternatives.joined(separator: " · ")
    var blocks: [Document.Block] = [
      .heading(names + also, level: 1),
      .paragraph(kindName(word.kind) + text(HelpMessages.colon) + word.meaning.text(language)),
    ]
    if let usage = word.signature(language) ?? word.usage?.text(language) { blocks.append(.code(usage)) }
    let options = options(of: word)
    if !options.isEmpty { blocks.append(.facts(options)) }
    if !word.examples.isEmpty {
      blocks.append(.paragraph(text(HelpMessages.examples)))
      // The form of the reader first; the other shows that both can be typed.
      let lines = word.examples.flatMap { language == .zh ? [$0.zh, $0.en] : [$0.en, $0.zh] }
      var seen: Set<String> = []
      blocks.append(.code(lines.filter { seen.insert($0).inserted }.joined(separator: "\n")))
    }
    return blocks
  }

  /// What may stand behind a stage that shows or writes, in the words of the reader.
  private func options(of word: Word) -> [Document.Fact] {
    guard word.kind == .stage, let stage = Stage.OutputStage(rawValue: word.english)
    else {
      return []
    }
    return OutputStages.declaration(of: stage).parameters.map { parameter in
      fact(parameter, optionName: language == .en ? parameter.id : parameter.label.text(language))
    }
  }

  func kindName(_ kind: Word.Kind) -> String {
    let message =
      switch kind {
      case .stage: HelpMessages.kindStage
      case .statement: HelpMessages.kindStatement
      case .clause: HelpMessages.kindClause
      case .logic, .comparison, .arithmetic: HelpMessages.kindOperator
      case .value, .unit: HelpMessages.kindValue
      case .type: HelpMessages.kindType
      case .aggregate: HelpMessages.kindAggregate
      case .windowFunction: HelpMessages.kindWindow
      case .function: HelpMessages.kindFunction
      case .command: HelpMessages.kindCommand
      }
    return text(message)
  }

  // MARK: A command

  private func page(_ command: CommandDeclaration) -> [Document.Block] {
    var blocks: [Document.Block] = [
      .heading(command.name.zh + " · " + command.name.en, level: 1),
      .paragraph(kindName(.command) + text(HelpMessages.colon) + command.meaning.text(language)),
      .code(command.usage(language)),
    ]
    if !command.parameters.isEmpty {
      blocks.append(
        .facts(
          command.parameters.map { fact($0, optionName: "--" + $0.id) }))
    }
    if !command.examples.isEmpty {
      blocks.append(.paragraph(text(HelpMessages.examples)))
      blocks.append(.code(command.examples.map { example(of: $0) }.joined(separator: "\n")))
    }
    return blocks
  }

  private func example(of example: CommandDeclaration.Example) -> String {
    example.text + "    # " + example.meaning.text(language)
  }

  private func fact(_ parameter: CommandParameter, optionName: String) -> Document.Fact {
    let name = parameter.form == .option ? optionName : parameter.label.text(language)
    return .init(name, parameter.help.text(language) + allowed(parameter))
  }

  private func allowed(_ parameter: CommandParameter) -> String {
    guard case .value(.choice(let choices)) = parameter.type, !choices.isEmpty else { return "" }
    return language == .zh ? "（\(choices.joined(separator: "、"))）" : " (\(choices.joined(separator: ", ")))"
  }

  // MARK: A relation

  private static func names(_ entity: EntityDeclaration) -> [String] {
    [entity.fullName] + entity.names
  }

  private func page(_ entity: EntityDeclaration) -> [Document.Block] {
    let book = EntityBook(catalog)
    let lineage = book.lineage(entity)
    let fields = lineage.flatMap(\.fields) + lineage.flatMap { $0.computed.flatMap(\.columns) }
    let rows = fields.map { field in
      Table.Row([
        .text(field.label.text(language)), .text(field.id), .text(book.typeName(field.type, language)),
        .text(field.meaning?.text(language) ?? ""),
      ])
    }
    let columns = [
      Column(id: "label", label: HelpMessages.label(HelpMessages.fieldLabel), type: .text),
      Column(id: "id", label: HelpMessages.label(HelpMessages.fieldId), type: .text),
      Column(id: "type", label: HelpMessages.label(HelpMessages.fieldType), type: .text),
      Column(id: "meaning", label: HelpMessages.label(HelpMessages.fieldMeaning), type: .text),
    ]
    return [
      .heading(entity.label.zh + " · " + entity.id, level: 1),
      .paragraph(
        text(HelpMessages.kindRelation) + text(HelpMessages.colon) + (entity.meaning?.text(language) ?? "")),
      .table(Table(columns: columns, rows: rows), title: nil),
    ]
  }

  func text(_ message: Message) -> String { message.text(language) }
}

import KitLanguage
import KitModel
import KitQuery
import PluginAPI

/// Finds what can be typed at the cursor: by the place in the language, near what has been typed, by English,
/// Chinese or the initials of pinyin.
struct Completer {
  var language: UILanguage
  var source: any CompletionSource

  /// The candidates at a byte offset of the text, the best first.
  func complete(_ text: String, cursor: Int) -> [Candidate] {
    let place = CursorContext(text, cursor)
    let list = CandidateList(place: place, language: language, rest: rest(of: text, from: cursor))
    switch place.position {
    case .statementStart: statementStart(list)
    case .value: value(list, place)
    case .relation: relations(list)
    case .stageName: list.add(words: Words.of(.stage))
    case .operand(let left): operand(list, place, comparedWith: left)
    case .among(let left?) where values(list, place, of: left): break
    case .among: value(list, place)
    case .column: columns(list, place)
    case .member(let names): members(list, place, names)
    case .afterOperand: afterOperand(list, place)
    case .afterName(let name): afterName(list, place, name)
    case .variable: list.add(names: source.variables)
    case .typeName: list.add(words: Words.of(.type))
    case .newName where place.stage == .derive || place.stage == .set || place.stage == .fill:
      columns(list, place)
    case .argument(let command, let given, let option):
      ArgumentCompleter(source: source, list: list).complete(
        command, given: given, option: option, stage: place.stage)
    case .count, .newName, .nothing: break
    }
    return list.candidates
  }

  private func rest(of text: String, from cursor: Int) -> Substring {
    SourceSpan(cursor, text.utf8.count).slice(of: text)
  }

  // MARK: Places

  private func statementStart(_ list: CandidateList) {
    relations(list)
    list.add(commands: source.commands)
    list.add(words: Words.of(.statement))
    // A unit's name alone is its card.
    guard !list.partial.isEmpty else { return }
    let book = EntityBook(source.catalog)
    for entity in book.cardSubjects where entity.extends == nil {
      list.add(texts: source.names(of: entity), as: .name, detail: entity.label.text(language))
    }
  }

  private func value(_ list: CandidateList, _ place: CursorContext) {
    if place.stage != nil { columns(list, place) }
    relations(list)
    list.add(commands: source.commands.filter(\.mayBeSource))
    if place.stage != nil { list.add(functions: functions(in: place)) }
  }

  private func relations(_ list: CandidateList) {
    for entity in source.catalog.entities {
      list.add(
        Offer(
          english: entity.id, chinese: entity.label.zh,
          others: entity.aliases + entity.former + [entity.label.en]))
    }
    for table in source.catalog.tables {
      if let name = table.name { list.add(Offer(english: name, chinese: table.label.zh)) }
    }
    list.add(names: source.variables)
  }

  private func columns(_ list: CandidateList, _ place: CursorContext) {
    for column in alive(place) { list.add(Offer(english: column.id, chinese: column.label.zh)) }
  }

  private func alive(_ place: CursorContext) -> [Column] {
    // Behind `where` of an aggregate the columns are those of the relation that it counts.
    if let call = place.call, call.isInCondition, let relation = call.arguments.first,
      case .path(let path) = relation.kind
    {
      return source.columns(.relation(Relation(.path(path), span: path.span)), [])
    }
    guard let pipeline = place.pipeline else { return [] }
    return source.columns(pipeline.source, pipeline.stages)
  }

  private func operand(_ list: CandidateList, _ place: CursorContext, comparedWith left: Expression?) {
    if let left, values(list, place, of: left) { return }
    guard place.quote == nil || place.quote == "`" || place.quote == "·" else { return }
    columns(list, place)
    list.add(names: source.variables)
    list.add(functions: functions(in: place))
  }

  private func functions(in place: CursorContext) -> [Word] {
    switch place.stage {
    case .window: Words.functions
    case .group, .pivot: Words.of(.aggregate) + Words.of(.function)
    default: Words.of(.function) + Words.of(.aggregate)
    }
  }

  private func afterOperand(_ list: CandidateList, _ place: CursorContext) {
    list.add(words: place.stage?.clauses.compactMap(\.word) ?? [])
    list.add(words: Words.of(.logic).filter { ["and", "or"].contains($0.english) })
    list.add(words: Words.of(.comparison))
  }

  private func afterName(_ list: CandidateList, _ place: CursorContext, _ name: Name) {
    if source.commands.contains(where: { $0.words.contains { $0.first.map { NameKey($0) } == name.key } }) {
      ArgumentCompleter(source: source, list: list).complete(name, given: [], option: nil, stage: nil)
    } else {
      afterOperand(list, place)
    }
  }

  // MARK: Values

  /// Offers what the left side of a comparison can be; false when nothing is known about it.
  private func values(_ list: CandidateList, _ place: CursorContext, of left: Expression) -> Bool {
    guard case .path(let path) = left.kind, let column = column(at: path.names, place) else { return false }
    switch column.type {
    case .choice(let choices):
      list.add(texts: choices, as: .string)
    case .reference(let target):
      guard let entity = EntityBook(source.catalog).full(target) else { return false }
      list.add(texts: source.names(of: entity), as: .string)
    case .boolean:
      list.add(words: Words.of(.logic).filter { ["true", "false"].contains($0.english) })
    case .text where !column.isSensitive:
      if let entity = owner(of: path.names, place), EntityBook(source.catalog).nameField(entity) == column.id
      {
        list.add(texts: source.names(of: entity), as: .string)
      } else if path.names.count == 1, let pipeline = place.pipeline {
        list.add(texts: source.values(of: column.id, pipeline.source, pipeline.stages), as: .string)
      } else {
        return false
      }
    default:
      return false
    }
    return true
  }

  /// The column at the end of a path, over references.
  private func column(at names: [Name], _ place: CursorContext) -> Column? {
    guard let last = names.last else { return nil }
    if names.count == 1 { return alive(place).first { Self.bears($0, last.key) } }
    return owner(of: names, place).flatMap { fields(of: $0).first { Self.bears($0, last.key) } }
  }

  /// The entity whose field the last name of a path is.
  private func owner(of names: [Name], _ place: CursorContext) -> EntityDeclaration? {
    let book = EntityBook(source.catalog)
    guard names.count > 1, let first = names.first,
      var column = alive(place).first(where: { Self.bears($0, first.key) })
    else { return nil }
    for (index, name) in names.dropFirst().enumerated() {
      guard case .reference(let target) = column.type, let entity = book.full(target) else { return nil }
      if index == names.count - 2 { return entity }
      guard let next = fields(of: entity).first(where: { Self.bears($0, name.key) }) else { return nil }
      column = next
    }
    return nil
  }

  private func members(_ list: CandidateList, _ place: CursorContext, _ names: [Name]) {
    guard let column = column(at: names, place), case .reference(let target) = column.type,
      let entity = EntityBook(source.catalog).full(target)
    else {
      // `district.` names a plugin.
      let plugin = names.first.map(\.key)
      for entity in source.catalog.entities where NameKey(entity.plugin) == plugin {
        list.add(Offer(english: entity.id, chinese: entity.label.zh))
      }
      return
    }
    for field in fields(of: entity) { list.add(Offer(english: field.id, chinese: field.label.zh)) }
  }

  private func fields(of entity: EntityDeclaration) -> [Column] {
    let path = [Name(entity.plugin, span: SourceSpan(0, 0)), Name(entity.id, span: SourceSpan(0, 0))]
    return source.columns(
      .relation(Relation(.path(Path(path, span: SourceSpan(0, 0))), span: SourceSpan(0, 0))), [])
  }

  private static func bears(_ column: Column, _ key: NameKey) -> Bool {
    NameKey(column.id) == key || NameKey(column.label.zh) == key
  }
}

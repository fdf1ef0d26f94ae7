import KitFormats
import KitLanguage
import KitModel
import PluginAPI

/// Completes the words behind a command or an output stage, from its declaration.
struct ArgumentCompleter {
  var source: any CompletionSource
  var list: CandidateList

  /// - Parameters:
  ///   - name: The command; nil for `help` and for an output stage.
  ///   - given: The arguments before the one at the cursor.
  ///   - option: The option whose value is typed.
  func complete(_ name: Name?, given: [Argument], option: String?, stage: StageWord?) {
    guard let name else { return outputStage(stage, option: option) }
    let first = name.text
    let head = NameKey(first)
    let group = source.commands.filter {
      $0.words.contains { $0.count > 1 && $0.first.map { NameKey($0) } == head }
    }
    if given.isEmpty {
      for command in group {
        let words = command.words.compactMap { $0.dropFirst().first }
        list.add(Offer(english: words.first ?? "", chinese: words.last ?? ""), form: .word)
      }
    }
    var rest = given[...]
    let command =
      group.first { command in
        guard let argument = given.first, case .word(.bare(let word)) = argument.kind else { return false }
        return command.words.contains { $0.dropFirst().first.map { NameKey($0) } == NameKey(word) }
      }
    if command != nil { rest = rest.dropFirst() }
    guard
      let declaration = command
        ?? source.commands.first(where: { declaration in
          declaration.words.contains { $0.count == 1 && $0.first.map { NameKey($0) } == head }
        })
    else { return }
    complete(declaration, given: Array(rest), option: option)
  }

  private func complete(_ declaration: CommandDeclaration, given: [Argument], option: String?) {
    let options =
      declaration.options + scriptParameters(declaration, given) + SharedOptions.parameters(of: declaration)
    if let option = option ?? openOption(given) {
      let key = NameKey(option)
      guard let parameter = options.first(where: { $0.names.contains { NameKey($0) == key } }) else { return }
      if !parameter.isFlag { return values(of: parameter) }
    }
    let words = given.filter { if case .word = $0.kind { true } else { false } }
    let positionals = declaration.positionals
    let place = min(words.count, max(0, positionals.count - 1))
    if let parameter = positionals.dropFirst(place).first, words.count <= place || parameter.isRepeated,
      !list.partial.hasPrefix("-")
    {
      values(of: parameter)
    }
    let used = Set(
      given.compactMap { argument -> NameKey? in
        switch argument.kind {
        case .option(let name, _), .named(let name, _): name.key
        case .word: nil
        }
      })
    if list.partial.isEmpty || list.partial.hasPrefix("-") {
      for parameter in options
      where parameter.isRepeated || !parameter.names.contains(where: { used.contains(NameKey($0)) }) {
        list.add(Offer(english: "--" + parameter.id, chinese: "--" + parameter.id), form: .word)
      }
    }
  }

  /// What the script takes that is to be run.
  private func scriptParameters(_ declaration: CommandDeclaration, _ given: [Argument])
    -> [CommandParameter]
  {
    guard declaration.takesFreeOptions, declaration.positionals.first?.type == .script else { return [] }
    let name = given.lazy.compactMap { argument -> String? in
      switch argument.kind {
      case .word(.bare(let text)), .word(.string(let text)): text
      default: nil
      }
    }.first
    return name.map { source.parameters(ofScript: $0) } ?? []
  }

  /// The option just before the cursor: whether the word at the cursor is its value, its declaration says.
  private func openOption(_ given: [Argument]) -> String? {
    guard case .option(let name, nil) = given.last?.kind else { return nil }
    return name.text
  }

  private func values(of parameter: CommandParameter) {
    switch parameter.type {
    case .value(.choice(let choices)): list.add(texts: choices, as: .word)
    case .value(.boolean): list.add(texts: ["是", "否"], as: .word)
    case .value(.reference(let target)):
      if let entity = EntityBook(source.catalog).full(target) {
        list.add(texts: source.names(of: entity), as: .word)
      }
    case .value(.text) where parameter.id == "unit" || parameter.id == "key":
      let book = EntityBook(source.catalog)
      for entity in book.cardSubjects where entity.extends == nil {
        list.add(texts: source.names(of: entity), as: .word)
      }
    case .value(.text) where parameter.id == "form":
      // The relations of returns are called as their forms.
      for entity in source.catalog.entities
      where entity.writtenBy == FormRelations.writer && entity.fullName != FormRelations.delivery {
        list.add(Offer(english: entity.id, chinese: entity.label.zh), form: .word)
      }
    case .relation, .rows:
      for entity in source.catalog.entities {
        list.add(Offer(english: entity.id, chinese: entity.label.zh, others: entity.aliases), form: .word)
      }
    case .file(let endings): files(endings: endings)
    case .newFile(let endings): files(endings: endings)
    case .folder: files(endings: ["/"])
    case .script: list.add(texts: source.scripts, as: .word)
    case .word:
      list.add(words: Words.all.filter { $0.kind != .command })
      list.add(commands: source.commands)
    default: break
    }
  }

  private func outputStage(_ stage: StageWord?, option: String?) {
    switch stage {
    case .export: files(endings: ["xlsx", "csv", "json", "jsonl", "md", "html"])
    case .to:
      list.add(
        texts: TableFormat.allCases.map(\.rawValue).filter { $0 != "table" && $0 != "xlsx" }, as: .word)
    case nil:
      // help
      list.add(words: Words.all.filter { $0.kind != .command })
      list.add(commands: source.commands)
    default: break
    }
  }

  /// Files of the folder that is typed, with these endings; folders lead on.
  private func files(endings: [String]) {
    let typed = list.partial
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let wanted = source.files(in: folder).filter { file in
      file.hasSuffix("/") || endings.isEmpty || endings.contains { file.lowercased().hasSuffix("." + $0) }
    }
    list.add(paths: wanted, in: folder)
  }
}

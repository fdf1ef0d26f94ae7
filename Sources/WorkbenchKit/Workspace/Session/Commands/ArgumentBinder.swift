import KitLanguage
import KitModel

/// Puts the arguments as typed to the parameters of a declaration: which word is which, of what type, what is
/// missing, what is too many. All faults are reported together.
public struct ArgumentBinder {
  /// Computes `$name` and `(…)`; gives a value, or rows for a pipeline.
  public typealias Evaluate = (ArgumentValue, SourceSpan) throws -> CommandArguments.Item

  let declaration: CommandDeclaration
  let language: UILanguage
  let evaluate: Evaluate

  private var items: [String: [CommandArguments.Item]] = [:]
  private var free: [CommandArguments.Free] = []
  private var faults: [Diagnostic] = []
  private var positionals: ArraySlice<CommandParameter>

  /// The arguments of a command, or all their faults as `Diagnostics`.
  public static func bind(
    _ arguments: [Argument], to declaration: CommandDeclaration, nameSpan: SourceSpan, language: UILanguage,
    evaluate: @escaping Evaluate
  ) throws -> CommandArguments {
    var binder = ArgumentBinder(declaration: declaration, language: language, evaluate: evaluate)
    return try binder.bound(arguments, nameSpan: nameSpan)
  }

  private init(declaration: CommandDeclaration, language: UILanguage, evaluate: @escaping Evaluate) {
    self.declaration = declaration
    self.language = language
    self.evaluate = evaluate
    positionals = declaration.positionals[...]
  }

  private mutating func bound(_ arguments: [Argument], nameSpan: SourceSpan) throws -> CommandArguments {
    var rest = Self.joined(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument.kind {
      case .word(.bare(let text))
      where declaration.readsBareOptions && option(Name(text, span: argument.span)) != nil:
        try takeOption(Name(text, span: argument.span), argument.span, &rest)
      case .word(let value): try takeWord(value, argument.span)
      case .option(let name, let value?): try takeNamed(name, value, argument.span)
      case .option(let name, nil): try takeOption(name, argument.span, &rest)
      case .named(let name, let value): try takePairOrNamed(name, value, argument.span)
      }
    }
    for parameter in declaration.parameters where items[parameter.id] == nil {
      if let value = parameter.defaultValue {
        items[parameter.id] = [CommandArguments.Item(value)]
      } else if parameter.isRequired {
        fault(SessionMessages.argumentMissing, ["label": shown(parameter)], at: nameSpan)
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return CommandArguments(items: items, free: free, nameSpan: nameSpan)
  }

  /// `a\ b.xlsx`, as terminals paste a path: a word that ends in `\` goes on with the next.
  private static func joined(_ arguments: [Argument]) -> [Argument] {
    arguments.reduce(into: []) { all, argument in
      if let last = all.last, case .word(.bare(let first)) = last.kind, first.hasSuffix("\\"),
        case .word(.bare(let second)) = argument.kind
      {
        all[all.count - 1] = Argument(
          .word(.bare(first + " " + second)), span: last.span.joined(argument.span))
      } else {
        all.append(argument)
      }
    }
  }

  private mutating func takeWord(_ value: ArgumentValue, _ span: SourceSpan) throws {
    guard let parameter = positionals.first else {
      // Behind the first one too many all others are too many too.
      if !faults.contains(where: { $0.message == SessionMessages.argumentTooMany }) {
        fault(SessionMessages.argumentTooMany, ["found": text(of: value)], at: span)
      }
      return
    }
    if !parameter.isRepeated { positionals.removeFirst() }
    try put(value, into: parameter, span)
  }

  /// `--name`, whose value may be the next word.
  private mutating func takeOption(
    _ name: Name, _ span: SourceSpan, _ rest: inout ArraySlice<Argument>
  ) throws {
    guard let parameter = option(name) else {
      if declaration.takesFreeOptions, let next = rest.first, case .word(let value) = next.kind {
        rest.removeFirst()
        try takeFree(name, value, span.joined(next.span), valueAt: next.span)
      } else if declaration.takesFreeOptions {
        let count = free.count
        try takeFree(name, .string("是"), span)
        if free.count > count { free[count].isBare = true }
      } else {
        unknown(name)
        // The word behind it is most likely its value: one fault is enough.
        if positionals.isEmpty, let next = rest.first, case .word = next.kind { rest.removeFirst() }
      }
      return
    }
    if parameter.isFlag { return add(CommandArguments.Item(.boolean(true), span: span), to: parameter) }
    switch rest.first?.kind {
    case .word(let value):
      try put(value, into: parameter, rest.removeFirst().span)
    case .named(let left, let right) where parameter.type == .pair:
      try put(.string(left.text + "=" + text(of: right)), into: parameter, rest.removeFirst().span)
    default:
      let label = parameter.label.text(language)
      fault(SessionMessages.optionNeedsValue, ["name": parameter.id, "label": label], at: span)
    }
  }

  /// `a=b` where the next place is for a pair; else the same as `--a b`.
  private mutating func takePairOrNamed(_ name: Name, _ value: ArgumentValue, _ span: SourceSpan) throws {
    if option(name) == nil, positionals.first?.type == .pair {
      try takeWord(.string(name.text + "=" + text(of: value)), span)
    } else {
      try takeNamed(name, value, span)
    }
  }

  private mutating func takeNamed(_ name: Name, _ value: ArgumentValue, _ span: SourceSpan) throws {
    if let parameter = option(name) ?? positional(name) {
      if parameter.form == .positional { positionals.removeAll { $0.id == parameter.id } }
      try put(value, into: parameter, span)
    } else if declaration.takesFreeOptions {
      try takeFree(name, value, span)
    } else {
      unknown(name)
    }
  }

  private mutating func takeFree(
    _ name: Name, _ value: ArgumentValue, _ span: SourceSpan, valueAt valueSpan: SourceSpan? = nil
  ) throws {
    if free.contains(where: { NameKey($0.name) == name.key }) {
      fault(SessionMessages.optionTwice, ["name": name.text], at: span)
    } else if let item = try read(value, as: .value(.text), label: name.text, span) {
      free.append(
        CommandArguments.Free(name: name.text, value: item.value, span: span, valueSpan: valueSpan))
    }
  }

  private mutating func put(_ value: ArgumentValue, into parameter: CommandParameter, _ span: SourceSpan)
    throws
  {
    if parameter.isFlag, !value.isComputed, ArgumentReader.value(text(of: value), as: .boolean) == nil {
      return fault(
        SessionMessages.flagTakesNoValue, ["name": parameter.id, "found": text(of: value)], at: span)
    }
    guard let item = try read(value, as: parameter.type, label: parameter.label.text(language), span) else {
      items[parameter.id] = items[parameter.id] ?? []
      return
    }
    // What is needed is not given by blanks.
    if parameter.isRequired, case .text(let text) = item.value, text.allSatisfy(\.isWhitespace) {
      items[parameter.id] = items[parameter.id] ?? []
      let label = parameter.label.text(language)
      return fault(SessionMessages.optionNeedsValue, ["name": parameter.id, "label": label], at: span)
    }
    add(item, to: parameter)
  }

  private mutating func add(_ item: CommandArguments.Item, to parameter: CommandParameter) {
    if !parameter.isRepeated, items[parameter.id]?.isEmpty == false {
      fault(SessionMessages.optionTwice, ["name": parameter.id], at: item.span)
    } else {
      items[parameter.id, default: []].append(item)
    }
  }

  /// The value of an argument in its type; nil after a fault was noted. What is no fault of the argument, such as
  /// a wish to stop, is thrown.
  private mutating func read(_ value: ArgumentValue, as type: ArgumentType, label: String, _ span: SourceSpan)
    throws -> CommandArguments.Item?
  {
    do {
      var item: CommandArguments.Item
      switch value {
      case .variable, .value:
        item = try evaluate(value, span)
      case .bare, .string, .quotedName:
        if type == .rows {
          item = try evaluate(value, span)
        } else {
          item = CommandArguments.Item(.text(text(of: value)))
        }
      }
      item.span = span
      return try typed(item, type, label, span)
    } catch let diagnostics as Diagnostics {
      faults += diagnostics.all
    } catch let diagnostic as Diagnostic {
      faults.append(diagnostic)
    }
    return nil
  }

  private func typed(
    _ item: CommandArguments.Item, _ type: ArgumentType, _ label: String, _ span: SourceSpan
  ) throws -> CommandArguments.Item {
    var item = item
    switch type {
    case .value(let dataType):
      guard case .text(let text) = item.value else { return item }
      guard let value = ArgumentReader.value(text, as: dataType) else {
        throw refusal(of: text, dataType, label, span)
      }
      item.value = value
    case .file(let extensions) where !extensions.isEmpty, .newFile(let extensions) where !extensions.isEmpty:
      if case .text(let text) = item.value, !extensions.contains(where: { hasExtension(text, $0) }) {
        throw Diagnostic(
          SessionMessages.argumentFileKind,
          ["label": label, "allowed": extensions.joined(separator: "/"), "found": text], at: span)
      }
    default: break
    }
    return item
  }

  private func hasExtension(_ path: String, _ wanted: String) -> Bool {
    let plain = (try? PastedPath(home: nil, mountTable: "").path(path)) ?? path
    return NameKey(plain).description.hasSuffix("." + wanted)
  }

  private func refusal(of text: String, _ type: DataType, _ label: String, _ span: SourceSpan) -> Diagnostic {
    if case .choice(let allowed) = type {
      let near = Nearness.suggestions(for: text, among: allowed)
      return Diagnostic(
        SessionMessages.argumentChoice,
        [
          "label": label, "allowed": allowed.joined(separator: "、"),
          "allowedEn": allowed.joined(separator: ", "), "found": text,
        ], at: span,
        fixes: near.map { Diagnostic.Fix(span, $0) })
    }
    return Diagnostic(
      SessionMessages.argumentType,
      [
        "label": label, "type": type.name(language), "found": text,
        "example": ArgumentReader.example(of: type),
      ], at: span)
  }

  private func option(_ name: Name) -> CommandParameter? { parameter(name, in: declaration.options) }

  private func positional(_ name: Name) -> CommandParameter? { parameter(name, in: declaration.positionals) }

  private func parameter(_ name: Name, in list: [CommandParameter]) -> CommandParameter? {
    // The id comes first: several parameters may be called DAY in English, which is what stands for their values.
    list.first { NameKey($0.id) == name.key }
      ?? list.first { parameter in parameter.names.contains { NameKey($0) == name.key } }
  }

  private mutating func unknown(_ name: Name) {
    if HostOptions.names.contains(name.text.lowercased()) {
      return fault(SessionMessages.optionOfProgram, ["name": name.text.lowercased()], at: name.span)
    }
    let known = declaration.options.flatMap { [$0.id, $0.label.zh] }
    let near = Nearness.suggestions(for: name.text, among: known)
    let message = near.isEmpty ? SessionMessages.optionUnknown : SessionMessages.optionUnknownNear
    let nearText = near.map { "--" + $0 }.joined(separator: language == .zh ? "、" : ", ")
    fault(message, ["name": name.text, "near": nearText], at: name.span)
    if let last = faults.indices.last { faults[last].fixes = near.map { Diagnostic.Fix(name.span, $0) } }
  }

  private mutating func fault(_ message: Message, _ arguments: [String: String], at span: SourceSpan?) {
    var arguments = arguments
    arguments["command"] = declaration.name.text(language)
    arguments["usage"] = declaration.usage(language)
    faults.append(Diagnostic(message, arguments, at: span))
  }

  private func shown(_ parameter: CommandParameter) -> String {
    let label = parameter.label.text(language)
    return parameter.form == .option ? "--\(parameter.id)（\(label)）" : label
  }

  private func text(of value: ArgumentValue) -> String {
    switch value {
    case .bare(let text), .string(let text): text
    case .quotedName(let name): name.text
    case .variable(let path): "$" + path.names.map(\.text).joined(separator: ".")
    case .value: "(…)"
    }
  }
}

extension ArgumentValue {
  /// Whether it is worked out, and so is no text as typed.
  fileprivate var isComputed: Bool {
    switch self {
    case .variable, .value: true
    case .bare, .string, .quotedName: false
    }
  }
}

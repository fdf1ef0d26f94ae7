import KitFormats
import KitLanguage
import KitModel
import KitQuery

/// Puts what was typed behind `run SCRIPT` to the parameters of the script: all that is unknown, of a wrong type or
/// missing is told in one go.
struct ParameterBinder {
  typealias Given = CommandArguments.Free

  /// One parameter with its type; nil: whatever its default turns out to be.
  typealias Declared = (parameter: Statement.Parameter, type: ParameterType?)

  let session: Session
  let script: SourceText
  let declared: [Declared]
  /// The place of the call, in the text that calls.
  let call: SourceSpan
  let caller: SourceText
  private var values: [NameKey: QueryScope.Variable] = [:]
  private var faults: [Diagnostic] = []

  init(session: Session, script: SourceText, declared: [Declared], call: SourceSpan, caller: SourceText) {
    self.session = session
    self.script = script
    self.declared = declared
    self.call = call
    self.caller = caller
  }

  /// The values given; for what is missing, those that somebody at a terminal answers with.
  mutating func bind(_ given: [Given]) throws -> [NameKey: QueryScope.Variable] {
    for one in given {
      guard let declared = declared.first(where: { $0.parameter.name.key == NameKey(one.name) }) else {
        faults.append(unknown(one))
        continue
      }
      let name = declared.parameter.name
      if one.isBare, let type = declared.type?.type, type != .boolean {
        let words = [
          "name": name.text, "label": ArgumentReader.example(of: type),
          "usage": usage(self.declared.filter { $0.parameter.defaultValue == nil }),
        ]
        faults.append(Diagnostic(SessionMessages.optionNeedsValue, words, at: one.span))
        values[name.key] = .value(.null, .null)
        continue
      }
      do {
        values[name.key] = try read(one.value, declared, at: one.valueSpan)
      } catch let fault as Diagnostic {
        faults.append(fault)
        values[name.key] = .value(.null, .null)
      }
    }
    var missing = declared.filter { $0.parameter.defaultValue == nil && values[$0.parameter.name.key] == nil }
    // Whoever gives up at one question is asked no other.
    while faults.isEmpty, let next = missing.first, try ask(next) { missing.removeFirst() }
    if !missing.isEmpty { faults.append(lacking(missing)) }
    guard faults.isEmpty else {
      throw UsageFault(
        diagnostics: faults.map { fault in
          var fault = fault
          fault.source = caller
          return fault
        })
    }
    return values
  }

  // MARK: Reading

  /// A value in the type of its parameter. Throws what is wrong with it.
  func read(_ value: Value, _ declared: Declared, at span: SourceSpan) throws -> QueryScope.Variable {
    guard let wanted = declared.type else {
      return .value(value, ParameterType.plain(.text).fitted(to: value))
    }
    let type = wanted.type
    let read: Value?
    switch value {
    case .text(let text):
      if case .reference(let entity) = type {
        return .value(
          .reference(
            Reference(
              key: try session.key(of: text, in: entity, parameter: declared.parameter.name.text, at: span))),
          type)
      }
      read = reading(text, wanted)
    case .reference(let reference):
      if case .reference = type { return .value(value, type) }
      read = type == .text ? .text(reference.key) : nil
    default: read = Self.widened(value, to: wanted)
    }
    if case .percent = wanted, let number = Self.plainNumberAboveOne(value) {
      throw Diagnostic(
        QueryMessages.percentMeant, ["number": number], at: span, fixes: [Diagnostic.Fix(span, number + "%")])
    }
    guard let read else { throw wrong(value, declared, type, at: span) }
    return .value(read, wanted.fitted(to: read))
  }

  /// A number above 1 without a percent sign, as it is written: whoever gives it for a share means so many percent.
  private static func plainNumberAboveOne(_ value: Value) -> String? {
    switch value {
    case .integer(let number): return number > 1 ? String(number) : nil
    case .text(let text):
      let number = ArgumentReader.exact(text)
      return number.map { $0 > ExactDecimal(units: 1, scale: 0) } == true ? text : nil
    default: return nil
    }
  }

  private func reading(_ text: String, _ wanted: ParameterType) -> Value? {
    switch wanted {
    case .plain(let type): ArgumentReader.value(text, as: type)
    case .decimal: ArgumentReader.exact(text).map(Value.decimal)
    case .percent: ArgumentReader.share(text).map(Value.decimal)
    }
  }

  /// A value that was computed, in a type that holds it exactly; nil: it is none of that type.
  static func widened(_ value: Value, to wanted: ParameterType) -> Value? {
    switch (wanted, value) {
    case (.plain(.integer), .integer), (.plain(.boolean), .boolean), (.plain(.date), .date),
      (.plain(.time), .time),
      (.plain(.real), .real), (.decimal, .decimal), (.percent, .decimal), (.plain(.period(nil)), .period):
      value
    case (.plain(.period(let kind)), .period(let period)): period.kind == kind ? value : nil
    case (.decimal, .integer(let number)), (.percent, .integer(let number)):
      .decimal(ExactDecimal(units: number, scale: 0))
    case (.plain(.real), .integer(let number)): .real(Double(number))
    case (.plain(.real), .decimal(let number)): .real(number.real)
    default: nil
    }
  }

  // MARK: Asking

  /// Asks whoever sits at a terminal, until the answer can be read; false: nobody answers.
  private mutating func ask(_ declared: Declared) throws -> Bool {
    let name = declared.parameter.name
    let question = Diagnostic(ScriptMessages.ask, described(declared), severity: .note)
    while let answer = session.delegate?.answer(question), !answer.allSatisfy(\.isWhitespace) {
      try session.cancellation.check()
      do {
        values[name.key] = try read(.text(answer), declared, at: call)
        return true
      } catch var fault as Diagnostic {
        (fault.span, fault.fixes) = (nil, [])
        session.report([fault, Diagnostic(ScriptMessages.askAgain, severity: .note)])
      }
    }
    try session.cancellation.check()
    return false
  }

  // MARK: Faults

  private func described(_ declared: Declared) -> [String: String] {
    let type = declared.type.map { ScriptOutline.name(of: $0.type, (try? session.catalog()) ?? Catalog()) }
    return [
      "name": declared.parameter.name.text, "help": declared.parameter.help ?? "", "type": type?.zh ?? "",
      "typeEn": type?.en ?? "",
    ]
  }

  /// How the script is run with values for these.
  private func usage(_ parameters: [Declared]) -> String {
    let words = parameters.map {
      "--\($0.parameter.name.text) \(ArgumentReader.example(of: $0.type?.type ?? .text))"
    }
    return (["run", script.shortName] + words).joined(separator: " ")
  }

  private func lacking(_ missing: [Declared]) -> Diagnostic {
    return Diagnostic(
      ScriptMessages.missing,
      ["script": script.shortName, "count": String(missing.count), "usage": usage(missing)], at: call,
      notes: missing.map { Diagnostic.Note(ScriptMessages.missingOne, described($0)) })
  }

  private func unknown(_ given: Given) -> Diagnostic {
    if HostOptions.names.contains(given.name.lowercased()) {
      let words = ["name": given.name.lowercased(), "command": "run \(script.shortName)"]
      return Diagnostic(SessionMessages.optionOfProgram, words, at: given.span)
    }
    let names = declared.map(\.parameter.name.text)
    let near = Nearness.suggestions(for: given.name, among: names)
    let message =
      names.isEmpty
      ? ScriptMessages.noParameters
      : near.isEmpty ? ScriptMessages.unknownParameter : ScriptMessages.unknownParameterNear
    return Diagnostic(
      message,
      [
        "script": script.shortName, "name": given.name, "usage": "run \(script.shortName)",
        "near": near.joined(separator: "、"), "nearEn": near.joined(separator: ", "),
        "list": names.map { "--" + $0 }.joined(separator: "、"),
        "listEn": names.map { "--" + $0 }.joined(separator: ", "),
      ], at: given.span)
  }

  private func wrong(_ value: Value, _ declared: Declared, _ type: DataType, at span: SourceSpan)
    -> Diagnostic
  {
    let shown = ValueFormatter(language: session.options.language).text(value, type: .null)
    var arguments = ["name": declared.parameter.name.text, "found": shown]
    if case .choice(let choices) = type {
      arguments["allowed"] = choices.joined(separator: "、")
      arguments["allowedEn"] = choices.joined(separator: ", ")
      let near = Nearness.suggestions(for: shown, among: choices)
      return Diagnostic(
        ScriptMessages.wrongChoice, arguments, at: span, fixes: near.map { Diagnostic.Fix(span, $0) })
    }
    arguments["type"] = type.name(.zh)
    arguments["typeEn"] = type.name(.en)
    arguments["example"] = ArgumentReader.example(of: type)
    return Diagnostic(ScriptMessages.wrongType, arguments, at: span)
  }
}

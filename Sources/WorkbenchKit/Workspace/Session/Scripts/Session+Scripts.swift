import KitFormats
import KitLanguage
import KitModel
import KitQuery
import KitStore

/// Saved scripts: what `run` does.
extension Session {
  /// Runs a script with the values given to its parameters. It sees none of the names around it, is checked as a whole
  /// before its first statement runs, and asks nothing but for parameters that are missing.
  ///
  /// - Parameter call: The place that asks for it, in the text that runs.
  func runScript(_ script: SourceText, given: [CommandArguments.Free], call: SourceSpan) throws {
    let caller = source
    guard frames.count < ScriptFrame.limit else {
      let chain = (frames.map(\.script.shortName) + [script.shortName]).suffix(6).joined(separator: " → ")
      throw Diagnostic(
        ScriptMessages.tooDeep, ["limit": String(ScriptFrame.limit), "chain": chain], at: call)
    }
    let outer = (options.mode, variables, parameters, text, statementSpan)
    frames.append(ScriptFrame(script: script, caller: caller, call: call))
    (options.mode, variables, parameters, text) = (.script, [:], [:], script.text)
    checkedLets = CheckedNames()
    delegate?.runs(script)
    defer {
      frames.removeLast()
      (options.mode, variables, parameters, text, statementSpan) = outer
      checkedLets = CheckedNames()
      delegate?.runs(caller)
    }
    try placingFaults {
      let parsed = try parse(script.text)
      let declared = try declaredParameters(of: parsed)
      var binder = ParameterBinder(
        session: self, script: script, declared: declared, call: call, caller: caller)
      parameters = try binder.bind(given)
      if frames.count == 1 { recorder?.parameters = recorded(parameters, of: declared, given) }
      try checkAhead(parsed)
      try run(parsed)
    }
  }

  /// The parameters that a script declares, with their types. When one of them is wrong, all faults of the script are
  /// thrown: what was given for it cannot be read.
  func declaredParameters(of script: Script) throws -> [ParameterBinder.Declared] {
    let catalog = try catalog()
    do {
      return try script.statements.compactMap { statement -> ParameterBinder.Declared? in
        guard case .param(let parameter) = statement.kind else { return nil }
        return (parameter, try ParameterType(parameter, catalog: catalog))
      }
    } catch {
      try checkAhead(script)
      throw error
    }
  }

  /// Values as they are typed.
  private func recorded(
    _ values: [NameKey: QueryScope.Variable], of declared: [ParameterBinder.Declared],
    _ given: [CommandArguments.Free]
  ) -> [RunRecord.Parameter] {
    let formatter = ValueFormatter(language: options.language)
    return declared.compactMap { declared in
      let name = declared.parameter.name
      guard case .value(let value, let type, _)? = values[name.key] else { return nil }
      let text = if case .reference(let row) = value { row.key } else { formatter.text(value, type: type) }
      let typed = given.first { NameKey($0.name) == name.key }.flatMap { given -> String? in
        if case .text(let typed) = given.value, typed != text { typed } else { nil }
      }
      return RunRecord.Parameter(name: name.text, value: text, typed: typed)
    }
  }

  /// `param`: the value that was given, else the default.
  func runParameter(_ parameter: Statement.Parameter, _ span: SourceSpan) throws {
    guard !frames.isEmpty else {
      throw UsageFault(diagnostics: [Diagnostic(ScriptMessages.notForScripts, at: span)])
    }
    try UsageFault.of { try checkNewName(parameter.name) }
    if let given = parameters[parameter.name.key] {
      variables[parameter.name.key] = given
      return
    }
    guard let expression = parameter.defaultValue, let computed = try values(of: [expression]).first else {
      return
    }
    let type = try ParameterType(parameter, catalog: try catalog())
    variables[parameter.name.key] = try fitted(computed, to: type, of: parameter, at: expression.span)
  }

  /// A default in the type that the parameter declares.
  func fitted(
    _ computed: TypedValue, to type: ParameterType?, of parameter: Statement.Parameter, at span: SourceSpan
  ) throws -> QueryScope.Variable {
    let (value, column) = computed
    guard parameter.type != nil, let type, !value.isNull else {
      return .value(value, column.type, isSensitive: column.isSensitive)
    }
    let binder = ParameterBinder(
      session: self, script: source, declared: [], call: span, caller: source)
    do {
      return try binder.read(value, (parameter, type), at: span)
    } catch let fault as Diagnostic where fault.message == ScriptMessages.wrongType {
      throw UsageFault(diagnostics: [defaultFault(parameter, type.type, column.type, at: span)])
    }
  }

  private func defaultFault(
    _ parameter: Statement.Parameter, _ wanted: DataType, _ found: DataType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      ScriptMessages.defaultType,
      [
        "name": parameter.name.text, "type": wanted.name(.zh), "typeEn": wanted.name(.en),
        "found": found.name(.zh), "foundEn": found.name(.en),
      ], at: span)
  }

  /// Names of the rows of an entity, for near ones; empty when it has none.
  func names(of entity: String) -> [String] {
    guard let catalog = try? catalog(),
      var declaration = catalog.entities.first(where: { $0.fullName == entity })
    else { return [] }
    let whole = declaration
    while declaration.nameField == nil, let parent = declaration.extends,
      let next = catalog.entities.first(where: { $0.fullName == parent })
    {
      declaration = next
    }
    guard let field = declaration.nameField else { return [] }
    let span = SourceSpan(0, 0)
    let names = [whole.plugin, whole.id].map { Name($0, isQuoted: true, span: span) }
    let path = Path([Name(field, isQuoted: true, span: span)], span: span)
    let chosen = Stage(.select([.path(path)]), keyword: span, span: span)
    return quietTexts(
      of: .relation(Relation(.path(Path(names, span: span)), span: span)), [chosen], limit: 20_000)
  }
}

extension SourceText {
  /// A script as it is typed behind `run`: its name in the folder of scripts without the ending.
  var shortName: String {
    guard var name else { return "" }
    if name.hasPrefix("scripts/") { name.removeFirst("scripts/".count) }
    return name.hasSuffix(".dd") ? String(name.dropLast(3)) : name
  }
}

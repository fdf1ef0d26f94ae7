import KitLanguage
import KitModel
import KitQuery

/// In what type the values of a script's parameter are read.
enum ParameterType: Hashable, Sendable {
  case plain(DataType)
  /// Exact numbers keep the places with which they are written.
  case decimal
  case percent

  /// What a parameter declares, or what its default is; nil: only running can tell. Throws when there is no such type.
  init?(_ parameter: Statement.Parameter, catalog: Catalog) throws {
    if let syntax = parameter.type {
      self = try Self.type(syntax, catalog)
    } else if let expression = parameter.defaultValue {
      guard let type = Self.type(ofLiteral: expression) else { return nil }
      self = type
    } else {
      self = .plain(.text)
    }
  }

  /// What it is called; for a value of it, `fitted` says more.
  var type: DataType {
    switch self {
    case .plain(let type): type
    case .decimal: .decimal(precision: 18, scale: 2)
    case .percent: .percent(scale: 4)
    }
  }

  /// The type of a value that was read.
  func fitted(to value: Value) -> DataType {
    switch (self, value) {
    case (.decimal, .decimal(let number)): .decimal(precision: 18, scale: number.scale)
    case (.percent, .decimal(let number)): .percent(scale: number.scale)
    case (.plain(.period), .period(let period)): .period(period.kind)
    default: type
    }
  }

  private static func type(ofLiteral expression: Expression) -> ParameterType? {
    guard case .literal(let literal) = expression.kind else { return nil }
    switch literal {
    case .integer: return .plain(.integer)
    case .decimal: return .decimal
    case .percent: return .percent
    case .string: return .plain(.text)
    case .date: return .plain(.date)
    case .period(let period): return .plain(.period(period.kind))
    case .boolean: return .plain(.boolean)
    case .duration, .null: return nil
    }
  }

  private static func type(_ syntax: Statement.TypeSyntax, _ catalog: Catalog) throws -> ParameterType {
    guard let word = Words.find(syntax.name.text, .type) else { throw unknown(syntax) }
    switch word.english {
    case "choice":
      let choices = syntax.arguments.compactMap { argument -> String? in
        guard case .literal(.string(let text)) = argument.kind else { return nil }
        return text
      }
      guard !choices.isEmpty, choices.count == syntax.arguments.count else { throw wrong(syntax, word) }
      return .plain(.choice(choices))
    case "ref":
      guard syntax.arguments.count == 1, case .path(let path) = syntax.arguments[0].kind,
        let entity = entity(path, catalog)
      else { throw wrong(syntax, word) }
      return .plain(.reference(entity.fullName))
    default:
      guard syntax.arguments.isEmpty, let type = plain[word.english] else { throw wrong(syntax, word) }
      return type
    }
  }

  private static let plain: [String: ParameterType] = [
    "text": .plain(.text), "integer": .plain(.integer), "decimal": .decimal, "real": .plain(.real),
    "percent": .percent, "boolean": .plain(.boolean), "date": .plain(.date), "period": .plain(.period(nil)),
    "time": .plain(.time), "file": .plain(.file),
  ]

  /// The one entity of that name, found as queries find it.
  private static func entity(_ path: Path, _ catalog: Catalog) -> EntityDeclaration? {
    let found = catalog.entities(named: path.names.map(\.text).joined(separator: "."))
    return found.count == 1 ? found.first : nil
  }

  private static func unknown(_ syntax: Statement.TypeSyntax) -> Diagnostic {
    let near = Nearness.suggestions(for: syntax.name.text, among: Words.types.flatMap(\.spellings))
    return Diagnostic(
      near.isEmpty ? ScriptMessages.typeUnknown : ScriptMessages.typeUnknownNear,
      [
        "name": syntax.name.text, "near": near.joined(separator: "、"), "nearEn": near.joined(separator: ", "),
        "list": Words.types.map(\.chinese).joined(separator: "、"),
        "listEn": Words.types.map(\.english).joined(separator: ", "),
      ], at: syntax.name.span, fixes: near.map { Diagnostic.Fix(syntax.name.span, $0) })
  }

  private static func wrong(_ syntax: Statement.TypeSyntax, _ word: Word) -> Diagnostic {
    Diagnostic(
      ScriptMessages.typeArguments,
      [
        "name": syntax.name.text, "usage": word.usage?.zh ?? word.chinese,
        "usageEn": word.usage?.en ?? word.english,
      ], at: syntax.span)
  }
}

import KitLanguage
import KitModel
import KitQuery

/// What a saved script takes, read from its text without running it.
public struct ScriptOutline: Hashable, Sendable {
  public var parameters: [Parameter]
  /// A type that a parameter declares is none. Such a parameter counts as text here; running it tells what is wrong.
  public var isFaulty: Bool

  /// One of the values that are put in behind the script's name.
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var type: DataType
    /// The name of the type as people are told it: choices one by one, references by the name of what they mean.
    public var typeName: Label
    /// What the script says of it; empty where it says nothing.
    public var help: String
    /// What it is when nothing is put in, as the script has it; nil: it has to be put in.
    public var defaultText: String?
  }

  /// Nil: the text is no script.
  public init?(_ text: String, catalog: Catalog) {
    guard let script = try? Parser.parse(text, mode: .script).get() else { return nil }
    var isFaulty = false
    parameters = script.statements.compactMap { statement in
      guard case .param(let parameter) = statement.kind else { return nil }
      var type = DataType.text
      do {
        type = try ParameterType(parameter, catalog: catalog)?.type ?? .text
      } catch {
        isFaulty = true
      }
      return Parameter(
        name: parameter.name.text, type: type, typeName: Self.name(of: type, catalog),
        help: parameter.help ?? "",
        defaultText: parameter.defaultValue.map { String($0.span.slice(of: text)) })
    }
    self.isFaulty = isFaulty
  }

  /// The comment before anything else, a line each: what it is for. It can be read also where the text is no script.
  public static func head(of text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.trimmed
      if line.hasPrefix("#") {
        lines.append(line.drop { $0 == "#" }.trimmed)
      } else if !(line.isEmpty && lines.isEmpty) {
        break
      }
    }
    return lines
  }

  static func name(of type: DataType, _ catalog: Catalog) -> Label {
    switch type {
    case .choice(let choices):
      let list = choices.joined(separator: "/")
      return Label(zh: list, en: list)
    case .reference(let entity):
      return catalog.entities.first { $0.fullName == entity }?.label ?? Label(zh: entity, en: entity)
    default: return Label(zh: type.name(.zh), en: type.name(.en))
    }
  }
}

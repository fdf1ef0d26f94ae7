import KitModel

/// A word of the language with both of its names: the source of help, completion and the parser's tables.
public struct Word: Hashable, Sendable {
  public let kind: Kind
  /// `where`, `starts with`, `==`.
  public let english: String
  /// `筛选`, `开头是`, `等于`.
  public let chinese: String
  /// Further spellings of the same word: `有` beside `存在`, `days` beside `day`.
  public let alternatives: [String]
  /// One line: what it does.
  public let meaning: Label
  /// How it is written: `where 条件`. Functions have `parameters` instead; words without either stand alone.
  public let usage: Label?
  /// What a function takes, in order; empty for other words.
  public let parameters: [Parameter]
  /// Whole statements that use it, over the relations of the District model; both forms say the same.
  public let examples: [Label]

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case stage, statement, clause, logic, comparison, arithmetic, value, unit, type
    case aggregate, windowFunction, function, command
  }

  /// One parameter of a function.
  public struct Parameter: Hashable, Sendable {
    public let label: Label
    public let isOptional: Bool
    /// May be given again and again: `coalesce(a, b, c)`.
    public let isRepeated: Bool

    public init(_ label: Label, isOptional: Bool = false, isRepeated: Bool = false) {
      self.label = label
      self.isOptional = isOptional
      self.isRepeated = isRepeated
    }
  }

  public init(
    _ kind: Kind, _ english: String, _ chinese: String, or alternatives: [String] = [], meaning: Label,
    usage: Label? = nil, parameters: [Parameter] = [], examples: [Label]
  ) {
    self.kind = kind
    self.english = english
    self.chinese = chinese
    self.alternatives = alternatives
    self.meaning = meaning
    self.usage = usage
    self.parameters = parameters
    self.examples = examples
  }

  /// Every way to write it.
  public var spellings: [String] { [english, chinese] + alternatives }

  /// The word in that language.
  public func spelling(_ language: UILanguage) -> String { language == .zh ? chinese : english }

  /// A function as it is called: `percentile(number, share)`, `四舍五入(数, [位数])`; nil for other words.
  public func signature(_ language: UILanguage) -> String? {
    guard kind.isFunction else { return nil }
    let list = parameters.map { parameter in
      let name = parameter.label.text(language) + (parameter.isRepeated ? " …" : "")
      return parameter.isOptional ? "[\(name)]" : name
    }
    return "\(spelling(language))(\(list.joined(separator: ", ")))"
  }
}

extension Word.Kind {
  /// Called with parentheses.
  public var isFunction: Bool { self == .aggregate || self == .windowFunction || self == .function }
}

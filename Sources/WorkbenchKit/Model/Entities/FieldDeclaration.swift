/// A field of an entity, as a plugin declares it.
public struct FieldDeclaration: Hashable, Sendable {
  /// English, singular, snake_case.
  public var id: String
  public var label: Label
  /// Headings met in real files; all of them may be typed anywhere.
  public var aliases: [String]
  /// Labels of earlier years.
  public var former: [String]
  public var type: DataType
  /// For a choice: other spellings of a value in files, by value.
  public var choiceAliases: [String: [String]]
  public var isRequired: Bool
  public var isUnique: Bool
  /// Lower and upper bound: of the value, or of the length of a text.
  public var minimum: Value?
  public var maximum: Value?
  /// A regular expression that the whole text must match.
  public var pattern: String?
  /// Taken, and said, where a file has no such column.
  public var defaultValue: Value?
  /// A text that holds several values separated by 、 or ；.
  public var holdsMany: Bool
  /// Masked in output and exports unless revealed.
  public var isSensitive: Bool
  /// The rule by which documents and public lists refuse the field.
  public var restriction: Label?
  public var meaning: Label?

  public init(
    id: String, label: Label, aliases: [String] = [], former: [String] = [], type: DataType,
    choiceAliases: [String: [String]] = [:], isRequired: Bool = false, isUnique: Bool = false,
    minimum: Value? = nil, maximum: Value? = nil, pattern: String? = nil, defaultValue: Value? = nil,
    holdsMany: Bool = false, isSensitive: Bool = false, restriction: Label? = nil, meaning: Label? = nil
  ) {
    self.id = id
    self.label = label
    self.aliases = aliases
    self.former = former
    self.type = type
    self.choiceAliases = choiceAliases
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.minimum = minimum
    self.maximum = maximum
    self.pattern = pattern
    self.defaultValue = defaultValue
    self.holdsMany = holdsMany
    self.isSensitive = isSensitive
    self.restriction = restriction
    self.meaning = meaning
  }

  /// Every name that finds the field: id, label, English label, aliases, former labels.
  public var names: [String] { [id, label.zh, label.en] + aliases + former }
}

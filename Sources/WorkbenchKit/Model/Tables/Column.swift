/// A column of a table: what it is called and what it holds.
public struct Column: Hashable, Sendable {
  /// English id, the key in JSON and csv.
  public var id: String
  public var label: Label
  public var type: DataType
  /// What stands for a sensitive value: always the same, so that not even its length shows.
  public static let mask = "***"

  /// Masked in output and exports unless revealed.
  public var isSensitive: Bool
  /// The rule by which documents and public lists refuse it.
  public var restriction: Label?
  /// What people read in place of values that are ids; programs read the ids.
  public var words: [String: Label]

  public init(
    id: String, label: Label, type: DataType, isSensitive: Bool = false, restriction: Label? = nil,
    words: [String: Label] = [:]
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.isSensitive = isSensitive
    self.restriction = restriction
    self.words = words
  }
}

extension Column {
  /// What messages say of a column that documents and public lists refuse: what it is called, and the rule; nil: they
  /// take it.
  public var restrictionWords: [String: String]? {
    restriction.map { rule in
      ["column": label.zh, "columnEn": label.en, "rule": rule.zh, "ruleEn": rule.en]
    }
  }
}

extension Sequence<Column> {
  /// The words of the first column that is refused.
  package var restrictionWords: [String: String]? { lazy.compactMap(\.restrictionWords).first }
}

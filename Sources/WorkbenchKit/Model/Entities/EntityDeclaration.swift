/// A kind of thing that a plugin keeps: its fields, its key and its names.
///
/// Kept as the table `"plugin.entity"`. With `extends`, rows live in the parent's table and in its own, under
/// one key; the relation shows the columns of both, the parent's first.
public struct EntityDeclaration: Hashable, Sendable {
  /// Plugin id: `district`.
  public var plugin: String
  /// English, singular, snake_case: `school`.
  public var id: String
  public var label: Label
  public var aliases: [String]
  public var former: [String]
  public var meaning: Label?
  /// The full name of the entity whose key it shares: `district.unit`.
  public var extends: String?
  /// What a field of the parent is set to in rows of this entity, such as kind = 学校.
  public var parentValue: (field: String, value: String)? {
    parentField.flatMap { field in parentText.map { (field, $0) } }
  }
  private var parentField: String?
  private var parentText: String?
  /// Field ids that tell rows apart.
  public var key: [String]
  /// Field ids that give the official order; empty: as entered.
  public var order: [String]
  /// The field that names a row to people.
  public var nameField: String?
  /// Fields by which a reference in a file finds its row.
  public var matchFields: [String]
  /// Own fields; with `extends` the parent's are not repeated.
  public var fields: [FieldDeclaration]
  public var computed: [ComputedColumns]
  /// Columns of an import that belong to another entity by year.
  public var yearSplit: YearSplit?
  /// Rows for a whole and rows for its parts shut each other out.
  public var whole: Whole?
  /// Rows come from this command alone, or from all that begin with its word (`form`): stages that write, `import`
  /// and `new` refuse the entity and name it. Nil: whoever likes writes.
  public var writtenBy: Label?

  /// `district.school`: the name of the relation and of its table.
  public var fullName: String { plugin + "." + id }

  public init(
    plugin: String, id: String, label: Label, aliases: [String] = [], former: [String] = [],
    meaning: Label? = nil, extends: String? = nil, parentValue: (field: String, value: String)? = nil,
    key: [String], order: [String] = [], nameField: String? = nil, matchFields: [String] = [],
    fields: [FieldDeclaration], computed: [ComputedColumns] = [], yearSplit: YearSplit? = nil,
    whole: Whole? = nil, writtenBy: Label? = nil
  ) {
    self.plugin = plugin
    self.id = id
    self.label = label
    self.aliases = aliases
    self.former = former
    self.meaning = meaning
    self.extends = extends
    self.parentField = parentValue?.field
    self.parentText = parentValue?.value
    self.key = key
    self.order = order
    self.nameField = nameField
    self.matchFields = matchFields
    self.fields = fields
    self.computed = computed
    self.yearSplit = yearSplit
    self.whole = whole
    self.writtenBy = writtenBy
  }

  /// Every name that finds the relation, without the plugin's prefix.
  public var names: [String] { [id, label.zh, label.en] + aliases + former }

  /// Whether a command of that name may write rows; nil stands for a statement that was typed.
  public func mayBeWritten(by command: Label?) -> Bool {
    guard let writtenBy else { return true }
    guard let command else { return false }
    return command.en == writtenBy.en || command.en.hasPrefix(writtenBy.en + " ")
  }

  /// A field of the key that says which part a row is for, and the value of it that stands for the whole.
  ///
  /// Rows that agree in the rest of the key are either one for the whole or several for parts, never both, since a
  /// sum over them would count twice.
  public struct Whole: Hashable, Sendable {
    /// A field of the key, never the only one; a text or a choice.
    public var field: String
    public var value: String

    public init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  /// How columns of an import into this entity are put into the entity that keeps them by year.
  public struct YearSplit: Hashable, Sendable {
    /// Full name of the entity by year.
    public var into: String
    /// Its key fields, and where each comes from: a field of this entity, `@school_year`, or a fixed text.
    public var key: [String: String]
    /// Its fields that the import may fill.
    public var columns: [String]
    /// Its fields that repeat what this entity says under the same id (zone, category), so that the year keeps
    /// its own.
    public var repeats: [String]

    public init(into: String, key: [String: String], columns: [String], repeats: [String] = []) {
      self.into = into
      self.key = key
      self.columns = columns
      self.repeats = repeats
    }
  }
}

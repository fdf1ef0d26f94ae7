import KitModel

/// What is known of the rows that are there before an import.
struct ExistingRows {
  /// Values of some fields by key: the kind, and what a year repeats.
  private var rows: [String: [String?]] = [:]
  private var columns: [String: Int] = [:]
  /// The field by which the parent tells its kinds apart, and the kind that the import is about.
  private var kind: (field: FieldDeclaration, value: String)?
  /// Descriptions of rows that references point to, by field.
  private var references: [String: ReferenceIndex] = [:]
  /// Whether empty cells leave what is there, so that they are counted.
  var countsBlanks = false

  /// What the rows of the file repeat of the rows that they are about, where they are rows by year.
  var repeated: RepeatedValues?
  /// Rows for wholes and for parts, where the entity, or its year, has such.
  var wholes: WholeRows?

  /// The same of the entity's own rows; those of the parent alone may be of another kind.
  private var ownRows: [String: [String?]] = [:]
  private var ownColumns: [String: Int] = [:]

  /// Stands between the parts of a key of several fields.
  static let keySeparator = "\u{1F}"

  init() {}

  var isEmpty: Bool { rows.isEmpty }

  mutating func setColumns(
    _ names: [String], own: [String], kind: (field: FieldDeclaration, value: String)?
  ) {
    ownColumns = Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1, $0) })
    columns = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    self.kind = kind
  }

  mutating func setReferences(_ indexes: [String: ReferenceIndex]) { references = indexes }

  mutating func add(key: String, values: [String?]) { rows[key] = values }

  mutating func addOwn(key: String, values: [String?]) { ownRows[key] = values }

  /// Whether the entity has no row of that key.
  func isNew(_ key: String) -> Bool { ownRows[key] == nil }

  /// The same key with zeros in front, when that one is known and this one is not.
  func withLeadingZeros(_ code: String) -> String? {
    guard !rows.isEmpty, rows[code] == nil, code.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    var padded = code
    for _ in 0..<4 {
      padded = "0" + padded
      if rows[padded] != nil { return padded }
    }
    return nil
  }

  /// The key is that of a row of another kind: a school's code that is a township's.
  func conflict(_ key: String) -> CellFault? {
    guard let kind, let place = columns[kind.field.id], let known = rows[key]?[place], known != kind.value
    else { return nil }
    return CellFault(
      CellMessages.parentDiffers,
      [
        "found": key, "field": kind.field.label.zh, "fieldEn": kind.field.label.en, "known": known,
        "wanted": kind.value,
      ])
  }

  /// What a row has in a field that a year repeats: its own, else what its parent's row has.
  func text(of field: String, key: String) -> String? {
    if let place = ownColumns[field], let row = ownRows[key] { return row[place] }
    return columns[field].flatMap { rows[key]?[$0] }
  }

  /// What the rows of the year that are there have in the fields that a year repeats, by the entity's key.
  private var yearRows: [String: [String: String]] = [:]

  mutating func addYear(key: String, values: [String: String]) { yearRows[key] = values }

  /// What other years repeat, where the file is about a year that is past.
  var otherYears: (known: RepeatedValues, asked: String)?

  /// What a year repeats for a row, and where it comes from unless that goes without saying: what the year has
  /// already, since the row may have moved later, else what the nearest year known has, else what the row has.
  func yearText(of field: String, key: String) -> (text: String?, origin: RepeatedValues.Origin?) {
    if let text = yearRows[key]?[field] { return (text, nil) }
    if let otherYears, yearRows[key] == nil, let place = otherYears.known.fields.firstIndex(of: field),
      let (values, origin) = otherYears.known.values(of: key, year: otherYears.asked),
      let text = values[place]
    {
      return (text, origin)
    }
    let text = text(of: field, key: key)
    return (text, otherYears == nil || text == nil ? nil : .now)
  }

  /// `09091001 青石镇中心小学`
  func described(_ key: String, in field: FieldDeclaration) -> String {
    references[field.id]?.described(key) ?? key
  }
}

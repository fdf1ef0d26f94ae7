import KitModel

/// Values as programs read them, in csv, json and jsonl.
///
/// | value | csv | json |
/// |---|---|---|
/// | null | nothing | `null` |
/// | empty text | `""` | `""` |
/// | integer, decimal, percent | `82.50`, `0.8000`: all decimal places of the type | the same, a number |
/// | real | the shortest text that gives it back | the same; `null` if not finite |
/// | boolean | `true`, `false` | the same |
/// | date, period, time | `2024-09-01`, `2024秋`, `2024-11-23 17:05:09` | the same, a string |
/// | duration | `P30D`, `P3M` (ISO 8601) | the same, a string |
/// | reference | its key; with labels its name | the same, a string |
/// | an id that people read as a word | the id; with labels the word | the same, a string |
/// | sensitive, not revealed | `***` | `"***"` |
struct ProgramValue {
  let text: String
  /// Whether json writes it without quotes.
  let isBare: Bool

  /// Nil for null.
  init?(_ value: Value, of column: Column, options: WritingOptions) {
    if value.isNull { return nil }
    if column.isSensitive && !options.revealsSensitive {
      (text, isBare) = (ValueFormatter.mask, false)
      return
    }
    switch value {
    case .null: return nil
    case .text(let value):
      let word = options.usesLabels ? column.words[value]?.text(options.language) : nil
      (text, isBare) = (word ?? value, false)
    case .integer(let number): (text, isBare) = (String(number), true)
    case .decimal(let number): (text, isBare) = (number.description, true)
    case .real(let number):
      guard number.isFinite else { return nil }
      (text, isBare) = (number.description, true)
    case .boolean(let flag): (text, isBare) = (flag ? "true" : "false", true)
    case .date(let date): (text, isBare) = (date.iso, false)
    case .period(let period): (text, isBare) = (period.stored, false)
    case .time(let time): (text, isBare) = (time.text, false)
    case .duration(let duration):
      (text, isBare) = ("P\(duration.count)" + (duration.unit == .days ? "D" : "M"), false)
    case .reference(let reference):
      (text, isBare) = (options.usesLabels ? reference.name ?? reference.key : reference.key, false)
    }
  }

  /// The key that tells added-up rows from others: `_mark`, with more strokes in front where a column has that name.
  static func markKey(besides keys: [String]) -> String {
    let taken = Set(keys.map { NameKey($0) })
    var key = "_mark"
    while taken.contains(NameKey(key)) { key = "_" + key }
    return key
  }

  /// The keys of the columns: ids, or labels. A label that two columns share gets the id behind it.
  static func keys(_ columns: [Column], options: WritingOptions) -> [String] {
    guard options.usesLabels else { return columns.map(\.id) }
    let labels = columns.map { $0.label.text(options.language) }
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(labels, columns).map { counts[$0, default: 0] > 1 ? "\($0) (\($1.id))" : $0 }
  }
}

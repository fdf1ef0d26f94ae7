import KitModel
import KitStore

/// Watches that no row for a whole comes to stand beside rows for its parts, of the file or of the store.
struct WholeRows {
  /// Where a field of the key gets its value from.
  enum Source {
    case position(Int)
    case constant(String)
  }

  /// A row of the store, and where it came from.
  struct Stored {
    let part: String
    let file: String?
    let sheet: String?
    let row: String?
  }

  /// What stands against a row.
  enum Clash {
    case stored(Stored)
    /// Rows of the file, with the part that each is for.
    case rows([(row: Int, part: String)])
  }

  let entity: EntityDeclaration
  let whole: EntityDeclaration.Whole
  /// The key of the rows that are watched, in the order of the entity's key.
  let key: [(field: FieldDeclaration, source: Source)]
  /// Rows of the file are rows of the entity's year, of which each has one only.
  let isYearly: Bool
  /// One row for the whole and one for a part, for each rest of the key that has them.
  private var stored: [String: (whole: Stored?, part: Stored?)] = [:]
  private var met: [String: [(row: Int, part: String)]] = [:]

  /// Nil where the rows of `entity` are not split into parts.
  init?(_ entity: EntityDeclaration, isYearly: Bool, source: (FieldDeclaration) -> Source?) {
    guard let whole = entity.whole else { return nil }
    let fields = entity.key.compactMap { id in entity.fields.first { $0.id == id } }
    key = fields.compactMap { field in source(field).map { (field, $0) } }
    guard key.count == entity.key.count else { return nil }
    self.entity = entity
    self.whole = whole
    self.isYearly = isYearly
  }

  /// Enters a row of the store; `values` are those of the key.
  mutating func add(_ values: [String?], file: String?, sheet: String?, row: String?) {
    let (rest, part) = split(values.map { $0 ?? "" })
    let found = Stored(part: part, file: file, sheet: sheet, row: row)
    if part == whole.value {
      stored[rest, default: (nil, nil)].whole = found
    } else if stored[rest]?.part == nil {
      stored[rest, default: (nil, nil)].part = found
    }
  }

  /// Enters a row of the file by the values of its key; what stands against it.
  mutating func clash(_ values: [String], row: Int) -> Clash? {
    let (rest, part) = split(values)
    let isWhole = part == whole.value
    if let there = stored[rest], let other = isWhole ? there.part : there.whole { return .stored(other) }
    if isYearly { return nil }
    let others = met[rest, default: []].filter { ($0.part == whole.value) != isWhole }
    met[rest, default: []].append((row, part))
    return others.isEmpty ? nil : .rows(others)
  }

  private func split(_ values: [String]) -> (rest: String, part: String) {
    var (rest, part) = ("", "")
    for ((field, _), value) in zip(key, values) {
      if field.id == whole.field {
        part = value
      } else {
        rest += value + ExistingRows.keySeparator
      }
    }
    return (rest, part)
  }

  // MARK: Words

  var field: FieldDeclaration? { key.first { $0.field.id == whole.field }?.field }

  /// What a whole and its parts have in common, as people write it: `09091001 青石镇中心小学 2024-2025学年`.
  func described(_ values: [String], _ existing: ExistingRows) -> String {
    zip(key, values).filter { $0.0.field.id != whole.field }.map { pair, value in
      if case .period = pair.field.type { return Period(stored: value)?.label ?? value }
      return existing.described(value, in: pair.field)
    }.joined(separator: " ")
  }

  /// The line that takes away the rows of the store which stand against a row with this key.
  func remedy(_ values: [String], _ language: UILanguage) -> String {
    let isWhole = split(values).part == whole.value
    let conditions = zip(key, values).map { pair, value -> String in
      let name = language == .zh ? pair.field.label.zh : pair.field.id
      if pair.field.id == whole.field {
        return "\(name) \(isWhole ? "!=" : "==") \"\(whole.value)\""
      }
      switch pair.field.type {
      case .period: return "\(name) == \(Period(stored: value)?.label ?? value)"
      case .text, .choice, .reference, .file: return "\(name) == \"\(value)\""
      default: return "\(name) == \(value)"
      }
    }
    return language == .zh
      ? "\(entity.label.zh) | 筛选 \(conditions.joined(separator: " 且 ")) | 删除"
      : "\(entity.id) | where \(conditions.joined(separator: " and ")) | delete"
  }
}

extension WholeRows.Stored {
  /// `（收件/甲.xlsx 表一 第 5 行）`; empty where it was typed.
  var place: [String: String] {
    guard let file, let row else { return ["place": "", "placeEn": ""] }
    let source = [file, sheet].compactMap { $0 }.joined(separator: " ")
    let said = ["source": source, "row": row]
    return [
      "place": ReasonWords.storedPlace.text(.zh, said), "placeEn": ReasonWords.storedPlace.text(.en, said),
    ]
  }
}

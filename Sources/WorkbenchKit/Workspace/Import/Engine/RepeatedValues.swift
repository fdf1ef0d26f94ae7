import KitModel

/// What rows by year repeat of the row they are about (its zone, its township), where a file of such rows does not
/// say it: as it was in their year as far as the store knows, else as it stands.
struct RepeatedValues {
  /// Where what is filled in came from.
  enum Origin: Hashable {
    /// Another row of the same year.
    case sameYear
    /// The nearest year that is known, where later ones are known too.
    case year(String)
    /// The row itself as it stands.
    case now
  }

  /// The entity of the rows by year, and the one that they are the years of.
  let yearly: EntityDeclaration
  let entity: EntityDeclaration
  /// Ids of the fields that a year repeats.
  let fields: [String]
  /// Position of the key field that refers to `entity`, and of the one that says the year.
  let unit: Int
  let year: Int
  /// The present school year, as stored; empty where it is not known.
  let current: String
  /// Whether an empty cell is an answer, and clears.
  let blanksClear: Bool
  private var now: [String: [String?]] = [:]
  private var years: [String: [String: [String?]]] = [:]

  init(
    _ yearly: EntityDeclaration, of entity: EntityDeclaration, fields: [String], unit: Int, year: Int,
    current: String, blanksClear: Bool
  ) {
    self.yearly = yearly
    self.entity = entity
    self.blanksClear = blanksClear
    self.fields = fields
    self.unit = unit
    self.year = year
    self.current = current
  }

  /// Enters what a row has as it stands, in the order of `fields`.
  mutating func add(_ key: String, _ values: [String?]) { now[key] = values }

  /// Enters what is there of a year. A row without any of it says nothing: it was never filled in.
  mutating func add(_ key: String, year: String, _ values: [String?]) {
    guard values.contains(where: { $0 != nil }) else { return }
    let known = years[key]?[year]
    years[key, default: [:]][year] = known.map { zip($0, values).map { $0 ?? $1 } } ?? values
  }

  /// What a year of a row repeats, in the order of `fields`; nil where nothing is known.
  func values(of key: String, year: String) -> (values: [String?], origin: Origin)? {
    let known = years[key] ?? [:]
    if let same = known[year] { return (same, .sameYear) }
    // The last year known tells no more of a later one than the row itself does.
    guard let last = known.keys.max(), year < last else { return now[key].map { ($0, .now) } }
    let nearest = known.keys.filter { $0 < year }.max() ?? known.keys.filter { $0 > year }.min()
    return nearest.flatMap { found in known[found].map { ($0, .year(found)) } }
  }
}

/// How many rows were filled from where.
struct FilledRows {
  private var counts: [RepeatedValues.Origin: Int] = [:]
  /// Rows of years before the present one that took what is there now, and these years.
  private var late = 0
  private var lateYears: Set<String> = []
  private var fields: Set<String> = []

  mutating func count(_ origin: RepeatedValues.Origin, year: String, current: String, fields: [String]) {
    self.fields.formUnion(fields)
    if origin == .now && year < current {
      late += 1
      lateYears.insert(year)
    } else {
      counts[origin, default: 0] += 1
    }
  }

  func remarks(_ repeated: RepeatedValues) -> [Diagnostic] {
    let labels = repeated.fields.filter(fields.contains).compactMap { id in
      repeated.yearly.fields.first { $0.id == id }?.label
    }
    let words = [
      "fields": labels.map(\.zh).joined(separator: "、"), "fieldsEn": labels.map(\.en).joined(separator: ", "),
      "entity": repeated.entity.label.zh, "entityEn": repeated.entity.label.en,
    ]
    func said(
      _ message: Message, _ count: Int, _ years: [String] = [], _ severity: Diagnostic.Severity = .note
    ) -> Diagnostic {
      let labels = years.sorted().map { Period(stored: $0)?.label ?? $0 }
      let own = words.merging(listed("years", labels)) { $1 }
      return Diagnostic(message, own.merging(["count": String(count)]) { $1 }, severity: severity)
    }
    var all: [Diagnostic] = []
    if let count = counts[.sameYear] { all.append(said(ImportRemarks.repeatedFromSameYear, count)) }
    var others: (count: Int, years: [String]) = (0, [])
    for (origin, count) in counts {
      if case .year(let year) = origin { others = (others.count + count, others.years + [year]) }
    }
    if others.count > 0 { all.append(said(ImportRemarks.repeatedFromYear, others.count, others.years)) }
    if let count = counts[.now] { all.append(said(ImportRemarks.repeatedFromNow, count)) }
    if late > 0 { all.append(said(ImportRemarks.repeatedFromNowForThen, late, Array(lateYears), .warning)) }
    return all
  }
}

import KitModel

/// What an import into an entity with figures by year has to know of the years that are there.
struct KnownYears {
  let entity: EntityDeclaration
  let lookups: StoreLookups
  /// The present school year, as stored; empty where it is not known.
  let current: String

  /// What is found where a later year than that of the file is there.
  struct Later {
    /// Positions of fields that a year repeats. They say what was, and must not undo a later move of the row.
    let heldBack: Set<Int>
    let remark: Diagnostic
  }

  /// Enters what the rows of the file's own year have; nil where no later year is there.
  func read(_ shape: RowShape, into existing: inout ExistingRows) throws -> Later? {
    guard let split = entity.yearSplit, let year = shape.year,
      let periodField = split.key.first(where: { $0.value == "@school_year" })?.key,
      let place = year.entity.key.firstIndex(of: periodField)
    else { return nil }
    let sources = Dictionary(
      zip(year.fields.map(\.id), year.sources), uniquingKeysWith: { first, _ in first })
    // For each key field of the year: the position of the entity's key that it holds, or the value of all rows.
    var held: [Int: Int] = [:]
    var wanted: [Int: String] = [:]
    for (index, field) in year.entity.key.enumerated() {
      switch sources[field] {
      case .position(let position): held[position] = index
      case .constant(let value): wanted[index] = value.string ?? ""
      default: return nil
      }
    }
    let places = shape.key.compactMap { held[$0] }
    guard places.count == shape.key.count, let asked = wanted[place] else { return nil }
    let keyCount = year.entity.key.count
    var last = ""
    var others = RepeatedValues(
      year.entity, of: entity, fields: split.repeats, unit: 0, year: place, current: current,
      blanksClear: false)
    try lookups.forEach(year.entity.key + split.repeats, of: year.entity) { values in
      let found = values[place] ?? ""
      last = max(last, found)
      let key = places.map { values[$0] ?? "" }.joined(separator: ExistingRows.keySeparator)
      if found != asked { others.add(key, year: found, Array(values.dropFirst(keyCount))) }
      guard wanted.allSatisfy({ values[$0.key] == $0.value }) else { return }
      let repeated = zip(split.repeats, values.dropFirst(keyCount)).compactMap { id, text in
        text.map { (id, $0) }
      }
      existing.addYear(key: key, values: Dictionary(repeated, uniquingKeysWith: { first, _ in first }))
    }
    if last > asked || asked < current { existing.otherYears = (others, asked) }
    return last > asked ? later(shape, asked, split.repeats) : nil
  }

  private func later(_ shape: RowShape, _ asked: String, _ repeats: [String]) -> Later? {
    let places = shape.positions.indices.filter { index in
      let position = shape.positions[index]
      return !position.isYearly && position.column != nil && repeats.contains(position.field.id)
        && position.field.type.isKeptAsText
    }
    guard !places.isEmpty else { return nil }
    let labels = places.map { shape.positions[$0].field.label }
    let remark = Diagnostic(
      ImportRemarks.earlierYear,
      [
        "year": Period(stored: asked)?.label ?? asked, "entity": entity.label.zh, "entityEn": entity.label.en,
        "fields": labels.map(\.zh).joined(separator: "、"),
        "fieldsEn": labels.map(\.en).joined(separator: ", "),
      ], severity: .note)
    return Later(heldBack: Set(places), remark: remark)
  }

}

extension DataType {
  /// What is there is known as text, and so can be written again as it stands.
  var isKeptAsText: Bool {
    switch self {
    case .text, .choice, .reference, .date, .period, .file: true
    default: false
    }
  }
}

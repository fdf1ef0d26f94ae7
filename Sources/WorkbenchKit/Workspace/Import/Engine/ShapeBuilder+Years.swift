import KitModel

/// What rows by year need to know: of what they repeat, and of wholes and parts.
extension ShapeBuilder {
  // MARK: Rows by year

  /// The entity that these rows are the years of, and what they repeat of it.
  struct YearOwner {
    let entity: EntityDeclaration
    /// Fields that rows by year repeat, kept as texts.
    let repeats: [String]
    /// The key fields that refer to `entity` and say the year.
    let unit: String
    let year: String
  }

  func yearOwner() -> YearOwner? {
    for entity in declarations.entities {
      guard let split = entity.yearSplit, split.into == targets.entity.fullName,
        let unit = split.key.first(where: { entity.key == [$0.value] })?.key,
        let year = split.key.first(where: { $0.value == "@school_year" })?.key
      else { continue }
      let own = declarations.lineage(of: entity).fields
      let repeats = split.repeats.filter { id in
        own.contains { $0.id == id } && targets.entity.fields.contains { $0.id == id && $0.type.isKeptAsText }
      }
      return YearOwner(entity: entity, repeats: repeats, unit: unit, year: year)
    }
    return nil
  }

  func repeated(_ owner: YearOwner, _ places: [String: Int]) throws -> RepeatedValues? {
    guard let unit = places[owner.unit], let year = places[owner.year], !owner.repeats.isEmpty else {
      return nil
    }
    var repeated = RepeatedValues(
      targets.entity, of: owner.entity, fields: owner.repeats, unit: unit, year: year,
      current: schoolYear?.stored ?? "", blanksClear: request.blanksClear)
    try lookups.forEach(owner.entity.key + owner.repeats, of: owner.entity) { values in
      repeated.add(values[0] ?? "", Array(values.dropFirst()))
    }
    try lookups.forEach([owner.unit, owner.year] + owner.repeats, of: targets.entity) { values in
      repeated.add(values[0] ?? "", year: values[1] ?? "", Array(values.dropFirst(2)))
    }
    return repeated
  }

  // MARK: Wholes and parts

  /// What is there of rows for wholes and for parts: of the entity itself, else of its year.
  func wholes(_ shape: RowShape) throws -> WholeRows? {
    var rows = WholeRows(targets.entity, isYearly: false) { field in
      shape.positions.firstIndex { !$0.isYearly && $0.field.id == field.id }.map { .position($0) }
    }
    if let year = shape.year {
      let sources = Dictionary(
        zip(year.fields.map(\.id), year.sources), uniquingKeysWith: { first, _ in first })
      rows =
        rows
        ?? WholeRows(year.entity, isYearly: true) { field in
          switch sources[field.id] {
          case .position(let position): .position(position)
          case .constant(let value): .constant(value.string ?? "")
          default: nil
          }
        }
    }
    guard let entity = rows?.entity else { return nil }
    try lookups.forEachKey(of: entity) { key, origin in
      rows?.add(key, file: origin[0], sheet: origin[1], row: origin[2])
    }
    return rows
  }
}

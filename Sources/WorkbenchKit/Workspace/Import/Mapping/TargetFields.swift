import KitModel

/// The fields that an import into an entity can fill: its own, its parents', and those that its year keeps.
struct TargetFields {
  let entity: EntityDeclaration
  /// The entity that takes the columns counted by year.
  let yearEntity: EntityDeclaration?
  let fields: [Target]
  private let byName: [NameKey: Int]
  private let byId: [String: Int]

  struct Target {
    let field: FieldDeclaration
    /// Whether it belongs to the year and not to the entity itself.
    let isYearly: Bool
    /// Every heading that names it.
    let names: [String]
  }

  init(entity: EntityDeclaration, declarations: DeclarationSet) {
    self.entity = entity
    let lineage = declarations.lineage(of: entity)
    let year = entity.yearSplit.flatMap { declarations[$0.into] }
    yearEntity = year
    let fixed = entity.parentValue?.field
    var targets = lineage.fields.filter { $0.id != fixed }.map {
      Target(field: $0, isYearly: false, names: $0.names)
    }
    let computed = lineage.members.flatMap { $0.computed.flatMap(\.columns) }
    for id in entity.yearSplit?.columns ?? [] {
      guard let field = year?.fields.first(where: { $0.id == id }) else { continue }
      let shown = computed.filter { $0.id == id }.flatMap(\.names)
      targets.append(Target(field: field, isYearly: true, names: field.names + shown))
    }
    fields = targets
    var byName: [NameKey: Int] = [:]
    var byId: [String: Int] = [:]
    for (index, target) in targets.enumerated() {
      if byId[target.field.id] == nil { byId[target.field.id] = index }
      for name in target.names where byName[HeadingText.key(name)] == nil {
        byName[HeadingText.key(name)] = index
      }
    }
    self.byName = byName
    self.byId = byId
  }

  /// The field with that id, or any of its names.
  func named(_ name: String) -> Int? { byId[name] ?? byName[HeadingText.key(name)] }

  /// How well a heading names a field; smaller is better.
  enum Level: Int, Comparable {
    /// All rows of the heading as one text; the same without stars and units.
    case exact, plain
    /// The lowest row alone, and without stars and units.
    case lower, lowerPlain
    /// The rows above, where the lowest only says 合计.
    case upper, upperPlain

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The field that a heading names, tried as the joined text, then its lowest row, then, where that only says
  /// 合计, the rows above.
  func match(_ column: HeadedColumn) -> (index: Int, level: Level)? {
    if let found = find(column.joined, .exact, .plain) { return found }
    guard column.parts.count > 1, let lowest = column.parts.last else { return nil }
    if HeadingText.isTotalWord(lowest) {
      return find(column.parts.dropLast().joined(), .upper, .upperPlain)
        ?? column.parts.dropLast().last.flatMap { find($0, .upper, .upperPlain) }
    }
    if column.parts.count == 3, let found = find(column.parts.suffix(2).joined(), .exact, .plain) {
      return found
    }
    return find(lowest, .lower, .lowerPlain)
  }

  private func find(_ text: String, _ exact: Level, _ plain: Level) -> (Int, Level)? {
    if let index = byName[HeadingText.key(text)] { return (index, exact) }
    guard let stripped = HeadingText.plain(text), let index = byName[HeadingText.key(stripped)] else {
      return nil
    }
    return (index, plain)
  }

  /// Labels of the fields, for messages.
  func labels(_ language: UILanguage, limit: Int = 12) -> String {
    let all = fields.map { $0.field.label.text(language) }
    return all.prefix(limit).joined(separator: language == .zh ? "、" : ", ") + (all.count > limit ? " …" : "")
  }
}

import KitModel

/// The fields that an import into an entity can fill: its own, its parents', and those that its year keeps.
struct TargetFields {
  let entity: EntityDeclaration
  /// The entity that takes the columns counted by year.
  let yearEntity: EntityDeclaration?
  let fields: [Target]
  private let byName: HeadingNames
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
    byName = HeadingNames(targets.map(\.names))
    byId = Dictionary(targets.enumerated().map { ($1.field.id, $0) }) { first, _ in first }
  }

  /// The field with that id, or any of its names.
  func named(_ name: String) -> Int? { byId[name] ?? byName[name] }

  typealias Level = HeadingNames.Level

  /// The field that a heading names, and how well.
  func match(_ column: HeadedColumn) -> (index: Int, level: Level)? { byName.match(column) }

  /// Labels of the fields, for messages.
  func labels(_ language: UILanguage, limit: Int = 12) -> String {
    let all = fields.map { $0.field.label.text(language) }
    return all.prefix(limit).joined(separator: language == .zh ? "、" : ", ") + (all.count > limit ? " …" : "")
  }
}

import KitModel

/// An entity as queries see it: its own fields and those of the entities that it extends, parents first.
struct EntityView: Sendable {
  let declaration: EntityDeclaration
  /// The entity itself, then what it extends, up to the root.
  let chain: [EntityDeclaration]
  let fields: [Field]
  /// Computed columns of the whole chain.
  let computed: [Computed]

  struct Field: Sendable {
    let declaration: FieldDeclaration
    /// Full name of the entity whose table keeps it.
    let table: String
  }

  struct Computed: Sendable {
    let columns: ComputedColumns
    /// Tells it from others of the entity.
    let name: String
  }

  init(_ declaration: EntityDeclaration, chain: [EntityDeclaration]) {
    self.declaration = declaration
    self.chain = chain
    fields = chain.reversed().flatMap { entity in
      entity.fields.map { Field(declaration: $0, table: entity.fullName) }
    }
    computed = chain.reversed().flatMap { entity in
      entity.computed.enumerated().map {
        Computed(columns: $0.element, name: "\(entity.fullName)#\($0.offset)")
      }
    }
  }

  var fullName: String { declaration.fullName }
  var root: String { chain.last?.fullName ?? fullName }
  var key: [String] { chain.first { !$0.key.isEmpty }?.key ?? [] }
  var order: [String] { chain.first { !$0.order.isEmpty }?.order ?? [] }
  var nameField: String? { chain.lazy.compactMap(\.nameField).first }
  /// The key when it is one field: what references hold.
  var singleKey: String? { key.count == 1 ? key.first : nil }

  func field(id: String) -> Field? { fields.first { $0.declaration.id == id } }

  /// The table that keeps a field; the entity's own for the key, which all tables of the chain have.
  func table(of id: String) -> String {
    key.contains(id) ? fullName : field(id: id)?.table ?? fullName
  }
}

extension EntityView {
  /// Whether a row of one may be a row of the other: the same entity, or one extends the other.
  func isKin(of other: EntityView) -> Bool {
    chain.contains { $0.fullName == other.fullName } || other.chain.contains { $0.fullName == fullName }
  }
}

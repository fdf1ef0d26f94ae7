import KitModel
import KitQuery
import KitStore

/// What an import has to know of the rows that are there already.
struct StoreLookups {
  let store: any Store
  let declarations: DeclarationSet

  /// The rows of an entity by every name by which a file may refer to them.
  func references(to entity: EntityDeclaration) throws -> ReferenceIndex {
    var index = ReferenceIndex(label: entity.label)
    // A reference is kept as one text: entities with several key fields cannot be referred to.
    guard entity.key.count == 1, let key = entity.key.first else { return index }
    let lineage = declarations.lineage(of: entity)
    let fields = Dictionary(lineage.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = ([entity.nameField] + entity.matchFields).compactMap { $0 }.filter {
      $0 != key && fields[$0] != nil
    }
    let columns = [key] + names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    try forEach(columns, of: entity) { values in
      guard let code = values[0] else { return }
      var spellings: [String] = []
      for (column, value) in zip(columns, values).dropFirst() {
        guard let value else { continue }
        spellings += fields[column]?.holdsMany == true ? Self.several(value) : [value]
      }
      let name = entity.nameField.flatMap { columns.firstIndex(of: $0) }.flatMap { values[$0] }
      index.add(key: code, name: name, spellings: spellings)
    }
    return index
  }

  /// The members of a text that holds several values.
  static func several(_ text: String) -> [String] {
    text.split { "、；;，,/\n".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// How many rows an entity has.
  func count(_ entity: EntityDeclaration) throws -> Int {
    var count = 0
    let query = Self.query("SELECT count(*) FROM \(Self.quoted(entity.fullName))", [.integer])
    try store.forEachRow(of: query) { row in
      if case .integer(let number) = row.values.first { count = Int(number) }
      return .stop
    }
    return count
  }

  /// Hands the stored texts of some fields over, row by row; `entity`'s parents are joined on the key.
  func forEach(_ columns: [String], of entity: EntityDeclaration, _ body: ([String?]) throws -> Void) throws {
    let lineage = declarations.lineage(of: entity)
    var owners: [String: Int] = [:]
    for (level, member) in lineage.members.enumerated() {
      for field in member.fields { owners[field.id] = level }
    }
    let selected = columns.map { column in
      "CAST(t\(owners[column] ?? 0).\(Self.quoted(column)) AS TEXT)"
    }
    var tables = "\(Self.quoted(entity.fullName)) AS t0"
    for (level, member) in lineage.members.enumerated().dropFirst() {
      let keys = entity.key.map { "t\(level).\(Self.quoted($0)) = t0.\(Self.quoted($0))" }
      tables += " JOIN \(Self.quoted(member.fullName)) AS t\(level) ON " + keys.joined(separator: " AND ")
    }
    let text = "SELECT " + selected.joined(separator: ", ") + " FROM " + tables
    try store.forEachRow(of: Self.query(text, columns.map { _ in .text })) { row in
      try body(
        row.values.map { value in
          if case .text(let text) = value { text } else { nil }
        })
      return .next
    }
  }

  /// Hands the keys of an entity's rows over, each with where it came from: file, sheet and row.
  func forEachKey(
    of entity: EntityDeclaration, _ body: ([String?], _ origin: [String?]) throws -> Void
  ) throws {
    let key = entity.key.map { "CAST(t.\(Self.quoted($0)) AS TEXT)" }
    let origin = ["s.file", "s.sheet", "CAST(t._row AS TEXT)"]
    let text = """
      SELECT \((key + origin).joined(separator: ", ")) FROM \(Self.quoted(entity.fullName)) AS t
      LEFT JOIN "_source" AS s ON s.id = t._source ORDER BY t._rid
      """
    try store.forEachRow(of: Self.query(text, (key + origin).map { _ in .text })) { row in
      let values = row.values.map { if case .text(let text) = $0 { text } else { String?.none } }
      try body(Array(values.prefix(key.count)), Array(values.dropFirst(key.count)))
      return .next
    }
  }

  private static func query(_ text: String, _ types: [DataType]) -> CompiledQuery {
    CompiledQuery(
      sql: text, parameters: [],
      columns: types.enumerated().map { index, type in
        ResultColumn(column: Column(id: "c\(index)", label: Label(zh: "", en: ""), type: type), index: index)
      })
  }

  private static func quoted(_ name: String) -> String { Dialect.sqlite.quoted(name) }
}

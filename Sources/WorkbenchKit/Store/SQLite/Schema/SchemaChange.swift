import KitModel
import KitQuery

/// Brings the tables in line with declarations: makes tables and columns, converts where nothing is lost,
/// refuses else. Runs inside a transaction.
struct SchemaChange {
  let connection: SQLiteConnection
  let schema: StoreSchema
  /// What has to be said about it.
  private(set) var remarks: [Diagnostic] = []
  /// Why it cannot be done; all reasons together.
  private(set) var refusals: [Diagnostic] = []
  /// Entities whose stored rows were converted.
  private(set) var converted: [String] = []

  init(_ entities: [EntityDeclaration], on connection: SQLiteConnection) {
    self.connection = connection
    schema = StoreSchema(entities)
  }

  private var names: [EntityDeclaration] { schema.entities.values.sorted { $0.fullName < $1.fullName } }

  /// Whether a table that holds rows must be altered: then a backup is made first.
  func altersRows() throws -> Bool {
    for entity in names {
      guard let known = try knownColumns(entity.fullName),
        try connection.integer("SELECT 1 FROM \(quoted(entity.fullName)) LIMIT 1") != nil
      else { continue }
      if schema.keptFields(of: entity).contains(where: { known[$0.id] != StoredForm($0.type) }) {
        return true
      }
    }
    return false
  }

  mutating func apply() throws {
    for entity in names {
      if let known = try knownColumns(entity.fullName) {
        try alter(entity, known)
      } else {
        try create(entity)
      }
    }
    if !refusals.isEmpty { throw Diagnostics(refusals) }
  }

  /// Present columns and their forms; nil when the table does not exist.
  private func knownColumns(_ entity: String) throws -> [String: StoredForm]? {
    guard try connection.integer(#"SELECT 1 FROM "_entity" WHERE name = ?1"#, [.text(entity)]) != nil else {
      return nil
    }
    let pairs = try connection.map(
      #"SELECT field, type FROM "_column" WHERE entity = ?1 AND retired = 0"#, [.text(entity)]
    ) { ($0.text(at: 0), StoredForm(name: $0.text(at: 1)) ?? .text) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func create(_ entity: EntityDeclaration) throws {
    let fields = schema.keptFields(of: entity)
    let columns = fields.map { ", \(quoted($0.id)) \(StoredForm($0.type).sqlType)" }.joined()
    let name = entity.fullName
    let images = TableShape.images(of: name)
    try connection.run(
      "CREATE TABLE \(quoted(name)) (_rid INTEGER PRIMARY KEY, _source INTEGER, _row INTEGER\(columns)) STRICT"
    )
    try connection.run(
      """
      CREATE TABLE \(quoted(images)) (
        _seq INTEGER PRIMARY KEY, _rid INTEGER NOT NULL, _source INTEGER, _row INTEGER\(columns)) STRICT
      """)
    try connection.run("CREATE INDEX \(quoted(images + "~rid")) ON \(quoted(images)) (_rid)")
    try connection.run(
      #"INSERT INTO "_entity" (name, key) VALUES (?1, ?2)"#,
      [.text(name), .text(entity.key.joined(separator: ","))])
    for field in fields { try register(field, of: name) }
    for index in UniqueIndex.all(of: entity) { try index.create(on: connection) }
  }

  private func register(_ field: FieldDeclaration, of entity: String) throws {
    try connection.run(
      #"INSERT INTO "_column" (entity, field, name, type) VALUES (?1, ?2, ?2, ?3)"#,
      [.text(entity), .text(field.id), .text(StoredForm(field.type).name)])
  }

  private mutating func alter(_ entity: EntityDeclaration, _ known: [String: StoredForm]) throws {
    let name = entity.fullName
    let fields = schema.keptFields(of: entity)
    for field in fields {
      let form = StoredForm(field.type)
      guard let present = known[field.id] else {
        for table in [name, TableShape.images(of: name)] {
          try connection.run("ALTER TABLE \(quoted(table)) ADD COLUMN \(quoted(field.id)) \(form.sqlType)")
        }
        try register(field, of: name)
        continue
      }
      if present != form { try convert(field, of: entity, from: present, to: form) }
    }
    for gone in known.keys.sorted() where !fields.contains(where: { $0.id == gone }) {
      let filled = try connection.integer(
        "SELECT count(*) FROM \(quoted(name)) WHERE \(quoted(gone)) IS NOT NULL")
      remarks.append(
        Diagnostic(
          StoreMessages.fieldRemoved,
          [
            "entity": entity.label.zh, "entityEn": entity.label.en, "field": gone,
            "count": String(filled ?? 0),
          ], severity: .note))
    }
    try reindex(entity)
  }

  /// The old column stays under another name, with what it held: entries of the journal speak of it.
  private mutating func convert(
    _ field: FieldDeclaration, of entity: EntityDeclaration, from old: StoredForm, to form: StoredForm
  ) throws {
    let name = entity.fullName
    let images = TableShape.images(of: name)
    let column = quoted(field.id)
    func values(in table: String) throws -> [SQLValue] {
      try connection.map("SELECT DISTINCT \(column) FROM \(quoted(table)) WHERE \(column) IS NOT NULL") {
        $0.value(at: 0)
      }
    }
    let arguments = [
      "entity": entity.label.zh, "entityEn": entity.label.en, "field": field.label.zh,
      "fieldEn": field.label.en, "type": field.type.name(.zh), "typeEn": field.type.name(.en),
    ]
    func counted(_ lost: [SQLValue]) -> [String: String] {
      let texts = lost.prefix(5).map { old.written($0) ?? "" }.joined(separator: "、")
      return arguments.merging(["values": texts, "count": String(lost.count)]) { $1 }
    }
    let present = try values(in: name)
    let lost = present.filter { old.converted($0, to: form) == nil }
    if !lost.isEmpty {
      refusals.append(Diagnostic(StoreMessages.typeChanged, counted(lost)))
      return
    }
    // Rows that were changed or deleted before come back with what their values convert to.
    let past = try values(in: images)
    let forgotten = past.filter { old.converted($0, to: form) == nil }
    let serial = try connection.integer(#"SELECT max(id) + 1 FROM "_column""#) ?? 1
    let retired = "\(field.id)~\(serial)"
    for index in UniqueIndex.all(of: entity) where index.columns.contains(field.id) {
      try index.drop(on: connection)
    }
    for table in [name, images] {
      try connection.run("ALTER TABLE \(quoted(table)) RENAME COLUMN \(column) TO \(quoted(retired))")
      try connection.run("ALTER TABLE \(quoted(table)) ADD COLUMN \(column) \(form.sqlType)")
    }
    try connection.run(
      #"UPDATE "_column" SET retired = 1, name = ?3 WHERE entity = ?1 AND field = ?2 AND retired = 0"#,
      [.text(name), .text(field.id), .text(retired)])
    try register(field, of: name)
    try fill(column, of: [name, images], from: quoted(retired), Set(present + past)) {
      old.converted($0, to: form)
    }
    if !present.isEmpty || !past.isEmpty { converted.append(name) }
    remarks.append(Diagnostic(StoreMessages.fieldConverted, arguments, severity: .note))
    if !forgotten.isEmpty {
      remarks.append(Diagnostic(StoreMessages.pastNotConverted, counted(forgotten), severity: .note))
    }
  }

  private static let pairs = #"temp."~pairs""#

  /// Gives a column what the values of another convert to; those that do not convert stay empty in it.
  private func fill(
    _ column: String, of tables: [String], from source: String, _ values: Set<SQLValue>,
    _ convert: (SQLValue) -> SQLValue?
  ) throws {
    try connection.run("DROP TABLE IF EXISTS \(Self.pairs)")
    try connection.run("CREATE TABLE \(Self.pairs) (before PRIMARY KEY, after) WITHOUT ROWID")
    let insert = try connection.prepare("INSERT INTO \(Self.pairs) (before, after) VALUES (?1, ?2)")
    for value in values {
      guard let after = convert(value) else { continue }
      insert.bind([value, after])
      try insert.run()
    }
    for table in tables {
      try connection.run(
        """
        UPDATE \(quoted(table)) AS t SET \(column) = (SELECT p.after FROM \(Self.pairs) AS p WHERE p.before = t.\(source))
        WHERE t.\(source) IS NOT NULL
        """)
    }
    try connection.run("DROP TABLE \(Self.pairs)")
  }

  /// Keeps the unique indexes as declared: a new key must tell the rows apart.
  private mutating func reindex(_ entity: EntityDeclaration) throws {
    let name = entity.fullName
    let key = entity.key.joined(separator: ",")
    let indexes = UniqueIndex.all(of: entity)
    if try connection.text(#"SELECT key FROM "_entity" WHERE name = ?1"#, [.text(name)]) != key {
      try connection.run("DROP INDEX IF EXISTS \(quoted(name + "~key"))")
      try connection.run(#"UPDATE "_entity" SET key = ?2 WHERE name = ?1"#, [.text(name), .text(key)])
    }
    let present = try connection.map(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1", [.text(name)]
    ) { $0.text(at: 0) }
    for old in present where !indexes.contains(where: { $0.name == old }) {
      try connection.run("DROP INDEX \(quoted(old))")
    }
    for index in indexes {
      do {
        try index.create(on: connection)
      } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.constraint {
        refusals.append(
          Diagnostic(
            StoreMessages.newKeyClashes,
            KeyClashes(connection: connection, entity: entity).arguments(index.columns)))
      }
    }
  }
}

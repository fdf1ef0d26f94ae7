import KitModel
import KitQuery

/// Checks the file, the chain, and every row against the journal.
struct Verification {
  let connection: SQLiteConnection
  /// What is declared: then references are checked too.
  let declared: StoreSchema?
  private var report = VerificationReport(changes: 0, rows: 0, head: nil, found: nil, faults: [])
  /// Rows that each table should hold.
  private var expected: [String: Int] = [:]
  private var undoes: [Int64: Int64] = [:]
  private var undoneBy: [Int64: Int64] = [:]

  /// What a clerk calls the entities.
  private let labels: [String: Label]

  init(
    _ connection: SQLiteConnection, declared: StoreSchema? = nil, labelsOf entities: [EntityDeclaration] = []
  ) {
    self.connection = connection
    self.declared = declared
    labels = Dictionary(
      entities.map { ($0.fullName, $0.label) }, uniquingKeysWith: { first, _ in first }
    ).merging(declared?.entities.mapValues(\.label) ?? [:]) { $1 }
  }

  mutating func run() throws -> VerificationReport {
    do {
      try checkFile()
      try checkChain()
      try checkUndone()
      try checkCounts()
      try checkReferences()
      try checkWholes()
      report.head = try Journal(connection: connection).head()
    } catch let failure as SQLiteFailure where failure.kind == SQLiteCode.corrupt {
      // What cannot be read any more cannot be checked; that it is damaged is the answer.
      fault(StoreMessages.fileFault, ["detail": failure.text])
    }
    return report
  }

  private mutating func fault(_ message: Message, _ arguments: [String: String]) {
    report.faults.append(Diagnostic(message, arguments))
  }

  /// With what the clerk calls an entity; a table that is not declared keeps its own name.
  private func named(_ entity: String, _ arguments: [String: String]) -> [String: String] {
    let label = labels[entity] ?? Label(zh: entity, en: entity)
    return arguments.merging(["entity": label.zh, "entityEn": label.en]) { $1 }
  }

  private mutating func checkFile() throws {
    let lines = try connection.map("PRAGMA integrity_check(20)") { $0.text(at: 0) }
    for line in lines where line != "ok" { fault(StoreMessages.fileFault, ["detail": line]) }
  }

  private mutating func checkChain() throws {
    let journal = Journal(connection: connection)
    let reader = StateReader(connection: connection, schema: try StoreSchema([], on: connection))
    var previous: [UInt8] = []
    let ids = try connection.map(#"SELECT id FROM "_change" ORDER BY id"#) { $0.integer(at: 0) }
    for (place, id) in ids.enumerated() {
      try connection.operation.check()
      guard let entry = try journal.entry(id), let kept = try journal.link(of: id)?.link else { continue }
      if id != Int64(place) + 1 || entry.link(after: previous) != kept {
        fault(StoreMessages.chainBroken, ["id": String(id)])
      }
      previous = kept
      for part in entry.parts { try check(part, of: id, reader) }
      if let undone = entry.undoes {
        for mark in UndoMarks.given(by: id, taking: undone, undoes: { undoes[$0] }) {
          undoneBy[mark.change] = mark.undoneBy
        }
        undoes[id] = undone
      }
      report.changes += 1
    }
  }

  private mutating func check(_ part: JournalPart, of change: Int64, _ reader: StateReader) throws {
    switch part.action {
    case .insert, .revive: expected[part.entity, default: 0] += part.rows
    case .delete: expected[part.entity, default: 0] -= part.rows
    case .update, .save, .convert, .reveal, .run: break
    }
    guard let found = try reader.digest(of: part) else {
      fault(StoreMessages.columnsUnknown, named(part.entity, ["id": String(change)]))
      return
    }
    if part.action != .reveal { report.rows += found.rows }
    let isWhole = part.action == .save && part.last == 0 || found.rows == part.rows
    if !isWhole || found.digest != part.digest {
      fault(StoreMessages.rowsDiffer, named(part.entity, ["id": String(change)]))
    }
  }

  /// The marks of what was taken back follow from the entries alone.
  private mutating func checkUndone() throws {
    try connection.forEach(#"SELECT id, undone_by FROM "_change" ORDER BY id"#) { row in
      let id = row.integer(at: 0)
      if undoneBy[id] != row.optionalInteger(at: 1) { fault(StoreMessages.chainBroken, ["id": String(id)]) }
    }
  }

  /// A row that no entry brought shows in the count.
  private mutating func checkCounts() throws {
    let tables = try connection.map(#"SELECT name FROM "_entity" ORDER BY name"#) { $0.text(at: 0) }
    for table in tables {
      let count = Int(try connection.integer("SELECT count(*) FROM \(quoted(table))") ?? 0)
      if count != expected[table] ?? 0 {
        fault(
          StoreMessages.countDiffers,
          named(table, ["count": String(count), "expected": String(expected[table] ?? 0)]))
      }
    }
  }

  private mutating func checkReferences() throws {
    guard let declared else { return }
    for dangling in try ReferenceCheck(connection: connection, schema: declared).all() {
      fault(dangling.message, dangling.arguments)
    }
  }

  private mutating func checkWholes() throws {
    guard let declared else { return }
    for table in declared.tables.values.sorted(by: { $0.name < $1.name }) {
      if let found = try WholeCheck(connection, table)?.all() { report.faults.append(found) }
    }
  }
}

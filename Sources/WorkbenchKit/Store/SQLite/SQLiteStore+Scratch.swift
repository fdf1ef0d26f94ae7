import KitModel
import KitQuery
import Synchronization

extension SQLiteStore {
  /// How the names of tables of the session begin; they live in the writer's temporary schema.
  static let scratchPrefix = "temp."

  public func scratchWriter(name: String?, label: Label, columns: [Column]) throws -> any ScratchWriter {
    let number = scratchCount.add(1, ordering: .relaxed).newValue
    let declaration = TableDeclaration(
      name: name, label: label, storedName: "\(Self.scratchPrefix)t\(number)", columns: columns)
    return try SQLiteScratchWriter(self, declaration)
  }

  public func dropScratch(_ table: TableDeclaration) throws {
    guard table.storedName.hasPrefix(Self.scratchPrefix) else { return }
    try withWriter { try $0.run("DROP TABLE IF EXISTS temp.\(quoted(table.storedName))") }
  }
}

/// Fills a temporary table, one transaction for each buffer: they cost no sync, and none stays open between.
final class SQLiteScratchWriter: ScratchWriter {
  private let store: SQLiteStore
  private let declaration: TableDeclaration
  private var next: Int64 = 1

  init(_ store: SQLiteStore, _ declaration: TableDeclaration) throws {
    self.store = store
    self.declaration = declaration
    try store.withWriter {
      try $0.run(
        StoredTables.creation(of: "temp." + quoted(declaration.storedName), columns: declaration.columns))
    }
  }

  func append(_ rows: RowBuffer) throws {
    try store.withWriter { connection in
      let insert = try BulkInsert(
        connection,
        BulkInsert.Layout(
          table: "temp." + quoted(declaration.storedName), idColumn: "_rid", source: nil, rowColumn: nil,
          columns: declaration.columns.map { ($0.id, StoredForm($0.type).cellKind) }, digest: nil),
        firstRow: next)
      try connection.savepoint {
        do {
          try insert.append(rows)
        } catch let clash as BulkInsert.Clash {
          throw clash.failure
        }
      }
      next = insert.next
    }
  }

  func finish() throws -> TableDeclaration { declaration }

  func cancel() { try? store.dropScratch(declaration) }
}

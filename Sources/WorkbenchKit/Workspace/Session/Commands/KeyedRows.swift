import KitModel

/// The rows of a pipeline that is ready to run, for who looks them up by their keys: in no order unless the pipeline cuts
/// by it, and references without the names of their rows.
public struct KeyedRows: Sendable {
  public let columns: [Column]
  private let run: @Sendable ((Table.Row) -> Void) throws -> Void

  init(columns: [Column], run: @escaping @Sendable ((Table.Row) -> Void) throws -> Void) {
    self.columns = columns
    self.run = run
  }

  init(_ table: Table) {
    self.init(columns: table.columns) { table.rows.forEach($0) }
  }

  /// Hands the rows over one by one, on any thread. `body` may not ask the store for anything.
  public func forEach(_ body: (Table.Row) -> Void) throws { try run(body) }
}

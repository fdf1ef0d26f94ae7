import KitModel

/// Columns and rows that can be written: a table in memory, or rows that come one by one from a query.
public protocol TableRows {
  var columns: [Column] { get }
  /// Calls `body` with each row in order, once.
  func forEachRow(_ body: (Table.Row) throws -> Void) throws
}

extension Table: TableRows {
  public func forEachRow(_ body: (Row) throws -> Void) throws {
    for row in rows { try body(row) }
  }
}

import KitModel

/// Columns and rows that can be written: a table in memory, or rows that come one by one from a query.
public protocol TableRows {
  var columns: [Column] { get }
  /// Whether some rows carry a mark of the stage `total`; known before the first row.
  var hasMarks: Bool { get }
  /// Calls `body` with each row in order, once.
  func forEachRow(_ body: (Table.Row) throws -> Void) throws
}

extension TableRows {
  public var hasMarks: Bool { false }
}

extension Table: TableRows {
  public var hasMarks: Bool { rows.contains { $0.mark != .plain } }

  public func forEachRow(_ body: (Row) throws -> Void) throws {
    for row in rows { try body(row) }
  }
}

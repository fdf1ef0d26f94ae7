/// What a writing stage asks of the store, which carries it out in one journaled transaction.
public enum WriteIntent: Sendable {
  /// New values for rows of one entity. `rows` has, in this order, one `_rid` for each of `tables`, then one
  /// value for each of `fields`.
  case set(entity: String, tables: [String], fields: [Field], rows: CompiledQuery)
  /// Rows of one entity to be deleted. `rows` has one `_rid` for each of `tables`, the entity's own first.
  case delete(entity: String, tables: [String], rows: CompiledQuery)
  /// Rows for an entity: `rows` has one column for each of `fields`. Without `update` a key that exists is
  /// refused.
  case insert(entity: String, fields: [Field], update: Bool, rows: CompiledQuery)
  /// A table of the workspace.
  case save(name: String, replace: Bool, rows: CompiledQuery)

  public var rows: CompiledQuery {
    switch self {
    case .set(_, _, _, let rows), .delete(_, _, let rows), .insert(_, _, _, let rows),
      .save(_, _, let rows):
      rows
    }
  }

  /// A field and the table (entity's full name) that keeps it: with `extends` it may be a parent's.
  public struct Field: Hashable, Sendable {
    public var table: String
    public var id: String

    public init(table: String, id: String) {
      self.table = table
      self.id = id
    }
  }
}

import KitModel

/// All relations that a query can name: entities of the enabled plugins, saved tables, tables of the session.
///
/// A value: a query is resolved against one catalogue from beginning to end.
public struct Catalog: Sendable {
  public var entities: [EntityDeclaration]
  public var tables: [TableDeclaration]
  /// Labels of the plugins by id, so that `办园.结果` is read as `conduct.result`.
  public var plugins: [String: Label]
  /// Names of commands that read and take no arguments: only for what to say when a name is unknown.
  public var commands: [String]

  public init(
    entities: [EntityDeclaration] = [], tables: [TableDeclaration] = [], plugins: [String: Label] = [:],
    commands: [String] = []
  ) {
    self.entities = entities
    self.tables = tables
    self.plugins = plugins
    self.commands = commands
  }
}

/// A table that is no entity: saved with `save as`, read from a file, returned by a command, or a part of the
/// workspace itself (`source`, `log`).
public struct TableDeclaration: Hashable, Sendable {
  /// What it is called in the language; nil for a table that only a syntax tree points to.
  public var name: String?
  public var label: Label
  /// The table in the store, unquoted: `saved.重点学校`, `temp.t3`.
  public var storedName: String
  /// Its columns, stored under their ids; the order of rows is that of `_rid`.
  public var columns: [Column]

  public init(name: String?, label: Label, storedName: String, columns: [Column]) {
    self.name = name
    self.label = label
    self.storedName = storedName
    self.columns = columns
  }
}

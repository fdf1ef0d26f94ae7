import GRDB

/// How a store is opened.
public struct StoreOptions: Sendable {
  /// Seconds that a change waits for another process that writes, before it says who holds the store.
  public var patience: Double
  /// What kind of file system a path lies on; tests put their own answer here.
  package var fileSystem: @Sendable (String) -> FileSystemKind
  /// What is done to each connection when it is opened: functions and collations.
  var prepare: @Sendable (Database) throws -> Void

  public init(patience: Double = 5) {
    self.patience = patience
    fileSystem = { FileSystemKind(of: $0) }
    prepare = { _ in }
  }
}

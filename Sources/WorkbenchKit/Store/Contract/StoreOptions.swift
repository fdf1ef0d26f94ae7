/// How a store is opened.
public struct StoreOptions: Sendable {
  /// Seconds that a change waits for another process that writes, before it says who holds the store.
  public var patience: Double
  /// What kind of file system a path lies on; tests put their own answer here.
  package var fileSystem: @Sendable (String) -> FileSystemKind

  public init(patience: Double = 5) {
    self.patience = patience
    fileSystem = { FileSystemKind(of: $0) }
  }
}

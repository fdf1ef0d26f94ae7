/// How a store is opened.
public struct StoreOptions: Sendable {
  /// Seconds that a change waits for another process that writes, before it says who holds the store.
  public var patience: Double
  /// The folder of the workspace; nil: the one in which the file lies.
  public var workspace: String?
  /// What kind of file system a path lies on; tests put their own answer here.
  package var fileSystem: @Sendable (String) -> FileSystemKind
  /// Called at the steps of a restore; tests break it off there.
  package var atRestoreStep: @Sendable (RestoreStep) throws -> Void = { _ in }

  public init(patience: Double = 5, workspace: String? = nil) {
    self.patience = patience
    self.workspace = workspace
    fileSystem = { FileSystemKind(of: $0) }
  }
}

/// Where a restore stands.
package enum RestoreStep: Sendable {
  /// All lies ready.
  case staged
  /// It is on the disk that it will be done.
  case decided
  /// One more file is in its place.
  case moved
  /// The store is in its place.
  case replaced
}

import KitModel

/// A backup that was made.
public struct BackupRecord: Hashable, Sendable {
  /// The folder that holds it.
  public var folder: String
  public var time: Timestamp
  public var person: String
  /// Files in it, the store among them, and their bytes.
  public var files: Int
  public var bytes: Int64
  public var head: ChainHead?
  /// What it lacks or could not check: imported files that are missing or have changed since.
  public var faults: [Diagnostic] = []
}

/// What a restore did.
public struct RestoreOutcome: Hashable, Sendable {
  public var restored: BackupRecord
  /// The state before, kept aside.
  public var aside: BackupRecord
  /// The entry that records it.
  public var change: ChangeRecord
}

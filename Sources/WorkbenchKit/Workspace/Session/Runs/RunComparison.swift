import KitStore

/// What a run had again shows beside what it showed then.
public struct RunComparison: Sendable {
  /// Results and files that are the same.
  public var same = 0
  public var differences: [Difference] = []
  /// Files of which no digest is known, so that nothing can be said of them.
  public var unknownFiles: [String] = []

  public init() {}

  /// One result, or one file, that is not the same.
  public struct Difference: Sendable {
    public var script: String
    public var line: Int
    public var subject: Subject
    /// Lines that were shown then and are not now, and the other way round; empty where only a digest was kept.
    public var gone: [String]
    public var new: [String]
    public var change: Change
    /// Entries of the journal since then that touched what it was made from; empty: none did, and that is a fault.
    public var explanations: [Int64]
  }

  public enum Subject: Hashable, Sendable {
    case item(RunRecord.Item.Kind)
    case file(String)
  }

  public enum Change: Hashable, Sendable {
    case changed
    /// It was there then, or is there only now.
    case missing, added
  }

  /// Differences that nothing in the journal explains.
  public var unexplained: [Difference] { differences.filter(\.explanations.isEmpty) }
}

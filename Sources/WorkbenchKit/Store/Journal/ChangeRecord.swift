import KitModel

/// An entry of the journal.
public struct ChangeRecord: Hashable, Sendable {
  public var id: Int64
  public var context: ChangeContext
  public var kind: Kind
  /// The change that this one takes back.
  public var undoes: Int64?
  /// The change that took this one back.
  public var undoneBy: Int64?
  /// Why it can no longer be taken back.
  public var sealed: String?
  public var head: ChainHead
  public var parts: [Part]

  public enum Kind: String, Sendable {
    case change, undo
    /// Tables and columns made for declarations.
    case schema
    /// A backup took the place of the state before.
    case restore
    /// Sensitive values were shown.
    case reveal
    /// A script was run.
    case run
  }

  /// What a change did to one table, in its order.
  public struct Part: Hashable, Sendable {
    /// Full name of the entity, or the name of a saved table.
    public var table: String
    public var action: Action
    public var rows: Int
  }

  public enum Action: String, Sendable {
    case insert, update, delete
    /// Rows deleted before came back.
    case revive
    /// A table was saved, replaced or taken away.
    case save
    /// Values of a sensitive column were shown; the part's `table` names the column.
    case reveal
    /// A script was run; the part's `table` names it.
    case run
  }

  /// Rows that the change inserted, updated and deleted.
  public var counts: WriteCounts {
    parts.reduce(into: WriteCounts()) { counts, part in
      switch part.action {
      case .insert, .revive: counts.inserted += part.rows
      case .update: counts.updated += part.rows
      case .delete: counts.deleted += part.rows
      case .save, .reveal, .run: break
      }
    }
  }
}

/// The end of the journal's chain at some moment: printed on every sealed report, notice and bulletin.
public struct ChainHead: Hashable, Sendable {
  /// The change that it stands for.
  public var change: Int64
  /// Twelve hexadecimal digits of the chain's SHA-256: `7F3A-09C2-51DE`.
  public var code: String
  public var time: Timestamp
}

/// What an undo did.
public struct UndoOutcome: Hashable, Sendable {
  /// The changes taken back, the latest first.
  public var undone: [Int64]
  /// The entries that record it.
  public var entries: [ChangeRecord]
}

/// What `verify` found.
public struct VerificationReport: Hashable, Sendable {
  /// Entries of the journal that were checked.
  public var changes: Int
  /// Rows that were checked against them.
  public var rows: Int
  public var head: ChainHead?
  /// The entry whose code was asked for.
  public var found: ChangeRecord?
  /// Whatever does not hold; empty: all is well.
  public var faults: [Diagnostic]

  public var isSound: Bool { faults.isEmpty }
}

/// Where the value of a field comes from.
public struct CellOrigin: Hashable, Sendable {
  /// The change that gave the field its present value.
  public var change: ChangeRecord
  /// The file, when the value came from one.
  public var source: SourceRecord?
  /// The row in that file.
  public var row: Int64?
  /// Column of that file (from 1) whose heading was mapped to the field.
  public var column: Int?

  init(change: ChangeRecord) { self.change = change }
}

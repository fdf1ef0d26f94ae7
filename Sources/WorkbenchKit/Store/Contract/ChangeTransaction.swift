import KitModel
import KitQuery

/// What can be done within one change. Valid only inside the body that it was given to.
public protocol ChangeTransaction: AnyObject {
  /// Registers a file (or a sheet of one) that rows of an entity will come from; rows written with its id keep it.
  func addSource(_ source: SourceRecord, into entity: EntityDeclaration) throws -> Int64
  /// A writer of many rows into one entity. Only one is open at a time.
  ///
  /// - Parameters:
  ///   - fields: ids of the fields that the rows fill, in the order of their cells; with `extends`, of the entity
  ///     and of those it extends. Others stay as they are, or empty in new rows.
  ///   - source: what `addSource` gave; nil for rows that come from no file.
  func rowWriter(into entity: EntityDeclaration, fields: [String], mode: WriteMode, source: Int64?) throws
    -> any RowWriter
  /// Carries out what a writing stage asks: set, delete, into, save as.
  ///
  /// Values are checked against what the fields declare, references against the rows that are there, and rows
  /// that others refer to are not deleted.
  func write(_ intent: WriteIntent) throws -> WriteCounts
  /// Refuses undo of a change from now on (signed, drawn, announced, printed), for this reason; nil: of this one.
  func seal(_ change: Int64?, reason: String) throws
}

/// What happens to rows by whether their key is there already.
public enum WriteMode: Sendable {
  /// New keys are inserted, existing ones refused.
  case insert
  /// New keys are inserted, existing rows take the given fields.
  case upsert
  /// Like `upsert`, but an empty cell leaves in an existing row what is there: what an import of a received
  /// file does, whose blanks mean "not filled in" and not "remove".
  case merge
  /// Existing rows take the given fields, new keys are refused.
  case update
}

/// What a write did.
public struct WriteCounts: Hashable, Sendable {
  public var inserted = 0
  public var updated = 0
  /// Rows that were there with the same values; they cost nothing in the journal.
  public var unchanged = 0
  public var deleted = 0
  /// What has to be said about the rows that were read for it: those that a condition passed over for an empty
  /// value.
  public var remarks: [Diagnostic] = []

  public init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, deleted: Int = 0) {
    self.inserted = inserted
    self.updated = updated
    self.unchanged = unchanged
    self.deleted = deleted
  }

  public static func + (left: WriteCounts, right: WriteCounts) -> WriteCounts {
    var sum = left
    sum.inserted += right.inserted
    sum.updated += right.updated
    sum.unchanged += right.unchanged
    sum.deleted += right.deleted
    sum.remarks += right.remarks
    return sum
  }
}

import KitModel
import KitQuery

/// Takes many rows into one entity, within a change.
public protocol RowWriter: AnyObject {
  /// Takes the rows of a buffer; the buffer may be cleared and filled again afterwards.
  func append(_ rows: RowBuffer) throws
  /// Checks keys and ends the writing. Keys that clash are refused with the numbers of their rows.
  func finish() throws -> WriteCounts
}

/// Takes the rows of a table of the session.
public protocol ScratchWriter: AnyObject {
  func append(_ rows: RowBuffer) throws
  /// Ends the writing: from now on the table can be queried.
  func finish() throws -> TableDeclaration
  /// Gives up: nothing stays.
  func cancel()
}

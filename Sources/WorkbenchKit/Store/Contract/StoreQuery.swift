import KitModel

/// One statement of the engine, the values bound to it, and the columns that it yields.
public struct StoreQuery: Sendable {
  public var text: String
  public var parameters: [Value]
  /// One for each column of the result; what is stored is read as the column's type.
  public var columns: [Column]

  public init(_ text: String, parameters: [Value] = [], columns: [Column]) {
    self.text = text
    self.parameters = parameters
    self.columns = columns
  }
}

import KitModel

/// A row for who reads hundreds of thousands of them and keeps none: of a cell nothing is made until it is asked for.
/// Valid until the next row is read.
public protocol KeyedRow: AnyObject {
  /// The value of a column. Throws that a number which is kept exactly has overflowed.
  func value(at column: Int) throws(Diagnostic) -> Value
  /// The exact number in a column of whole numbers, decimals or shares; nil in others, and where the cell is empty.
  /// Throws as `value(at:)`.
  func decimal(at column: Int) throws(Diagnostic) -> ExactDecimal?
  /// The bytes of a text, or of the key of a reference, in UTF-8, valid as long as the row; nil: the cell holds something
  /// else.
  func text(at column: Int) -> UnsafeBufferPointer<UInt8>?
}

/// The rows of a query, each lent where the engine is at. A store says what the cells are.
open class EngineRows: KeyedRow {
  private let query: CompiledQuery
  private let decoders: [CellDecoder]
  private var reader: RowReader

  public init(_ query: CompiledQuery) {
    self.query = query
    decoders = query.columns.map(CellDecoder.init)
    reader = RowReader(query)
  }

  /// A cell of the row that the engine is at, by its index among the columns that it returns.
  open func cell(at index: Int) -> EngineCell { .null }

  /// Whether the row that the engine has gone to is part of the result: the one behind the cut is not.
  public func admitsNext() -> Bool { reader.admits { cell(at: $0) } }

  /// Set when the cut went through rows that are equal.
  public var tie: Footnote? { reader.tie }

  public func value(at column: Int) throws(Diagnostic) -> Value {
    guard let value = decoders[column].decoded({ cell(at: $0) }) else { throw query.overflow(column) }
    return value
  }

  public func decimal(at column: Int) throws(Diagnostic) -> ExactDecimal? {
    let found = decoders[column].decimal { cell(at: $0) }
    if found.isOverflown { throw query.overflow(column) }
    return found.number
  }

  public func text(at column: Int) -> UnsafeBufferPointer<UInt8>? {
    decoders[column].text { cell(at: $0) }
  }
}

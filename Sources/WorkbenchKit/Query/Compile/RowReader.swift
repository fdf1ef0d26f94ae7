import KitModel

/// Turns rows of the engine into rows of a table, one by one.
///
/// It keeps back the one row that is only fetched to see a tie, and knows afterwards whether there was one.
public struct RowReader {
  private let query: CompiledQuery
  private let decoders: [CellDecoder]
  private let markIndex: Int?
  private var count = 0
  private var lastKeys: [SQLValue] = []
  /// Set when the cut goes through rows that are equal; to be counted and said.
  public private(set) var tie: Footnote?

  public init(_ query: CompiledQuery) {
    self.query = query
    decoders = query.columns.map(CellDecoder.init)
    markIndex = query.markIndex
  }

  /// The row whose cells `cell` returns by index; nil for the row behind the cut, which is no part of the
  /// result.
  public mutating func read(_ cell: (Int) -> EngineCell) throws(Diagnostic) -> Table.Row? {
    guard admits(cell) else { return nil }
    var values: [Value] = []
    values.reserveCapacity(decoders.count)
    for place in decoders.indices {
      guard let decoded = decoders[place].decoded(cell) else { throw query.overflow(place) }
      values.append(decoded)
    }
    return Table.Row(values, mark: markIndex.map { Self.mark(cell($0)) } ?? .plain)
  }

  /// Counts a row; false for the one behind the cut.
  mutating func admits(_ cell: (Int) -> EngineCell) -> Bool {
    count += 1
    guard let lookahead = query.lookahead, count >= lookahead.rows else { return true }
    let keys = lookahead.keyIndices.map { SQLValue(cell($0)) }
    if count > lookahead.rows {
      if count == lookahead.rows + 1, keys == lastKeys { tie = lookahead.footnote }
      return false
    }
    lastKeys = keys
    return true
  }

  private static func mark(_ cell: EngineCell) -> Table.Mark {
    switch cell {
    case .integer(1): .subtotal
    case .integer(2): .total
    default: .plain
    }
  }
}

extension CompiledQuery {
  /// That the number in a column has overflowed.
  func overflow(_ place: Int) -> Diagnostic {
    Diagnostic(QueryMessages.overflow, ["column": columns[place].column.id])
  }
}

/// How the values of a column are read: what matters of its type, and nothing whose references would be counted for each
/// cell.
struct CellDecoder {
  private enum Kind {
    case boolean, integer, decimal(scale: Int), duration(Duration.Unit), real, date, period, time, reference,
      plain
  }

  private let kind: Kind
  private let index: Int
  private let nameIndex: Int?

  init(_ column: ResultColumn) {
    index = column.index
    nameIndex = column.nameIndex
    kind =
      switch column.column.type {
      case .boolean: .boolean
      case .integer: .integer
      case .decimal(_, let scale), .percent(let scale): .decimal(scale: scale)
      case .duration(let unit): .duration(unit)
      case .real, .realPercent: .real
      case .date: .date
      case .period: .period
      case .time: .time
      case .reference: .reference
      default: .plain
      }
  }

  /// The value of the column in a row; nil: a number kept exactly came back as a double, and so has overflowed.
  func decoded(_ cell: (Int) -> EngineCell) -> Value? {
    switch (kind, cell(index)) {
    case (_, .null): .null
    case (.boolean, .integer(let number)): .boolean(number != 0)
    case (.decimal(let scale), .integer(let units)): .decimal(ExactDecimal(units: units, scale: scale))
    case (.integer, .real), (.decimal, .real): nil
    case (.duration(let unit), .integer(let count)): .duration(Duration(Int(clamping: count), unit))
    case (.real, .integer(let number)): .real(Double(number))
    case (_, .text(let bytes)): decoded(String(decoding: bytes, as: UTF8.self), cell)
    case (_, .integer(let number)): .integer(number)
    case (_, .real(let number)): .real(number)
    }
  }

  private func decoded(_ text: String, _ cell: (Int) -> EngineCell) -> Value {
    switch kind {
    case .date: CalendarDate(iso: text).map(Value.date) ?? .text(text)
    case .period: Period(stored: text).map(Value.period) ?? .text(text)
    case .time: Timestamp(text: text).map(Value.time) ?? .text(text)
    case .reference: .reference(Reference(key: text, name: nameIndex.flatMap { Self.text(cell($0)) }))
    default: .text(text)
    }
  }

  private static func text(_ cell: EngineCell) -> String? {
    if case .text(let bytes) = cell { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// What `decoded` gives, where that is a whole number or a decimal.
  func decimal(_ cell: (Int) -> EngineCell) -> (number: ExactDecimal?, isOverflown: Bool) {
    switch (kind, cell(index)) {
    case (.decimal(let scale), .integer(let units)): (ExactDecimal(units: units, scale: scale), false)
    case (.integer, .integer(let number)): (ExactDecimal(units: number, scale: 0), false)
    case (.integer, .real), (.decimal, .real): (nil, true)
    default: (nil, false)
    }
  }

  /// The bytes of what `decoded` gives, where that is a text or a key.
  func text(_ cell: (Int) -> EngineCell) -> UnsafeBufferPointer<UInt8>? {
    switch (kind, cell(index)) {
    case (.plain, .text(let bytes)), (.reference, .text(let bytes)): bytes
    default: nil
    }
  }
}

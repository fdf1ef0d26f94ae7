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

  /// The row whose values `value` returns by index; nil for the row behind the cut, which is no part of the
  /// result.
  public mutating func read(_ value: (Int) -> SQLValue) throws(Diagnostic) -> Table.Row? {
    count += 1
    if let lookahead = query.lookahead, count >= lookahead.rows {
      let keys = lookahead.keyIndices.map(value)
      if count > lookahead.rows {
        if count == lookahead.rows + 1, keys == lastKeys { tie = lookahead.footnote }
        return nil
      }
      lastKeys = keys
    }
    var values: [Value] = []
    values.reserveCapacity(decoders.count)
    for place in decoders.indices {
      guard let decoded = decoders[place].decoded(value) else {
        throw Diagnostic(QueryMessages.overflow, ["column": query.columns[place].column.id])
      }
      values.append(decoded)
    }
    return Table.Row(values, mark: markIndex.map { Self.mark(value($0)) } ?? .plain)
  }

  private static func mark(_ value: SQLValue) -> Table.Mark {
    switch value {
    case .integer(1): .subtotal
    case .integer(2): .total
    default: .plain
    }
  }
}

/// How the values of a column are read: what matters of its type, and nothing whose references would be counted for each
/// cell.
private struct CellDecoder {
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
  func decoded(_ value: (Int) -> SQLValue) -> Value? {
    switch (kind, value(index)) {
    case (_, .null): .null
    case (.boolean, .integer(let number)): .boolean(number != 0)
    case (.decimal(let scale), .integer(let units)): .decimal(ExactDecimal(units: units, scale: scale))
    case (.integer, .real), (.decimal, .real): nil
    case (.duration(let unit), .integer(let count)): .duration(Duration(Int(clamping: count), unit))
    case (.real, .integer(let number)): .real(Double(number))
    case (.date, .text(let text)): CalendarDate(iso: text).map(Value.date) ?? .text(text)
    case (.period, .text(let text)): Period(stored: text).map(Value.period) ?? .text(text)
    case (.time, .text(let text)): Timestamp(text: text).map(Value.time) ?? .text(text)
    case (.reference, .text(let key)):
      .reference(Reference(key: key, name: nameIndex.map(value).flatMap(Self.text)))
    case (_, .text(let text)): .text(text)
    case (_, .integer(let number)): .integer(number)
    case (_, .real(let number)): .real(number)
    }
  }

  private static func text(_ value: SQLValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}

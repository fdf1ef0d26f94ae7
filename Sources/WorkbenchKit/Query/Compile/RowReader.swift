import KitModel

/// Turns rows of the engine into rows of a table, one by one.
///
/// It keeps back the one row that is only fetched to see a tie, and knows afterwards whether there was one.
public struct RowReader {
  private let query: CompiledQuery
  private var count = 0
  private var lastKeys: [SQLValue] = []
  /// Set when the cut goes through rows that are equal; to be counted and said.
  public private(set) var tie: Footnote?

  public init(_ query: CompiledQuery) { self.query = query }

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
    values.reserveCapacity(query.columns.count)
    // By index: a copy of the column would count its labels.
    for place in query.columns.indices { values.append(try query.columns[place].decoded(value)) }
    return Table.Row(values, mark: query.markIndex.map { Self.mark(value($0)) } ?? .plain)
  }

  private static func mark(_ value: SQLValue) -> Table.Mark {
    switch value {
    case .integer(1): .subtotal
    case .integer(2): .total
    default: .plain
    }
  }
}

extension ResultColumn {
  /// The value of the column in a row. A number kept exactly that comes back as a double has overflowed.
  func decoded(_ value: (Int) -> SQLValue) throws(Diagnostic) -> Value {
    let raw = value(index)
    switch (column.type, raw) {
    case (_, .null): return .null
    case (.boolean, .integer(let number)): return .boolean(number != 0)
    case (.integer, .integer(let number)): return .integer(number)
    case (.decimal(_, let scale), .integer(let units)), (.percent(let scale), .integer(let units)):
      return .decimal(ExactDecimal(units: units, scale: scale))
    case (.integer, .real), (.decimal, .real), (.percent, .real):
      throw Diagnostic(QueryMessages.overflow, ["column": column.id])
    case (.duration(let unit), .integer(let count)):
      return .duration(Duration(Int(clamping: count), unit))
    case (.real, .integer(let number)), (.realPercent, .integer(let number)): return .real(Double(number))
    case (.date, .text(let text)): return CalendarDate(iso: text).map(Value.date) ?? .text(text)
    case (.period, .text(let text)): return Period(stored: text).map(Value.period) ?? .text(text)
    case (.time, .text(let text)): return Timestamp(text: text).map(Value.time) ?? .text(text)
    case (.reference, .text(let key)):
      return .reference(Reference(key: key, name: nameIndex.map(value).flatMap(Self.text)))
    case (_, .text(let text)): return .text(text)
    case (_, .integer(let number)): return .integer(number)
    case (_, .real(let number)): return .real(number)
    }
  }

  private static func text(_ value: SQLValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}

import KitModel

/// One row of a query's answer, its values by the ids of their columns.
public struct Record: Sendable {
  private let values: [String: Value]

  public init(columns: [Column], row: Table.Row) {
    values = Dictionary(zip(columns.map(\.id), row.values)) { first, _ in first }
  }

  /// A text or choice; of a reference the key.
  public func text(_ column: String) -> String? {
    values[column]?.plainText
  }

  /// What people call the row that a reference points to.
  public func name(_ column: String) -> String? {
    if case .reference(let reference) = values[column] {
      reference.name ?? reference.key
    } else {
      text(column)
    }
  }

  /// The several values of a text that holds many.
  public func texts(_ column: String) -> [String] {
    (text(column) ?? "").split { "、，,;；".contains($0) }.map(\.trimmed)
  }

  public func integer(_ column: String) -> Int? {
    if case .integer(let number) = values[column] { Int(number) } else { nil }
  }

  public func date(_ column: String) -> CalendarDate? {
    if case .date(let date) = values[column] { date } else { nil }
  }

  public func flag(_ column: String) -> Bool? {
    if case .boolean(let flag) = values[column] { flag } else { nil }
  }
}

extension Value {
  /// A text or choice; of a reference the key; nil for everything else.
  public var plainText: String? {
    switch self {
    case .text(let text): text
    case .reference(let reference): reference.key
    default: nil
    }
  }
}

extension Table {
  /// Rows by the ids of their columns.
  public var records: [Record] { rows.map { Record(columns: columns, row: $0) } }
}

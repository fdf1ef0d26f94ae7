import PluginAPI

/// One row of a query's answer, its values by the ids of their columns.
struct Record {
  private let values: [String: Value]

  init(columns: [Column], row: Table.Row) {
    values = Dictionary(zip(columns.map(\.id), row.values)) { first, _ in first }
  }

  /// A text or choice; of a reference the key.
  func text(_ column: String) -> String? {
    switch values[column] {
    case .text(let text): text
    case .reference(let reference): reference.key
    default: nil
    }
  }

  /// What people call the row that a reference points to.
  func name(_ column: String) -> String? {
    if case .reference(let reference) = values[column] { reference.name ?? reference.key } else { nil }
  }

  /// The several values of a text that holds many.
  func texts(_ column: String) -> [String] {
    (text(column) ?? "").split { "、，,;；".contains($0) }.map { $0.trimmed }
  }

  func integer(_ column: String) -> Int? {
    if case .integer(let number) = values[column] { Int(number) } else { nil }
  }

  func date(_ column: String) -> CalendarDate? {
    if case .date(let date) = values[column] { date } else { nil }
  }

  func flag(_ column: String) -> Bool? {
    if case .boolean(let flag) = values[column] { flag } else { nil }
  }
}

extension Table {
  var records: [Record] { rows.map { Record(columns: columns, row: $0) } }
}

extension StringProtocol {
  /// Without blanks around it.
  var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}

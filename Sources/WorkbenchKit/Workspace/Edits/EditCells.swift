import KitFormats
import KitModel

/// Values as the cells of a workbook show them, and what a cell then reads.
struct EditCells {
  /// The rows that the references of a column may point to, by the column's id.
  let references: [String: ReferenceIndex]

  /// What is written into a cell: numbers and days as such, all else as the text that is read again.
  func written(_ value: Value, in column: EditColumn) -> Value {
    switch value {
    case .null, .integer, .decimal, .real, .date: value
    default: .text(text(value, in: column))
    }
  }

  /// What a cell with a value reads.
  func text(_ value: Value, in column: EditColumn) -> String {
    if case .reference? = column.field?.type {
      switch value {
      case .reference(let reference): return spelling(of: reference.key, in: column)
      case .text(let key): return spelling(of: key, in: column)
      default: break
      }
    }
    return value.spelled
  }

  /// A reference by its name, where that finds it again.
  private func spelling(of key: String, in column: EditColumn) -> String {
    guard let index = references[column.id], let name = index.name(of: key), index.find(name) == .one(key)
    else { return key }
    return name
  }

  /// Whether a cell still reads as a value was written. Figures are compared by their value; in texts a zero in front
  /// and a blank count, and only line breaks are written in several ways.
  func reads(_ text: String, _ value: Value, in column: EditColumn) -> Bool {
    let wanted = self.text(value, in: column)
    if text == wanted { return true }
    // A spreadsheet keeps fifteen digits of a double.
    if case .real(let number) = value, let found = Double(text) {
      return abs(found - number) <= abs(number) * 1e-14
    }
    if column.field?.type.isNumeric == true, let left = ExactDecimal(text), let right = ExactDecimal(wanted) {
      return left == right
    }
    return Self.plain(text) == Self.plain(wanted)
  }

  /// What a cell holds at most, in UTF-16 units.
  private static let limit = 32_767

  /// Whether a value is longer than a cell takes: it would come back cut or empty.
  func isTooLong(_ value: Value, in column: EditColumn) -> Bool {
    guard case .text(let text) = value else { return false }
    return text.utf16.count > Self.limit
  }

  static func plain(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed
  }

  /// A text as a message shows it; an empty one is said to be.
  static func shown(_ text: String) -> String { text.isEmpty ? "—" : text }
}

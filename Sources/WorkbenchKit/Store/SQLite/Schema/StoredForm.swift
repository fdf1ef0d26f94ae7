import KitModel
import KitQuery

/// How a column is kept: several types of the language share one form, and no conversion is needed among them.
enum StoredForm: Hashable {
  /// text, choice, file
  case text
  case reference
  case date
  case period
  case time
  /// integer, decimal, percent: the number times 10 to the power of the scale.
  case scaled(Int)
  case real
  case boolean

  init(_ type: DataType) {
    self =
      switch type {
      case .text, .choice, .file, .null: .text
      case .reference: .reference
      case .date: .date
      case .period: .period
      case .time: .time
      case .integer, .decimal, .percent: .scaled(type.scale ?? 0)
      case .duration: .scaled(0)
      case .real, .realPercent: .real
      case .boolean: .boolean
      }
  }

  /// The name under which `_column` keeps it.
  var name: String {
    switch self {
    case .text: "text"
    case .reference: "reference"
    case .date: "date"
    case .period: "period"
    case .time: "time"
    case .scaled(let scale): "scaled(\(scale))"
    case .real: "real"
    case .boolean: "boolean"
    }
  }

  init?(name: String) {
    let plain: [StoredForm] = [.text, .reference, .date, .period, .time, .real, .boolean]
    if let form = plain.first(where: { $0.name == name }) {
      self = form
    } else if name.hasPrefix("scaled("), let scale = Int(name.dropFirst(7).dropLast()) {
      self = .scaled(scale)
    } else {
      return nil
    }
  }

  /// The type of the column in SQL.
  var sqlType: String {
    switch cellKind {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text, .null: "TEXT"
    }
  }

  /// The kind of the cells that fill it.
  var cellKind: RowBuffer.Kind {
    switch self {
    case .text, .reference, .date, .period, .time: .text
    case .scaled, .boolean: .integer
    case .real: .real
    }
  }
}

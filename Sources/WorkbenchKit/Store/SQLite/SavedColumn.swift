import FoundationEssentials
import KitModel

/// A column of a saved table as it is kept, in JSON.
struct SavedColumn: Codable {
  var id: String
  var zh: String
  var en: String
  var type: String
  /// Precision and scale of a number, or the scale of a share.
  var digits: [Int]?
  /// The choices, the entity referred to, or the kind of period.
  var words: [String]?
  var sensitive: Bool?
  var restrictionZh: String?
  var restrictionEn: String?

  static func encoded(_ columns: [Column]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(columns.map(SavedColumn.init)), as: UTF8.self)
  }

  static func decoded(_ text: String) throws -> [Column] {
    try JSONDecoder().decode([SavedColumn].self, from: Data(text.utf8)).map(\.column)
  }

  init(_ column: Column) {
    id = column.id
    zh = column.label.zh
    en = column.label.en
    sensitive = column.isSensitive ? true : nil
    restrictionZh = column.restriction?.zh
    restrictionEn = column.restriction?.en
    type = column.type.name(.en)
    switch column.type {
    case .decimal(let precision, let scale): digits = [precision, scale]
    case .percent(let scale): digits = [scale]
    case .choice(let choices): words = choices
    case .reference(let entity): words = [entity]
    case .period(let kind): words = kind.map { [$0.rawValue] }
    case .realPercent: type = "real percent"
    case .duration(let unit): words = [unit == .days ? "days" : "months"]
    default: break
    }
  }

  var column: Column {
    Column(
      id: id, label: Label(zh: zh, en: en), type: dataType, isSensitive: sensitive ?? false,
      restriction: restrictionZh.map { Label(zh: $0, en: restrictionEn ?? $0) })
  }

  private var dataType: DataType {
    let first = digits?.first ?? 0
    return switch type {
    case "integer": .integer
    case "decimal": .decimal(precision: first, scale: digits?.last ?? 0)
    case "real": .real
    case "percent": .percent(scale: first)
    case "real percent": .realPercent
    case "boolean": .boolean
    case "date": .date
    case "period": .period(words?.first.flatMap(Period.Kind.init))
    case "time": .time
    case "duration": .duration(words?.first == "months" ? .months : .days)
    case "choice": .choice(words ?? [])
    case "ref": .reference(words?.first ?? "")
    case "file": .file
    default: .text
    }
  }
}

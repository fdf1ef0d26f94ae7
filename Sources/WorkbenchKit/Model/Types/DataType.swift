/// What a column or an expression holds.
public enum DataType: Hashable, Sendable {
  case text
  case integer
  /// A scaled whole number: `precision` digits in all, `scale` of them behind the point.
  case decimal(precision: Int, scale: Int)
  case real
  /// An exact share: 0.8 is shown as 80%. Kept like a decimal with `scale` places of the share.
  case percent(scale: Int)
  /// A share that came out of a division or a statistic, kept as a double.
  case realPercent
  case boolean
  case date
  /// A period of one kind, or of any kind (nil).
  case period(Period.Kind?)
  case time
  case duration(Duration.Unit)
  /// Text from a closed list.
  case choice([String])
  /// A reference to a row of that entity (`district.school`), by its key.
  case reference(String)
  /// The path of a file below the workspace.
  case file
  /// The literal `null` alone: fits every type.
  case null

  /// Numbers are shown aligned right, added and averaged.
  public var isNumeric: Bool {
    switch self {
    case .integer, .decimal, .real, .percent, .realPercent: true
    default: false
    }
  }

  /// Kept as text in the store and compared with text.
  public var isTextual: Bool {
    switch self {
    case .text, .choice, .file: true
    default: false
    }
  }

  /// Decimal places of an exact type; nil for all others.
  public var scale: Int? {
    switch self {
    case .integer: 0
    case .decimal(_, let scale), .percent(let scale): scale
    default: nil
    }
  }

  /// The word for the type in the language of the user.
  public func name(_ language: UILanguage) -> String {
    let (zh, en): (String, String) =
      switch self {
      case .text: ("文本", "text")
      case .integer: ("整数", "integer")
      case .decimal: ("小数", "decimal")
      case .real: ("实数", "real")
      case .percent, .realPercent: ("百分比", "percent")
      case .boolean: ("是非", "boolean")
      case .date: ("日期", "date")
      case .period: ("周期", "period")
      case .time: ("时刻", "time")
      case .duration: ("时长", "duration")
      case .choice: ("选项", "choice")
      case .reference: ("引用", "ref")
      case .file: ("文件", "file")
      case .null: ("空", "null")
      }
    return language == .zh ? zh : en
  }
}

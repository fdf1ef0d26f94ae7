import KitModel

/// Reads a bare word or a string as a value of the type that the declaration asks for.
public struct ArgumentReader {
  /// The value, or nil when the text is none of that type.
  public static func value(_ text: String, as type: DataType) -> Value? {
    switch type {
    case .text, .file: .text(text)
    case .choice(let choices): choices.first { NameKey($0) == NameKey(text) }.map(Value.text)
    case .reference: text.isEmpty ? nil : .reference(Reference(key: text))
    case .integer: Int64(folded(text)).map(Value.integer)
    case .decimal(_, let scale): ExactDecimal(folded(text))?.rescaled(to: scale).map(Value.decimal)
    case .percent(let scale): percent(folded(text))?.rescaled(to: scale).map(Value.decimal)
    case .real, .realPercent: Double(folded(text)).flatMap { $0.isFinite ? .real($0) : nil }
    case .boolean: boolean(folded(text)).map(Value.boolean)
    case .date: date(folded(text)).map(Value.date)
    case .period(let kind): period(folded(text), kind).map(Value.period)
    case .time: Timestamp(text: folded(text)).map(Value.time)
    case .duration, .null: nil
    }
  }

  /// An exact number with the places that it is written with.
  static func exact(_ text: String) -> ExactDecimal? { ExactDecimal(folded(text)) }

  /// A share with the places that it is written with: `80%`, `0.8`.
  static func share(_ text: String) -> ExactDecimal? { percent(folded(text)) }

  /// Something that would be right, for help.
  static func example(of type: DataType) -> String {
    switch type {
    case .integer: "30"
    case .decimal, .real: "2.5"
    case .percent, .realPercent: "80%"
    case .boolean: "是"
    case .date: "2024-09-01"
    case .period(.year): "2024年"
    case .period(.month): "2024年9月"
    case .period(.schoolYear): "2024-2025学年"
    case .period: "2024秋"
    case .time: "\"2024-09-01 08:30:00\""
    case .choice(let choices): choices.first ?? ""
    default: "\"…\""
    }
  }

  private static func folded(_ text: String) -> String { NameKey(text).description }

  private static func percent(_ text: String) -> ExactDecimal? {
    guard text.hasSuffix("%") else { return ExactDecimal(text) }
    guard let number = ExactDecimal(text.dropLast()), number.scale <= 16 else { return nil }
    return ExactDecimal(units: number.units, scale: number.scale + 2)
  }

  private static func boolean(_ text: String) -> Bool? {
    switch text {
    case "true", "yes", "是": true
    case "false", "no", "否": false
    default: nil
    }
  }

  /// `2024-09-01`, `2024-9-1`, `2024年9月1日`.
  private static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    guard let last = text.last, "日号0123456789".contains(last) else { return nil }
    let parts = text.split(omittingEmptySubsequences: true) { "-年月日号".contains($0) }
      .map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The stored form or the one that is shown.
  private static func period(_ text: String, _ kind: Period.Kind?) -> Period? {
    let bare = text.hasSuffix("学年") ? String(text.dropLast(2)) : text
    var read = Period(stored: bare)
    if read == nil, bare.hasSuffix("年") { read = Period(stored: bare.dropLast()) }
    if read == nil, bare.hasSuffix("月") {
      let parts = bare.dropLast().split(separator: "年").compactMap { Int($0) }
      if parts.count == 2 { read = .month(parts[1], of: parts[0]) }
    }
    guard let read, kind == nil || read.kind == kind else { return nil }
    return read
  }
}

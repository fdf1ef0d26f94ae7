import KitModel

/// Types and values as declarations write them.
package enum DeclaredType {
  /// What may be written for `type:`.
  package static let forms = [
    "text", "integer", "decimal(p,s)", "real", "percent", "percent(s)", "boolean", "date", "period",
    "period(year)", "period(term)", "period(month)", "period(school_year)", "time", "choice", "ref(entity)",
    "file",
  ]

  /// Places of the share that a plain `percent` keeps: 80.25 % exactly.
  private static let percentScale = 4

  /// The type that `text` writes; nil when it writes none.
  package static func parse(_ text: String, choices: [String]) -> DataType? {
    let (name, arguments) = split(text)
    switch (name, arguments.count) {
    case ("text", 0): return .text
    case ("integer", 0): return .integer
    case ("real", 0): return .real
    case ("boolean", 0): return .boolean
    case ("date", 0): return .date
    case ("time", 0): return .time
    case ("file", 0): return .file
    case ("choice", 0): return .choice(choices)
    case ("percent", 0): return .percent(scale: percentScale)
    case ("percent", 1):
      guard let scale = Int(arguments[0]), (0...12).contains(scale) else { return nil }
      return .percent(scale: scale)
    case ("decimal", 2):
      // 18 digits are what a 64-bit whole number always holds.
      guard let precision = Int(arguments[0]), let scale = Int(arguments[1]), (1...18).contains(precision),
        (0...precision).contains(scale)
      else { return nil }
      return .decimal(precision: precision, scale: scale)
    case ("period", 0): return .period(nil)
    case ("period", 1): return Period.Kind(rawValue: arguments[0]).map { .period($0) }
    case ("ref", 1):
      let parts = arguments[0].split(separator: ".", omittingEmptySubsequences: false)
      return (1...2).contains(parts.count) && parts.allSatisfy { EntityReader.isIdentifier(String($0)) }
        ? .reference(arguments[0]) : nil
    default: return nil
    }
  }

  /// A bound or default as written; nil when it is not of the type.
  package static func value(_ text: String, _ type: DataType) -> Value? {
    switch type {
    case .text, .file: return .text(text)
    case .integer: return Int64(text).map { .integer($0) }
    case .real: return Double(text).flatMap { $0.isFinite ? .real($0) : nil }
    case .decimal(_, let scale): return ExactDecimal(text)?.rescaled(to: scale).map { .decimal($0) }
    case .percent(let scale):
      guard text.hasSuffix("%") else { return ExactDecimal(text)?.rescaled(to: scale).map { .decimal($0) } }
      guard let hundredfold = ExactDecimal(text.dropLast()) else { return nil }
      return ExactDecimal(units: hundredfold.units, scale: hundredfold.scale + 2).rescaled(to: scale).map {
        .decimal($0)
      }
    case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
    case .date: return CalendarDate(iso: text).map { .date($0) }
    case .time: return Timestamp(text: text).map { .time($0) }
    case .period(let kind):
      guard let period = Period(stored: text), kind == nil || period.kind == kind else { return nil }
      return .period(period)
    case .choice(let values): return values.contains(text) ? .text(text) : nil
    case .reference: return .reference(Reference(key: text))
    case .realPercent, .duration, .null: return nil
    }
  }

  /// `decimal(12, 2)` → `decimal`, [`12`, `2`].
  private static func split(_ text: String) -> (String, [String]) {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return (text, []) }
    let inner = text[text.index(after: open)...].dropLast()
    let arguments = inner.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.filter { $0 != " " })
    }
    return (String(text[..<open]), arguments)
  }
}

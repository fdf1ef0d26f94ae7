import KitModel
import KitQuery

extension StoredForm {
  /// The value in another form, when nothing of it is lost; else nil.
  func converted(_ value: SQLValue, to form: StoredForm) -> SQLValue? {
    if self == form || value == .null { return value }
    switch (form, value) {
    case (.text, _): return written(value).map(SQLValue.text)
    case (.scaled(let scale), _): return number(value, scale: scale)
    case (.real, .integer(let units)):
      guard case .scaled(let scale) = self, units.magnitude < 1 << 53 else { return nil }
      return .real(ExactDecimal(units: units, scale: scale).real)
    case (.boolean, .integer(let number)):
      return self == .scaled(0) && (0...1).contains(number) ? value : nil
    case (.date, .text(let text)) where self == .text: return CalendarDate(iso: text).map { _ in value }
    case (.period, .text(let text)) where self == .text: return Period(stored: text).map { _ in value }
    case (.time, .text(let text)) where self == .text:
      return Timestamp(text: text)?.text == text ? value : nil
    case (.reference, .text) where self == .text: return value
    default: return nil
    }
  }

  private func number(_ value: SQLValue, scale: Int) -> SQLValue? {
    switch self {
    case .boolean: return scale == 0 ? value : nil
    case .scaled, .real, .text: break
    default: return nil
    }
    guard let written = written(value), let number = ExactDecimal(written)?.rescaled(to: scale) else {
      return nil
    }
    // `007` and `+7` would lose what makes them different from 7.
    if self == .text, written != number.description, written != number.rescaled(to: 0)?.description {
      return nil
    }
    return .integer(number.units)
  }

  /// The text that stands for a value.
  func written(_ value: SQLValue) -> String? {
    switch (self, value) {
    case (.boolean, .integer(let number)): number == 0 ? "否" : "是"
    case (.scaled(let scale), .integer(let units)): ExactDecimal(units: units, scale: scale).description
    case (_, .integer(let number)): String(number)
    case (_, .real(let number)): Self.written(number)
    case (_, .text(let text)): text
    case (_, .null): nil
    }
  }

  /// The shortest decimal text that gives the double back; nil when it needs an exponent.
  private static func written(_ number: Double) -> String? {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = String(number)
    return text.utf8.allSatisfy { $0 < UInt8(ascii: "A") } ? text : nil
  }
}

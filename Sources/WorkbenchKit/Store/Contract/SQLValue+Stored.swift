import KitModel
import KitQuery

/// The form in which values are kept, as `docs/architecture.md` lists it.
extension SQLValue {
  /// The form of a value in a column of `type`; throws what does not fit it exactly.
  package init(stored value: Value, as type: DataType) throws(Diagnostic) {
    let fitted: SQLValue? =
      switch (type, value) {
      case (_, .null): .null
      case (.integer, _), (.decimal, _), (.percent, _): Self.exact(value, scale: type.scale ?? 0)
      case (.real, _), (.realPercent, _): Self.double(value)
      case (.boolean, .boolean(let truth)): .integer(truth ? 1 : 0)
      case (.duration, .duration(let duration)): .integer(Int64(duration.count))
      case (.date, .date(let date)): .text(date.iso)
      case (.period, .period(let period)): .text(period.stored)
      case (.time, .time(let time)): .text(time.text)
      case (.reference, .reference(let reference)): .text(reference.key)
      case (.reference, .text(let text)), (.text, .text(let text)), (.choice, .text(let text)),
        (.file, .text(let text)):
        text.isEmpty ? .null : .text(text)
      default: nil
      }
    guard let fitted else {
      throw Diagnostic(
        StoreMessages.valueDoesNotFit,
        ["value": Self.shown(value), "type": type.name(.zh), "typeEn": type.name(.en)])
    }
    self = fitted
  }

  private static func exact(_ value: Value, scale: Int) -> SQLValue? {
    let number: ExactDecimal? =
      switch value {
      case .integer(let number): ExactDecimal(units: number, scale: 0)
      case .decimal(let number): number
      default: nil
      }
    return number?.rescaled(to: scale).map { .integer($0.units) }
  }

  private static func double(_ value: Value) -> SQLValue? {
    switch value {
    case .real(let number): number.isNaN ? .null : .real(number)
    case .integer(let number): Double(exactly: number).map { .real($0) }
    case .decimal(let number): .real(number.real)
    default: nil
    }
  }

  /// A value as a message shows it.
  package static func shown(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number): String(number)
    case .boolean(let truth): truth ? "是" : "否"
    case .date(let date): date.iso
    case .period(let period): period.label
    case .time(let time): time.text
    case .duration(let duration): String(duration.count)
    case .reference(let reference): reference.key
    }
  }
}

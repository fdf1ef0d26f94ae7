import KitModel

/// The form in which a value is kept, as `docs/architecture.md` lists it.
package enum StoredValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  /// The form of a value that stands by itself: a bound parameter.
  package init(_ value: Value) {
    self =
      switch value {
      case .null: .null
      case .text(let text): .text(text)
      case .integer(let number): .integer(number)
      case .decimal(let number): .integer(number.units)
      case .real(let number): .real(number)
      case .boolean(let truth): .integer(truth ? 1 : 0)
      case .date(let date): .text(date.iso)
      case .period(let period): .text(period.stored)
      case .time(let time): .text(time.text)
      case .duration(let duration): .integer(Int64(duration.count))
      case .reference(let reference): .text(reference.key)
      }
  }

  /// The form of a value in a column of `type`; throws what does not fit it exactly.
  package init(_ value: Value, as type: DataType) throws(Diagnostic) {
    if value.isNull {
      self = .null
      return
    }
    let fitted: StoredValue? =
      switch type {
      case .text, .choice, .file, .reference, .date, .period, .time: Self.textual(value, type)
      case .integer, .decimal, .percent: Self.exact(value, scale: type.scale ?? 0)
      case .real, .realPercent: Self.double(value)
      case .boolean: if case .boolean = value { StoredValue(value) } else { nil }
      case .duration: if case .duration = value { StoredValue(value) } else { nil }
      case .null: nil
      }
    guard let fitted else {
      throw Diagnostic(
        StoreMessages.valueDoesNotFit,
        ["value": Self.shown(value), "type": type.name(.zh), "typeEn": type.name(.en)])
    }
    self = fitted
  }

  private static func textual(_ value: Value, _ type: DataType) -> StoredValue? {
    switch (type, value) {
    case (.date, .date), (.period, .period), (.time, .time), (.reference, .reference): StoredValue(value)
    case (.reference, .text(let key)): .text(key)
    case (.text, .text(let text)), (.choice, .text(let text)), (.file, .text(let text)):
      text.isEmpty ? .null : .text(text)
    default: nil
    }
  }

  private static func exact(_ value: Value, scale: Int) -> StoredValue? {
    let number: ExactDecimal? =
      switch value {
      case .integer(let number): ExactDecimal(units: number, scale: 0)
      case .decimal(let number): number
      default: nil
      }
    return number?.rescaled(to: scale).map { .integer($0.units) }
  }

  private static func double(_ value: Value) -> StoredValue? {
    switch value {
    case .real(let number): number.isNaN ? .null : .real(number)
    case .integer(let number): Double(exactly: number).map { .real($0) }
    case .decimal(let number): .real(number.real)
    default: nil
    }
  }

  /// A value as a message shows it.
  static func shown(_ value: Value) -> String {
    switch value {
    case .decimal(let number): number.description
    case .boolean(let truth): truth ? "是" : "否"
    default:
      switch StoredValue(value) {
      case .null: ""
      case .integer(let number): String(number)
      case .real(let number): String(number)
      case .text(let text): text
      }
    }
  }
}

import KitModel

/// What is put into a cell of a received workbook.
package struct FilledValue: Hashable, Sendable {
  enum Kind: Hashable {
    case number(Double, SheetNumberFormat)
    case text(String)
  }

  let kind: Kind

  package static func text(_ text: String) -> FilledValue { FilledValue(kind: .text(WorkbookTexts.clean(text))) }

  package static func count(_ number: Int) -> FilledValue {
    FilledValue(kind: .number(Double(number), .whole))
  }

  /// A value of a column; nil for one that is missing, whose cell stays empty.
  ///
  /// - Parameter power: The power of ten by which a number is multiplied, since the heading has another unit.
  package static func value(
    _ value: Value, of column: Column, power: Int = 0, _ formatter: ValueFormatter
  ) -> FilledValue? {
    if value.isNull { return nil }
    let isMasked = column.isSensitive && !formatter.revealsSensitive
    guard !isMasked, let number = SheetNumber(value, type: column.type) else {
      return .text(formatter.text(value, of: column))
    }
    if power == 0 { return FilledValue(kind: .number(number.value, number.format)) }
    return FilledValue(kind: .number(moved(value, number.value, power), .general))
  }

  /// The point moved in the digits, since a product of doubles has other last digits.
  private static func moved(_ value: Value, _ number: Double, _ power: Int) -> Double {
    let digits: String? =
      switch value {
      case .integer(let number): String(number)
      case .decimal(let decimal): decimal.description
      default: nil
      }
    return digits.flatMap { Double($0 + "e\(power)") } ?? Double("\(number)e\(power)") ?? number
  }
}

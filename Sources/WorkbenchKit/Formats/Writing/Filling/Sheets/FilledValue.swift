import KitModel

/// What is put into a cell of a received workbook.
package struct FilledValue: Hashable, Sendable {
  enum Kind: Hashable {
    case number(Double, SheetNumberFormat)
    case text(String)
  }

  let kind: Kind
  /// Whether a text was longer than a cell can hold.
  package private(set) var isCut = false

  private init(kind: Kind) { self.kind = kind }

  package static func text(_ text: String) -> FilledValue {
    var texts = WorkbookTexts()
    let fitted = texts.fitted(text, TextShape(text), sheet: "", row: 1, column: 1)
    var value = FilledValue(kind: .text(fitted))
    value.isCut = !texts.remarks.isEmpty
    return value
  }

  /// What is said of texts that were cut; `cell` is the first.
  package static func remark(cut count: Int, cell: String) -> Diagnostic {
    Diagnostic(
      WritingMessages.textCut,
      ["count": String(count), "limit": String(WorkbookTexts.limit), "cell": cell], severity: .warning)
  }

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

  /// Whether a cell that reads so holds it already.
  package func isShown(as text: String) -> Bool {
    switch kind {
    case .number(let number, _): Double(text) == number
    case .text(let own): own == text
    }
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

import KitModel

extension Value {
  /// A bound of a text's length.
  var wholeNumber: Int? { if case .integer(let number) = self { Int(exactly: number) } else { nil } }

  /// A bound in units of `scale`.
  func units(scale: Int) -> Int64? {
    switch self {
    case .integer(let number): ExactDecimal(units: number, scale: 0).rescaled(to: scale)?.units
    case .decimal(let number): number.rescaled(to: scale)?.units
    default: nil
    }
  }

  var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number.real
    case .real(let number): number
    default: nil
    }
  }

  /// The stored text of a bound of dates and periods.
  var storedText: String? {
    switch self {
    case .date(let date): date.iso
    case .period(let period): period.stored
    case .text(let text): text
    default: nil
    }
  }

  /// As written in a message.
  var spelled: String {
    switch self {
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .real(let number): Int64(exactly: number).map { String($0) } ?? String(number)
    case .boolean(let truth): truth ? "是" : "否"
    case .period(let period): period.label
    case .time(let time): time.text
    case .reference(let reference): reference.name ?? reference.key
    default: storedText ?? ""
    }
  }
}

extension FieldDeclaration {
  /// What is said when a value lies beyond the bounds that the field has.
  var rangeMessage: Message {
    switch (minimum, maximum) {
    case (.some, .some): CellMessages.outOfRange
    case (.some, nil): CellMessages.tooSmall
    default: CellMessages.tooLarge
    }
  }

  var rangeArguments: [String: String] {
    ["min": minimum?.spelled ?? "", "max": maximum?.spelled ?? ""]
  }
}

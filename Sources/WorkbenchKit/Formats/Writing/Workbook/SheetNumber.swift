import KitModel

/// How a number of a sheet is shown.
enum SheetNumberFormat: Hashable {
  case general, whole, percent, hundredths, date, time, text
  case decimals(Int)

  /// The format code of the file.
  var code: String {
    switch self {
    case .general: "General"
    case .whole: "0"
    case .percent: "0%"
    case .hundredths: "0.00%"
    case .date: "yyyy-mm-dd"
    case .time: "yyyy-mm-dd hh:mm:ss"
    case .text: "@"
    case .decimals(let places): "0." + String(repeating: "0", count: places)
    }
  }
}

/// A value as a cell can hold it as a number.
struct SheetNumber {
  /// Numbers up to this many digits come back from a spreadsheet as they went in.
  private static let digits: UInt64 = 999_999_999_999_999

  let value: Double
  let format: SheetNumberFormat
  /// Columns that it takes.
  let width: Int

  /// Nil for what is written as text: texts and words, numbers beyond 15 digits, and dates before March 1900,
  /// which spreadsheets count wrong.
  init?(_ value: Value, type: DataType) {
    switch value {
    case .integer(let number):
      guard number.magnitude <= Self.digits else { return nil }
      (self.value, format, width) = (Double(number), .whole, Self.width(number))
    case .decimal(let number):
      guard number.units.magnitude <= Self.digits else { return nil }
      self.value = number.real
      if case .percent(let scale) = type {
        (format, width) = (scale > 2 ? .hundredths : .percent, 8)
      } else {
        format = number.scale == 0 ? .whole : .decimals(number.scale)
        width = max(Self.width(number.units), number.scale + 1) + (number.scale > 0 ? 1 : 0)
      }
    case .real(let number):
      guard number.isFinite else { return nil }
      (self.value, format, width) = (number, type == .realPercent ? .hundredths : .general, 10)
    case .date(let date):
      guard let serial = Self.serial(date) else { return nil }
      (self.value, format, width) = (serial, .date, 10)
    case .time(let time):
      guard let serial = time.day.flatMap(Self.serial) else { return nil }
      let second = ((time.seconds + Int64(time.offset)) % 86_400 + 86_400) % 86_400
      (self.value, format, width) = (serial + Double(second) / 86_400, .time, 19)
    default: return nil
    }
  }

  /// A count, such as 序号.
  init(_ count: Int) { (value, format, width) = (Double(count), .whole, 4) }

  private static func serial(_ date: CalendarDate) -> Double? {
    let serial = date.ordinal + 25_569
    return serial > 60 ? Double(serial) : nil
  }

  private static func width(_ number: Int64) -> Int {
    var rest = number.magnitude
    var width = number < 0 ? 2 : 1
    while rest >= 10 {
      rest /= 10
      width += 1
    }
    return width
  }
}

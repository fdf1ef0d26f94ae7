import KitFormats
import KitModel

/// Dates, stored as `2024-09-01`.
final class DateCellReader: CellReader {
  private let minimum: String?
  private let maximum: String?
  private let bounds: (minimum: [UInt8], maximum: [UInt8])

  override init(_ field: FieldDeclaration, tally: NormalisationTally) {
    minimum = field.minimum?.storedText
    maximum = field.maximum?.storedText
    bounds = (Array((minimum ?? "").utf8), Array((maximum ?? "").utf8))
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    if Self.isPlain(text.bytes) {
      // Bounds are written in the same ten bytes, and so compared as they stand.
      if Self.isOrdered(bounds.minimum, text.bytes) && Self.isOrdered(text.bytes, bounds.maximum) {
        return .value(.utf8(text.bytes))
      }
      return ranged(text.string, text)
    }
    if kind == .number {
      guard let serial = NumberText(plain: text.bytes), !serial.isNegative, serial.places == 0,
        serial.digits > 10_000, serial.digits < 100_000, let date = DateText.day(serial: Int(serial.digits))
      else { return written(text, kind) }
      tally.add(.serialDate)
      return ranged(date.iso, text)
    }
    return written(text, kind)
  }

  private func written(_ text: CellText, _ kind: RowBatch.Kind) -> CellResult {
    let folded = text.folded
    if isDash(folded) { return dash() }
    switch DateText.read(folded) {
    case .date(let date):
      let hasTime = folded.utf8.contains(0x3A) && !folded.hasSuffix("00:00:00")
      tally.add(hasTime ? .timeDropped : .date)
      return ranged(date.iso, text)
    case .impossible(let year, let month, let day):
      return fault(
        CellMessages.noSuchDay, text,
        ["year": String(year), "month": String(month), "day": String(day)])
    case .other: return fault(CellMessages.notDate, text)
    }
  }

  private func ranged(_ iso: String, _ text: CellText) -> CellResult {
    if let minimum, iso < minimum { return fault(field.rangeMessage, text, field.rangeArguments) }
    if let maximum, iso > maximum { return fault(field.rangeMessage, text, field.rangeArguments) }
    return lent(iso)
  }

  /// Whether a day is not after another; a bound that is not there has no bytes.
  private static func isOrdered(
    _ first: some RandomAccessCollection<UInt8>, _ second: some RandomAccessCollection<UInt8>
  )
    -> Bool
  {
    guard first.count == second.count else { return true }
    for (left, right) in zip(first, second) where left != right { return left < right }
    return true
  }

  /// `2024-09-01`, a day that exists.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let byte = bytes[index]
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value &* 10 &+ Int(byte &- 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), year > 0,
      (1...12).contains(month)
    else { return false }
    return day > 0 && (day <= 28 || day <= CalendarDate.daysIn(month: month, year: year))
  }
}

/// Moments, stored as `2024-11-23 17:05:09`.
final class TimeCellReader: CellReader {
  override func read(_ text: CellText, kind: RowBatch.Kind) -> CellResult {
    let folded = text.folded
    if isDash(folded) { return dash() }
    guard case .date(let day) = DateText.read(folded) else { return fault(CellMessages.notTime, text) }
    var clock = "00:00:00"
    if let blank = folded.firstIndex(where: { $0 == " " || $0 == "T" }) {
      let parts = folded[folded.index(after: blank)...].split(separator: ":").map { part in
        part.count == 1 ? "0" + part : String(part)
      }
      clock = (parts + ["00"]).prefix(3).joined(separator: ":")
    }
    guard let time = Timestamp(text: day.iso + " " + clock) else { return fault(CellMessages.notTime, text) }
    if time.text != folded { tally.add(.date) }
    return lent(time.text)
  }
}

/// Periods, stored as `2024`, `2024秋`, `2024-09`, `2024-2025`.
final class PeriodCellReader: CellReader {
  private let kind: Period.Kind?

  init(_ field: FieldDeclaration, kind: Period.Kind?, tally: NormalisationTally) {
    self.kind = kind
    super.init(field, tally: tally)
  }

  override func read(_ text: CellText, kind cell: RowBatch.Kind) -> CellResult {
    let folded = text.folded
    if isDash(folded) { return dash() }
    let period =
      cell == .date && kind == .month
      ? CalendarDate(iso: folded.prefix(10)).flatMap { .month($0.month, of: $0.year) }
      : DateText.period(folded, kind: kind)
    guard let period else {
      return fault(
        CellMessages.notPeriod, text, ["forms": forms, "formsEn": forms.replacing("、", with: ", ")])
    }
    if period.stored != folded && period.label != folded { tally.add(.period) }
    return lent(period.stored)
  }

  private var forms: String {
    switch kind {
    case .year: "2024年"
    case .term: "2024秋、2024-2025学年第一学期"
    case .month: "2024年9月"
    case .schoolYear: "2024-2025学年"
    case nil: "2024年、2024秋、2024年9月、2024-2025学年"
    }
  }
}

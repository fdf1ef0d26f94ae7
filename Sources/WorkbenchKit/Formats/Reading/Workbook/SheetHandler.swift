import Glibc
import KitModel

/// Makes rows of a sheet's elements. What is read goes into `batch`; what is wrong into `fault`, after which
/// nothing more is read.
final class SheetHandler: XMLHandler {
  var batch = RowBatch()
  private(set) var fault: Diagnostic?

  private let place: (file: String, sheet: String, part: String)
  private let texts: SharedTexts
  private let styles: CellStyles
  private let dates: SerialDate

  /// The row that is being read, and the last one.
  private var row = 0
  private var rowIsHidden = false
  private var isInRow = false
  /// The column of the cell that is being read, and of the last one.
  private var column = -1
  private var style = 0
  private var type = CellType.number
  private var capture = Capture.nothing
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var hasValue = false
  private var hasFormula = false
  private var phonetic = 0

  private enum CellType { case number, shared, inline, formulaText, boolean, error, date }
  private enum Capture { case nothing, value, formula }

  init(
    place: (file: String, sheet: String, part: String), texts: SharedTexts, styles: CellStyles,
    dates: SerialDate
  ) {
    self.place = place
    self.texts = texts
    self.styles = styles
    self.dates = dates
  }

  // MARK: Elements

  func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes) {
    guard fault == nil else { return }
    // The names that come by the million have one letter.
    if name[1] == 0 {
      switch name[0] {
      case UInt8(ascii: "c"): startCell(attributes)
      case UInt8(ascii: "v"):
        capture = .value
        hasValue = true
      case UInt8(ascii: "f"):
        capture = .formula
        hasFormula = true
      case UInt8(ascii: "t") where type == .inline && phonetic == 0:
        capture = .value
        hasValue = true
      default: break
      }
    } else if XMLName.equals(name, "row") {
      startRow(attributes)
    } else if XMLName.equals(name, "rPh") {
      phonetic += 1
    }
  }

  func end(_ name: UnsafePointer<UInt8>) {
    guard fault == nil else { return }
    if name[1] == 0 {
      switch name[0] {
      case UInt8(ascii: "c"): endCell()
      case UInt8(ascii: "v"), UInt8(ascii: "f"), UInt8(ascii: "t"): capture = .nothing
      default: break
      }
    } else if XMLName.equals(name, "row") {
      endRow()
    } else if XMLName.equals(name, "rPh") {
      phonetic -= 1
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch capture {
    case .nothing: break
    case .value: value.append(contentsOf: bytes)
    case .formula: formula.append(contentsOf: bytes)
    }
  }

  // MARK: Rows

  private func startRow(_ attributes: XMLAttributes) {
    var number = row + 1
    rowIsHidden = false
    attributes.forEach { name, value in
      if name[0] == UInt8(ascii: "r") && name[1] == 0 {
        number = Self.integer(value) ?? 0
      } else if XMLName.equals(name, "hidden") {
        rowIsHidden = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
      }
    }
    guard number > row, number <= CellPlace.lastRow else { return fail(found: String(number)) }
    row = number
    column = -1
    isInRow = true
  }

  private func endRow() {
    isInRow = false
    guard batch.cells.count > batch.rowStarts[batch.rowStarts.count - 1] else { return }
    if rowIsHidden { batch.hiddenRows.append(batch.rowCount) }
    batch.endRow(number: row)
  }

  // MARK: Cells

  private func startCell(_ attributes: XMLAttributes) {
    guard isInRow else { return }
    var next = column + 1
    var isPlaced = true
    type = .number
    style = 0
    attributes.forEach { name, value in
      guard name[1] == 0 else { return }
      switch name[0] {
      case UInt8(ascii: "r"):
        guard let found = CellPlace.parse(value), found.row == row, found.column >= next else {
          isPlaced = false
          return fail(found: String(decoding: value, as: UTF8.self))
        }
        next = found.column
      case UInt8(ascii: "s"): style = Self.integer(value) ?? 0
      case UInt8(ascii: "t"): type = Self.type(value)
      default: break
      }
    }
    guard isPlaced, next <= CellPlace.lastColumn else {
      if fault == nil { fail(found: String(next)) }
      return
    }
    column = next
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    hasValue = false
    hasFormula = false
  }

  private func endCell() {
    guard isInRow else { return }
    let start = batch.bytes.count
    if value.isEmpty {
      // Programs that do not calculate write a formula with an empty value; an empty text is said to be one.
      guard hasFormula, !(hasValue && type == .formulaText) else { return }
      batch.bytes.append(UInt8(ascii: "="))
      batch.bytes.append(contentsOf: formula)
      return append(.uncalculated, from: start)
    }
    switch type {
    case .shared:
      guard let index = value.withUnsafeBufferPointer({ Self.integer($0) }), let range = texts.range(index)
      else { return failSharedText() }
      if range.isEmpty { return }
      batch.bytes.append(contentsOf: texts.bytes[range])
      append(.text, from: start)
    case .inline, .formulaText:
      batch.bytes.append(contentsOf: value)
      EscapedText.decode(&batch.bytes, from: start)
      append(.text, from: start)
    case .boolean:
      batch.bytes.append(contentsOf: (value == [49] || value == Array("true".utf8) ? "TRUE" : "FALSE").utf8)
      append(.boolean, from: start)
    case .error:
      batch.bytes.append(contentsOf: value)
      append(.error, from: start)
    case .date: appendISODate(from: start)
    case .number: appendNumber(from: start)
    }
  }

  private func append(_ kind: RowBatch.Kind, from start: Int) {
    batch.cells.append(
      .init(
        offset: start, length: batch.bytes.count - start, column: column, kind: kind,
        format: UInt16(truncatingIfNeeded: max(0, min(style, 65_535)))))
  }

  private func appendNumber(from start: Int) {
    let format = styles.format(style)
    var kind = RowBatch.Kind.number
    switch format {
    case .general: break
    case .percent: kind = .percent
    case .zeros(let count): appendZeros(count)
    case .date(let hasDay, let hasTime):
      let serial = serial
      if serial.isFinite && dates.append(serial, hasDay: hasDay, hasTime: hasTime, to: &batch.bytes) {
        return append(.date, from: start)
      }
    case .elapsed:
      if SerialDate.appendElapsed(serial, to: &batch.bytes) { return append(.date, from: start) }
    }
    let isNumber = value.withUnsafeBufferPointer { NumberText.append($0, to: &batch.bytes) }
    guard isNumber else {
      batch.bytes.removeLast(batch.bytes.count - start)
      batch.bytes.append(contentsOf: value)
      return append(.error, from: start)
    }
    append(kind, from: start)
  }

  /// A whole number without sign that is shorter than its format asks for.
  private func appendZeros(_ count: Int) {
    guard value.count < count, value.allSatisfy({ $0 &- 48 < 10 }) else { return }
    batch.bytes.append(contentsOf: repeatElement(48, count: count - value.count))
  }

  /// The value as a double; not a number if it is none.
  private var serial: Double {
    if value.count <= 7, let days = value.withUnsafeBufferPointer({ Self.integer($0) }) {
      return Double(days)
    }
    return Double(String(decoding: value, as: UTF8.self)) ?? .nan
  }

  /// `2024-09-01T08:30:00` and its shorter forms.
  private func appendISODate(from start: Int) {
    var text = String(decoding: value, as: UTF8.self).replacing("T", with: " ")
    if text.hasSuffix("Z") { text.removeLast() }
    let parts = text.split(separator: " ")
    var clock = parts.count == 2 ? parts[1].prefix { $0 != "." } : ""
    if clock == "00:00:00" { clock = "" }
    let isDate = parts.first.map { CalendarDate(iso: $0) != nil } ?? false
    guard isDate, let day = parts.first else {
      batch.bytes.append(contentsOf: value)
      return append(.error, from: start)
    }
    batch.bytes.append(contentsOf: (clock.isEmpty ? String(day) : "\(day) \(clock)").utf8)
    append(.date, from: start)
  }

  // MARK: Parts

  private static func type(_ text: UnsafeBufferPointer<UInt8>) -> CellType {
    guard let first = text.first else { return .number }
    switch (first, text.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "s"), _): return .formulaText
    case (UInt8(ascii: "i"), _): return .inline
    case (UInt8(ascii: "b"), _): return .boolean
    case (UInt8(ascii: "e"), _): return .error
    case (UInt8(ascii: "d"), _): return .date
    default: return .number
    }
  }

  @inline(__always)
  private static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 9 else { return nil }
    var number = 0
    for byte in text {
      let digit = byte &- 48
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  private func fail(found: String) {
    fault = Diagnostic(
      WorkbookMessages.badCell, ["file": place.file, "part": place.part, "found": found],
      in: Location(file: place.file, sheet: place.sheet))
  }

  private func failSharedText() {
    let location = Location(file: place.file, sheet: place.sheet, row: row, column: column + 1)
    fault = Diagnostic(
      WorkbookMessages.badSharedText,
      [
        "file": place.file, "sheet": place.sheet, "cell": location.cell ?? "",
        "found": String(decoding: value, as: UTF8.self),
      ], in: location)
  }
}

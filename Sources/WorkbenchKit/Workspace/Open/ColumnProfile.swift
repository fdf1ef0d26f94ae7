import KitFormats
import KitModel

/// What all values of a column have in common: the types that none of them has ruled out yet.
///
/// Every value of a file is looked at, never a sample: one code with a leading zero in row 999,000 makes the
/// column text.
struct ColumnProfile {
  /// Types not ruled out.
  private var possible: Set8 = .all
  private var hasValue = false
  private var wholeDigits = 0
  private var places = 0
  private var digits = 0

  /// A small set of types, as bits.
  struct Set8: OptionSet {
    let rawValue: UInt8
    static let integer = Set8(rawValue: 1)
    static let number = Set8(rawValue: 2)
    static let percent = Set8(rawValue: 4)
    static let boolean = Set8(rawValue: 8)
    static let date = Set8(rawValue: 16)
    static let all = Set8(rawValue: 31)
  }

  @inline(__always)
  mutating func add(_ raw: UnsafeBufferPointer<UInt8>, kind: RowBatch.Kind) {
    let text = CellText(raw)
    if text.isEmpty || kind == .error || kind == .uncalculated { return }
    hasValue = true
    if possible.isEmpty { return }
    if kind == .text || kind == .number, text.isASCII, let number = NumberText(plain: text.bytes) {
      take(number, text)
    } else {
      addOther(text, kind)
    }
  }

  /// A plain number. What would not print back as it was written (leading zeros, a plus) is text.
  @inline(__always)
  private mutating func take(_ number: NumberText, _ text: CellText) {
    let first = text.bytes[0]
    let start = first == 0x2D ? 1 : 0
    let length = text.bytes.count - start - (number.places > 0 ? number.places + 1 : 0)
    if first == 0x2B || length > 1 && text.bytes[start] == 0x30 || length + number.places > 18 {
      possible = []
      return
    }
    possible.formIntersection(number.places == 0 ? [.integer, .number] : [.number])
    note(whole: length, places: number.places)
  }

  private mutating func note(whole: Int, places newPlaces: Int) {
    wholeDigits = max(wholeDigits, whole)
    places = max(places, newPlaces)
    digits = max(digits, whole + newPlaces)
  }

  private mutating func addOther(_ text: CellText, _ kind: RowBatch.Kind) {
    let folded = text.folded
    // A dash in a column of numbers or dates says that there is nothing.
    if folded.isEmpty || ["-", "—", "——", "/"].contains(folded) { return }
    switch kind {
    case .percent:
      possible.formIntersection(.percent)
      places = max(places, NumberText(folded: folded)?.places ?? 0)
    case .boolean: possible.formIntersection(.boolean)
    case .date: possible.formIntersection(DateText.isDate(folded) ? .date : [])
    default: addWritten(folded)
    }
  }

  private mutating func addWritten(_ folded: String) {
    if let number = NumberText(folded: folded), number.isAlone || number.rest(of: folded) == "%" {
      let whole = String(number.digits).utf8.count - number.places
      if number.isAlone {
        // 0012 written in full-width digits is a code as well.
        let isCode = folded.utf8.count > 1 && folded.utf8.first == 0x30 && number.places == 0
        possible.formIntersection(isCode ? [] : number.places == 0 ? [.integer, .number] : .number)
        note(whole: max(1, whole), places: number.places)
      } else {
        possible.formIntersection(.percent)
        places = max(places, number.places + 2)
      }
    } else if DateText.isDate(folded) {
      possible.formIntersection(.date)
    } else {
      possible.formIntersection(Self.ticks.contains(MatchKey(folded).text) ? .boolean : [])
    }
  }

  private static let ticks: Set<String> = ["是", "否", "√", "×", "✓", "✗", "true", "false", "y", "n"]

  /// Whether no value said anything of the type: cells that are empty or hold a dash.
  var isOpen: Bool { !hasValue || possible == .all }

  /// The narrowest type that holds every value exactly.
  var type: DataType {
    guard !isOpen, !possible.isEmpty else { return .text }
    if possible.contains(.integer) { return .integer }
    if possible.contains(.number) {
      // A million values of twelve digits still have an exact sum in 64 bits.
      if digits <= 12 && places <= 4 { return .decimal(precision: 18, scale: places) }
      return digits <= 15 ? .real : .text
    }
    if possible.contains(.percent) { return places <= 6 ? .percent(scale: max(2, places)) : .realPercent }
    return possible.contains(.boolean) ? .boolean : .date
  }
}

import KitModel

/// Numbers by a pattern as spreadsheets have it: `0.00`, `#,##0`, `0000`, `0.0%`; text around stays.
struct NumberFormat {
  private var before = ""
  private var after = ""
  private var leastWhole = 0
  private var places = 0
  private var leastPlaces = 0
  private var isGrouped = false
  private var isPercent = false

  init(_ pattern: String) {
    let digits: Set<Character> = ["0", "#", ",", "."]
    let characters = Array(pattern)
    let first = characters.firstIndex { digits.contains($0) } ?? characters.count
    let last = (characters.lastIndex { digits.contains($0) } ?? first - 1) + 1
    before = String(characters[..<first])
    after = last < characters.count ? String(characters[last...]) : ""
    isPercent = after.hasPrefix("%")
    let halves = characters[first..<max(first, last)].split(separator: ".", omittingEmptySubsequences: false)
    let whole = halves.first ?? []
    leastWhole = whole.filter { $0 == "0" }.count
    isGrouped = whole.contains(",")
    if halves.count > 1 {
      places = halves[1].count
      leastPlaces = halves[1].filter { $0 == "0" }.count
    }
  }

  func text(_ number: ExactDecimal) -> String { text(DecimalText(number)) }

  func text(_ number: Double) -> String? { DecimalText(number).map(text) }

  private func text(_ number: DecimalText) -> String {
    decorated((isPercent ? number.shifted(by: 2) : number).rounded(to: places).plain(places: places))
  }

  private func decorated(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts.first ?? "0")
    if whole == "0" && leastWhole == 0 { whole = "" }
    whole = String(repeating: "0", count: max(0, leastWhole - whole.count)) + whole
    if isGrouped { whole = Self.grouped(whole) }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count > leastPlaces, fraction.hasSuffix("0") { fraction.removeLast() }
    return before + (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction) + after
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// Units of a share as percent: 8250 at scale 4 is `82.5%`.
  static func percent(units: Int64, scale: Int) -> String {
    DecimalText(ExactDecimal(units: units, scale: scale)).shifted(by: 2).plain() + "%"
  }

  /// The shortest text that reads back as the same double, without `.0`.
  static func shortest(_ number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    return number.description
  }
}

/// Dates by a pattern: yyyy, yy, MM, M, dd, d; other characters stand for themselves (`yyyy年M月d日`).
enum DateFormat {
  static func text(_ date: CalendarDate, _ pattern: String) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let years = date.iso.prefix(4)
    var result = ""
    var rest = pattern[...]
    let fields: [(String, String)] = [
      ("yyyy", String(years)), ("yy", String(years.suffix(2))), ("MM", two(date.month)),
      ("M", String(date.month)),
      ("dd", two(date.day)), ("d", String(date.day)),
    ]
    scan: while let next = rest.first {
      for (name, value) in fields where rest.hasPrefix(name) {
        result += value
        rest = rest.dropFirst(name.count)
        continue scan
      }
      result.append(next)
      rest = rest.dropFirst()
    }
    return result
  }
}

import KitModel

/// A number as its decimal digits: `digits` × 10^`exponent`. What rounding and formats go by, since people
/// round what they read: 2.675 is 2.68, though the double lies a little below.
struct DecimalText {
  private var isNegative: Bool
  /// Values 0 to 9, the first not 0; empty for zero.
  private var digits: [UInt8]
  private var exponent: Int

  /// The shortest text that reads back as the same double; nil for what is no number.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    // Swift writes the shortest digits, as `0.00012`, `1.2e-05` or `1e+16`.
    let parts = number.magnitude.description.split(separator: "e")
    guard let mantissa = parts.first else { return nil }
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? halves[1] : ""
    digits = (String(halves[0]) + fraction).utf8.map { $0 - 48 }
    exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
    isNegative = number < 0
    trim()
  }

  init(_ number: ExactDecimal) {
    digits = String(number.units.magnitude).utf8.map { $0 - 48 }
    exponent = -number.scale
    isNegative = number.units < 0
    trim()
  }

  private mutating func trim() {
    digits = Array(digits.drop { $0 == 0 })
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }

  /// The number times 10 to the power of `places`.
  func shifted(by places: Int) -> DecimalText {
    var result = self
    if !digits.isEmpty { result.exponent += places }
    return result
  }

  /// Rounded half away from zero to `places` decimal places; negative places are those before the point.
  func rounded(to places: Int) -> DecimalText {
    // No double has a digit beyond these, so a larger wish changes nothing.
    let places = max(-400, min(400, places))
    let kept = digits.count + exponent + places
    guard kept < digits.count else { return self }
    var result = self
    result.digits = kept >= 0 ? Array(digits[..<kept]) : []
    result.exponent = -places
    if kept >= 0, digits[kept] >= 5 { result.addOne() }
    result.trim()
    return result
  }

  private mutating func addOne() {
    for place in digits.indices.reversed() {
      if digits[place] < 9 {
        digits[place] += 1
        return
      }
      digits[place] = 0
    }
    digits.insert(1, at: 0)
  }

  /// The nearest double.
  var real: Double {
    guard !digits.isEmpty else { return 0 }
    let written = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    return Double((isNegative ? "-" : "") + written + "e" + String(exponent)) ?? 0
  }

  /// Written out without an exponent, with at least `places` decimal places: `-0.0000012`.
  func plain(places: Int = 0) -> String {
    let scale = max(0, -exponent)
    var written = String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    if exponent > 0 { written += String(repeating: "0", count: exponent) }
    written = String(repeating: "0", count: max(0, scale + 1 - written.utf8.count)) + written
    let fraction = String(written.suffix(scale))
    let filled = fraction + String(repeating: "0", count: max(0, places - scale))
    return (isNegative ? "-" : "") + written.dropLast(scale) + (filled.isEmpty ? "" : "." + filled)
  }
}

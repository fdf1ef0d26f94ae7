/// Decimal text of doubles: rounding works on the shortest text that gives the double back, as people do it
/// (2.675 is 2.68), not on its binary value.
package enum RealText {
  /// For people: 4 decimals, below 0.1 the first 4 digits; whole numbers without a point.
  package static func display(_ number: Double) -> String {
    guard number.isFinite else { return plain(number) }
    let size = abs(number)
    guard size > 0, size < 0.1 else { return rounded(number, places: 4) }
    let text = rounded(number, places: min(4 + leadingZeros(plain(size)), 18))
    return text == "0" || text == "-0" ? number.description : text
  }

  /// Rounded half away from zero to `places` decimals, zeros at the end dropped.
  package static func rounded(_ number: Double, places: Int) -> String {
    let text = plain(number)
    guard let point = text.firstIndex(of: ".") else { return text }
    var digits = Array(text[..<point].utf8)
    let decimals = Array(text[text.index(after: point)...].utf8)
    guard decimals.count > places else { return withoutTrailingZeros(text) }
    let wholeCount = digits.count
    digits += decimals.prefix(places)
    if decimals[places] >= 53 { carry(into: &digits) }
    let split = digits.count - places
    let result = digits[..<max(split, wholeCount)] + [46] + digits[split...]
    let shown = withoutTrailingZeros(String(decoding: result, as: UTF8.self))
    return shown == "-0" ? "0" : shown
  }

  /// The shortest decimal text that gives the double back, never with an exponent; `nan`, `inf` as they are.
  package static func plain(_ number: Double) -> String {
    let text = number.description
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    guard let exponent = Int(text[text.index(after: mark)...]) else { return text }
    return shifted(mantissa: text[..<mark], by: exponent)
  }

  /// `1.25`, 3 → `1250`; `-1.5`, -2 → `-0.015`.
  package static func shifted(mantissa: Substring, by exponent: Int) -> String {
    let sign = mantissa.hasPrefix("-") ? "-" : ""
    let unsigned = mantissa.drop { $0 == "-" || $0 == "+" }
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(parts.first ?? "")
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    var point = digits.count + exponent
    digits += decimals
    if point <= 0 {
      digits = String(repeating: "0", count: 1 - point) + digits
      point = 1
    }
    if point >= digits.count {
      return sign + trimmedLead(digits + String(repeating: "0", count: point - digits.count))
    }
    let cut = digits.index(digits.startIndex, offsetBy: point)
    return sign + trimmedLead(withoutTrailingZeros(digits[..<cut] + "." + digits[cut...]))
  }

  /// `80.50` → `80.5`, `80.00` → `80`; texts without a point stay.
  package static func withoutTrailingZeros(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(46) else { return String(text) }
    var rest = Substring(text)
    while rest.last == "0" { rest = rest.dropLast() }
    if rest.last == "." { rest = rest.dropLast() }
    return String(rest)
  }

  private static func trimmedLead(_ digits: String) -> String {
    var rest = digits[...]
    while rest.count > 1, rest.first == "0", rest.dropFirst().first != "." { rest = rest.dropFirst() }
    return String(rest)
  }

  private static func leadingZeros(_ plain: String) -> Int {
    guard let point = plain.firstIndex(of: ".") else { return 0 }
    return plain[plain.index(after: point)...].prefix { $0 == "0" }.count
  }

  /// Adds one to the last digit; a sign in front stays in front.
  private static func carry(into digits: inout [UInt8]) {
    var index = digits.count - 1
    while index >= 0, digits[index] >= 48 {
      if digits[index] < 57 {
        digits[index] += 1
        return
      }
      digits[index] = 48
      index -= 1
    }
    digits.insert(49, at: index + 1)
  }
}

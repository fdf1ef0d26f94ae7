/// Decimal text of numbers as a spreadsheet shows them in full: at most 15 significant digits, so that 0.1 + 0.2
/// (kept as 0.30000000000000004) is 0.3; never an exponent. Whole numbers that a double holds exactly
/// (below 2^53, 16 digits) keep all their digits.
///
/// Works on the digits as the file has them; no double is made.
enum NumberText {
  /// Appends the text of the number that `source` writes; false, with nothing appended, if it is no number.
  static func append(_ source: UnsafeBufferPointer<UInt8>, to target: inout [UInt8]) -> Bool {
    if isPlainInteger(source) {
      target.append(contentsOf: source)
      return true
    }
    guard let number = Digits(source) else { return false }
    number.append(to: &target)
    return true
  }

  /// The commonest case by far: up to 15 digits without a leading zero.
  @inline(__always)
  private static func isPlainInteger(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = source.first, source.count <= 15, first != 48 || source.count == 1 else { return false }
    for byte in source where byte &- 48 > 9 { return false }
    return true
  }

  /// Digits and the place of their point.
  private struct Digits {
    private var isNegative = false
    /// Significant digits, neither first nor last zero; empty for zero.
    private var digits: [UInt8] = []
    /// Where the point stands, counted from the first digit.
    private var point = 0

    init?(_ source: UnsafeBufferPointer<UInt8>) {
      var index = 0
      var seenPoint = false
      var seenDigit = false
      if let sign = source.first, sign == 45 || sign == 43 {
        isNegative = sign == 45
        index = 1
      }
      scan: while index < source.count {
        let byte = source[index]
        switch byte {
        case 48...57:
          seenDigit = true
          if byte == 48 && digits.isEmpty {
            if seenPoint { point -= 1 }
          } else {
            digits.append(byte)
            if !seenPoint { point += 1 }
          }
        case 46 where !seenPoint: seenPoint = true
        default: break scan
        }
        index += 1
      }
      guard seenDigit, digits.count <= 400 else { return nil }
      if index < source.count {
        guard let exponent = Self.exponent(source[index...]) else { return nil }
        point += exponent
      }
      let isWhole = point >= digits.count
      while digits.last == 48 { digits.removeLast() }
      if digits.isEmpty { point = 0 }
      // A double reaches from about 5e-324 to 1.8e308.
      guard (-400...400).contains(point) else { return nil }
      if !(isWhole && isExactInteger) { round() }
    }

    private static func exponent(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
      guard let mark = rest.first, mark == 69 || mark == 101, rest.count <= 6 else { return nil }
      return Int(String(decoding: rest.dropFirst(), as: UTF8.self))
    }

    /// At most 2^53.
    private var isExactInteger: Bool {
      if point <= 15 { return true }
      guard point == 16 else { return false }
      let all = digits + repeatElement(48, count: max(0, 16 - digits.count))
      return !Array("9007199254740992".utf8).lexicographicallyPrecedes(all)
    }

    private mutating func round() {
      guard digits.count > 15 else { return }
      let up = digits[15] >= 53
      digits.removeLast(digits.count - 15)
      if up {
        var index = 14
        while index >= 0 && digits[index] == 57 { index -= 1 }
        digits.removeLast(14 - index)
        if index >= 0 {
          digits[index] += 1
        } else {
          digits = [49]
          point += 1
        }
      }
      while digits.last == 48 { digits.removeLast() }
    }

    func append(to target: inout [UInt8]) {
      if digits.isEmpty {
        target.append(48)
        return
      }
      if isNegative { target.append(45) }
      if point <= 0 {
        target.append(48)
        target.append(46)
        target.append(contentsOf: repeatElement(48, count: -point))
        target.append(contentsOf: digits)
      } else if point >= digits.count {
        target.append(contentsOf: digits)
        target.append(contentsOf: repeatElement(48, count: point - digits.count))
      } else {
        target.append(contentsOf: digits[..<point])
        target.append(46)
        target.append(contentsOf: digits[point...])
      }
    }
  }
}

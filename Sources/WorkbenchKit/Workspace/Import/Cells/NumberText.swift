import KitModel

/// A number as people write it in cells: digits with thousands separators, a unit or 万 behind.
struct NumberText {
  /// All digits as one whole number, without sign.
  private(set) var digits: UInt64 = 0
  private(set) var isNegative = false
  /// Digits behind the point.
  private(set) var places = 0
  private(set) var hasSeparators = false
  /// Bytes of what stands behind the number.
  private var restCount = 0

  /// What stands behind the number in the text that was read: `人`, `万`, `%`.
  func rest(of text: String) -> String { String(decoding: text.utf8.suffix(restCount), as: UTF8.self) }

  /// Whether nothing stands behind it.
  var isAlone: Bool { restCount == 0 }

  /// Plain ASCII digits, sign and point and nothing else: what most cells hold. Nil for all other texts.
  @inline(__always)
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    if let first = bytes.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      index = 1
    }
    let firstDigit = index
    var point = -1
    // 19 digits always fit 64 bits without sign.
    guard bytes.count - index <= 19 else { return nil }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x2E && point < 0 {
        point = index
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        digits = digits &* 10 &+ UInt64(byte &- 0x30)
      }
      index += 1
    }
    guard index > firstDigit + (point >= 0 ? 1 : 0), point != index - 1 else { return nil }
    places = point >= 0 ? index - point - 1 : 0
  }

  /// A folded text; nil when it does not begin with a number or its number has more than 18 digits.
  init?(folded text: String) {
    var view = Substring(text).utf8[...]
    if let first = view.first, first == 0x2D || first == 0x2B {
      isNegative = first == 0x2D
      view.removeFirst()
    }
    var seen = 0
    var sincePoint = -1
    var sinceComma = -1
    while let byte = view.first {
      if byte >= 0x30 && byte <= 0x39 {
        guard seen < 18 else { return nil }
        digits = digits * 10 + UInt64(byte - 0x30)
        seen += 1
        if sincePoint >= 0 { sincePoint += 1 }
        if sinceComma >= 0 { sinceComma += 1 }
      } else if byte == 0x2E && sincePoint < 0 && (sinceComma < 0 || sinceComma == 3) {
        sincePoint = 0
        sinceComma = -1
      } else if byte == 0x2C && sincePoint < 0 && seen > 0 && (sinceComma < 0 ? seen <= 3 : sinceComma == 3) {
        // A separator stands behind one to three digits first, then behind each three.
        sinceComma = 0
        hasSeparators = true
      } else {
        break
      }
      view.removeFirst()
    }
    guard seen > 0, sinceComma < 0 || sinceComma == 3, sincePoint != 0 else { return nil }
    places = max(0, sincePoint)
    while view.first == 0x20 { view.removeFirst() }
    restCount = view.count
  }

  /// The number times 10 to the power of `scale`, rounded half away from zero; nil if it does not fit.
  func units(scale: Int, shift: Int = 0) -> (units: Int64, isExact: Bool)? {
    var magnitude = digits
    var exact = true
    let power = scale + shift - places
    if power >= 0 {
      for _ in 0..<power {
        let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        magnitude = product
      }
    } else {
      var dropped: UInt64 = 0
      for _ in 0..<(-power) {
        if dropped != 0 { exact = false }
        dropped = magnitude % 10
        magnitude /= 10
      }
      if dropped != 0 { exact = false }
      if dropped >= 5 { magnitude += 1 }
    }
    guard magnitude <= UInt64(Int64.max) else { return nil }
    return (isNegative ? -Int64(magnitude) : Int64(magnitude), exact)
  }

  /// The nearest double of at most 15 digits; nil beyond them, where a slower way is needed.
  var double: Double? {
    guard digits < 1_000_000_000_000_000, places <= 22 else { return nil }
    let value = Double(digits) / Self.powers[places]
    return isNegative ? -value : value
  }

  private static let powers: [Double] = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }
}

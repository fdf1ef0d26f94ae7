/// A number with a fixed count of decimal places, kept as a whole number of its smallest unit.
///
/// `ExactDecimal(units: 8250, scale: 2)` is 82.50. Sums, products and comparisons are exact; what does not
/// fit 64 bits is nil, never a rounded value.
public struct ExactDecimal: Sendable {
  /// The number times 10 to the power of `scale`.
  public let units: Int64
  /// Decimal places, 0 to 18.
  public let scale: Int

  public init(units: Int64, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// Reads `-12.50`: digits with at most one point, nothing else. Nil if it does not fit.
  public init?(_ text: some StringProtocol) {
    var units: Int64 = 0
    var scale = 0
    var seenPoint = false
    var digits = 0
    var bytes = Array(text.utf8)[...]
    let negative = bytes.first == 45
    if negative || bytes.first == 43 { bytes = bytes.dropFirst() }
    for byte in bytes {
      if byte == 46 && !seenPoint {
        seenPoint = true
        continue
      }
      guard byte >= 48, byte <= 57 else { return nil }
      let (times, overflow) = units.multipliedReportingOverflow(by: 10)
      let (sum, carry) = times.subtractingReportingOverflow(Int64(byte - 48))
      if overflow || carry { return nil }
      units = sum
      digits += 1
      if seenPoint { scale += 1 }
    }
    guard digits > 0, scale <= 18, negative || units != .min else { return nil }
    self.init(units: negative ? units : -units, scale: scale)
  }

  /// The same number with `places` decimal places; nil if digits would be lost or it does not fit.
  public func rescaled(to places: Int) -> ExactDecimal? {
    guard (0...18).contains(places) else { return nil }
    var units = units
    var current = scale
    while current < places {
      let (times, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = times
      current += 1
    }
    while current > places {
      guard units % 10 == 0 else { return nil }
      units /= 10
      current -= 1
    }
    return ExactDecimal(units: units, scale: places)
  }

  /// Rounded half away from zero (四舍五入) to `places` decimal places.
  public func rounded(to places: Int) -> ExactDecimal {
    guard places < scale, places >= 0 else { return self }
    var units = units
    var dropped: Int64 = 0
    for _ in places..<scale {
      dropped = units % 10
      units /= 10
    }
    if abs(dropped) >= 5 { units += dropped < 0 ? -1 : 1 }
    return ExactDecimal(units: units, scale: places)
  }

  /// The nearest double.
  public var real: Double {
    // Both numbers are whole and exact in a double, and so their quotient is rounded once.
    if units.magnitude <= 1 << 53 && scale >= 0 && scale < Self.powers.count {
      return Double(units) / Self.powers[scale]
    }
    return Double(description) ?? 0
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  ]
}

extension ExactDecimal: Hashable, Comparable {
  /// The number without trailing zeros: what equality and hashing go by, so that 1.50 equals 1.5.
  private var reduced: (Int64, Int) {
    var (units, scale) = (units, scale)
    while scale > 0 && units % 10 == 0 {
      units /= 10
      scale -= 1
    }
    return (units, scale)
  }

  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool { left.reduced == right.reduced }

  public func hash(into hasher: inout Hasher) {
    let (units, scale) = reduced
    hasher.combine(units)
    hasher.combine(scale)
  }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let places = max(left.scale, right.scale)
    let first = left.widened(to: places)
    let second = right.widened(to: places)
    return first < second
  }

  /// The units at a larger scale, in 128 bits: scales go to 18, so nothing can overflow.
  private func widened(to places: Int) -> Int128 {
    var units = Int128(units)
    for _ in scale..<max(scale, places) { units *= 10 }
    return units
  }
}

extension ExactDecimal {
  /// Without decimal places that say nothing: `82.5` for 82.50, `4` for 4.0000.
  public var shortest: String {
    var shorter = self
    while shorter.scale > 0, shorter.units % 10 == 0 {
      shorter = ExactDecimal(units: shorter.units / 10, scale: shorter.scale - 1)
    }
    return shorter.description
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// As written, with all its decimal places: `82.50`.
  public var description: String {
    guard scale > 0 else { return String(units) }
    // Byte by byte, from the last digit to the first: results have hundreds of thousands of them.
    var (digits, rest) = (1, units.magnitude / 10)
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    let sign = units < 0 ? 1 : 0
    let length = sign + max(digits, scale + 1) + 1
    return String(unsafeUninitializedCapacity: length) { bytes in
      var rest = units.magnitude
      for place in (sign..<length).reversed() {
        if place == length - scale - 1 {
          bytes[place] = UInt8(ascii: ".")
        } else {
          bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      if sign == 1 { bytes[0] = UInt8(ascii: "-") }
      return length
    }
  }
}

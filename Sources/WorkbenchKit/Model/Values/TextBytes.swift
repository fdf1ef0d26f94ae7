/// Numbers written as bytes at the end of others, for who makes hundreds of thousands of texts and keeps none.
extension [UInt8] {
  /// The digits of a number, with a sign when it is below zero.
  package mutating func append(digits number: Int64) {
    append(digits: number.magnitude, isNegative: number < 0)
  }

  /// As `ExactDecimal.description`.
  package mutating func append(_ decimal: ExactDecimal) {
    append(digits: decimal.units.magnitude, isNegative: decimal.units < 0, places: decimal.scale)
  }

  package mutating func append(text: String) { append(contentsOf: text.utf8) }

  /// - Parameter places: Digits behind a point, 0 for none.
  private mutating func append(digits magnitude: UInt64, isNegative: Bool, places: Int = 0) {
    let places = Swift.max(0, places)
    // A word has up to 20 digits, before them come point and sign.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 22 + places) { scratch in
      var start = scratch.count
      func put(_ byte: UInt8) {
        start -= 1
        scratch[start] = byte
      }
      // From the last digit to the first.
      var rest = magnitude
      for _ in 0..<places {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if places > 0 { put(UInt8(ascii: ".")) }
      repeat {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      } while rest > 0
      if isNegative { put(UInt8(ascii: "-")) }
      append(contentsOf: UnsafeBufferPointer(rebasing: scratch[start...]))
    }
  }
}

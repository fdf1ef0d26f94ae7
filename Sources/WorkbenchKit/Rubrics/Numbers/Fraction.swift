import BigInt
import KitModel

/// An exact number: a whole numerator over a whole denominator, always reduced, the denominator positive.
///
/// Marks are worked out in fractions, so that three times a third is one and nothing is rounded but where the
/// rubric says so. Numbers that fit 64 bits are calculated in machine words, all others by `BigInt`; nothing
/// overflows.
public struct Fraction: Sendable {
  let numerator: Int64
  let denominator: Int64
  /// Both parts where one of them does not fit 64 bits; the words above are then 0 and 1.
  private let large: Large?

  private final class Large: Sendable {
    let numerator: BigInt
    let denominator: BigInt

    init(_ numerator: BigInt, _ denominator: BigInt) {
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  public static let zero: Fraction = 0
  public static let one: Fraction = 1

  public init(_ whole: some BinaryInteger) {
    if let word = Int64(exactly: whole), word != .min {
      self.init(reduced: word, 1)
    } else {
      self.init(large: BigInt(whole), 1)
    }
  }

  /// `numerator / denominator`; nil when the denominator is zero.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator != 0 else { return nil }
    self.init(wide: Int128(numerator), Int128(denominator))
  }

  public init(_ decimal: ExactDecimal) {
    if decimal.units != .min {
      self.init(words: decimal.units, Self.power(decimal.scale))
      return
    }
    self.init(wide: Int128(decimal.units), Int128(Self.power(decimal.scale)))
  }

  /// Reads `12`, `-0.5`, `29%` or `1/3`; nothing else.
  public init?(_ text: some StringProtocol) {
    if text.hasSuffix("%") {
      guard let number = ExactDecimal(text.dropLast()),
        let share = Fraction(number).divided(by: 100)
      else { return nil }
      self = share
    } else if let bar = text.firstIndex(of: "/") {
      guard let upper = BigInt(text[..<bar], radix: 10),
        let lower = BigInt(text[text.index(after: bar)...], radix: 10), lower > 0
      else { return nil }
      self.init(big: upper, lower)
    } else {
      guard let number = ExactDecimal(text) else { return nil }
      self.init(number)
    }
  }

  private init(reduced numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
    large = nil
  }

  /// Reduces words; the denominator is positive, and the numerator not the one word without a negative.
  private init(words numerator: Int64, _ denominator: Int64) {
    if denominator == 1 {
      self.init(reduced: numerator, 1)
      return
    }
    let divisor = Int64(truncatingIfNeeded: Self.divisor(numerator.magnitude, denominator.magnitude))
    if divisor == 1 {
      self.init(reduced: numerator, denominator)
    } else {
      self.init(reduced: numerator / divisor, denominator / divisor)
    }
  }

  /// The product of words where it is one that has a negative.
  private static func product(_ left: Int64, _ right: Int64) -> Int64? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || product == .min ? nil : product
  }

  private init(large numerator: BigInt, _ denominator: BigInt) {
    self.numerator = 0
    self.denominator = 1
    large = Large(numerator, denominator)
  }

  /// Reduces; a denominator below zero gives its sign to the numerator.
  private init(wide numerator: Int128, _ denominator: Int128) {
    let isNegative = (numerator < 0) != (denominator < 0)
    var (upper, lower) = (numerator.magnitude, denominator.magnitude)
    // Words are divided many times faster than double words, and nearly all numbers fit them.
    if let top = UInt64(exactly: upper), let bottom = UInt64(exactly: lower) {
      let divisor = max(1, Self.divisor(top, bottom))
      if let top = Int64(exactly: top / divisor), let bottom = Int64(exactly: bottom / divisor) {
        self.init(reduced: isNegative ? -top : top, bottom)
        return
      }
    }
    let divisor = Self.divisor(upper, lower)
    if divisor > 1 {
      upper /= divisor
      lower /= divisor
    }
    if let top = Int64(exactly: upper), let bottom = Int64(exactly: lower) {
      self.init(reduced: isNegative ? -top : top, bottom)
    } else {
      self.init(large: isNegative ? -BigInt(upper) : BigInt(upper), BigInt(lower))
    }
  }

  private init(big numerator: BigInt, _ denominator: BigInt) {
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator < 0 ? -1 : 1
    self.init(lowest: sign * numerator / divisor, sign * denominator / divisor)
  }

  /// Numbers without a common divisor, the denominator positive.
  private init(lowest upper: BigInt, _ lower: BigInt) {
    if let top = Int64(exactly: upper), top != .min, let bottom = Int64(exactly: lower) {
      self.init(reduced: top, bottom)
    } else {
      self.init(large: upper, lower)
    }
  }

  private var bigNumerator: BigInt { large?.numerator ?? BigInt(numerator) }
  private var bigDenominator: BigInt { large?.denominator ?? BigInt(denominator) }

  /// The greatest common divisor; of nothing and n it is n, and never zero for a denominator.
  private static func divisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while b != 0 {
      // Words are divided many times faster than double words.
      if let small = UInt64(exactly: a), let other = UInt64(exactly: b) {
        return UInt128(divisor(small, other))
      }
      (a, b) = (b, a % b)
    }
    return a
  }

  /// By halving, which is faster than dividing, but for once, where one is many times the other; without a branch that
  /// depends on which is the greater, since half of the guesses would be wrong.
  private static func divisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let (lesser, greater) = (min(first, second), max(first, second))
    if lesser == 0 { return greater }
    let rest = greater % lesser
    if rest == 0 { return lesser }
    let twos = UInt64((lesser | rest).trailingZeroBitCount)
    var a = lesser &>> UInt64(lesser.trailingZeroBitCount)
    var b = rest &>> UInt64(rest.trailingZeroBitCount)
    while a != b {
      let difference = a &- b
      let magnitude = a > b ? difference : 0 &- difference
      b = min(a, b)
      a = magnitude &>> UInt64(difference.trailingZeroBitCount)
    }
    return a &<< twos
  }

  /// 10 to the power of `exponent`, 0 to 18.
  static func power(_ exponent: Int) -> Int64 { powers[max(0, min(exponent, 18))] }

  private static let powers: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(Int64(1)) { product, _ in product * 10 }
  }
}

// MARK: - Arithmetic

extension Fraction {
  public static func + (left: Fraction, right: Fraction) -> Fraction {
    guard left.large == nil, right.large == nil else {
      if left.large == nil { return right.sum(with: left) }
      if right.large == nil { return left.sum(with: right) }
      return Fraction(
        big: left.bigNumerator * right.bigDenominator + right.bigNumerator * left.bigDenominator,
        left.bigDenominator * right.bigDenominator)
    }
    if left.denominator == right.denominator {
      let (sum, overflow) = left.numerator.addingReportingOverflow(right.numerator)
      if !overflow, sum != .min { return Fraction(words: sum, left.denominator) }
      return Fraction(wide: Int128(left.numerator) + Int128(right.numerator), Int128(left.denominator))
    }
    if right.numerator == 0 { return left }
    // A whole number brings no common divisor.
    if left.denominator == 1, let sum = sum(right.numerator, left.numerator, times: right.denominator) {
      return Fraction(reduced: sum, right.denominator)
    }
    if right.denominator == 1, let sum = sum(left.numerator, right.numerator, times: left.denominator) {
      return Fraction(reduced: sum, left.denominator)
    }
    if let first = product(left.numerator, right.denominator),
      let second = product(right.numerator, left.denominator),
      let denominator = product(left.denominator, right.denominator)
    {
      let (sum, overflow) = first.addingReportingOverflow(second)
      if !overflow, sum != .min { return Fraction(words: sum, denominator) }
    }
    // Each product has at most 126 bits, and so their sum fits.
    return Fraction(
      wide: Int128(left.numerator) * Int128(right.denominator)
        + Int128(right.numerator) * Int128(left.denominator),
      Int128(left.denominator) * Int128(right.denominator))
  }

  /// `first + second × factor` where it is a word that has a negative.
  private static func sum(_ first: Int64, _ second: Int64, times factor: Int64) -> Int64? {
    guard let product = Self.product(second, factor) else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(product)
    return overflow || sum == .min ? nil : sum
  }

  /// The sum of a large number and one of words, whose common divisors are words: nothing large is ever divided by
  /// anything large (Knuth, The Art of Computer Programming, 4.5.1).
  private func sum(with word: Fraction) -> Fraction {
    let own = BigInt(word.denominator)
    let common = Self.divisor(UInt64(bigDenominator % own), word.denominator.magnitude)
    let ownRest = BigInt(word.denominator / Int64(common))
    let rest = bigDenominator / BigInt(common)
    let sum = bigNumerator * ownRest + rest * BigInt(word.numerator)
    let last = Self.divisor(UInt64((sum % BigInt(common)).magnitude), common)
    return Fraction(lowest: sum / BigInt(last), rest * (own / BigInt(last)))
  }

  public static prefix func - (value: Fraction) -> Fraction {
    if let large = value.large { return Fraction(large: -large.numerator, large.denominator) }
    return Fraction(reduced: -value.numerator, value.denominator)
  }

  public static func - (left: Fraction, right: Fraction) -> Fraction { left + -right }

  public static func * (left: Fraction, right: Fraction) -> Fraction {
    if right.isOne { return left }
    if left.isOne { return right }
    guard left.large == nil, right.large == nil else {
      return Fraction(
        big: left.bigNumerator * right.bigNumerator, left.bigDenominator * right.bigDenominator)
    }
    if let numerator = product(left.numerator, right.numerator),
      let denominator = product(left.denominator, right.denominator)
    {
      return Fraction(words: numerator, denominator)
    }
    return Fraction(
      wide: Int128(left.numerator) * Int128(right.numerator),
      Int128(left.denominator) * Int128(right.denominator))
  }

  /// Nil when `other` is zero.
  public func divided(by other: Fraction) -> Fraction? {
    if other.isZero { return nil }
    guard large == nil, other.large == nil else {
      return Fraction(
        big: bigNumerator * other.bigDenominator, bigDenominator * other.bigNumerator)
    }
    if let upper = Self.product(numerator, other.denominator),
      let lower = Self.product(denominator, other.numerator)
    {
      return lower < 0 ? Fraction(words: -upper, -lower) : Fraction(words: upper, lower)
    }
    return Fraction(
      wide: Int128(numerator) * Int128(other.denominator), Int128(denominator) * Int128(other.numerator))
  }

  public static func += (left: inout Fraction, right: Fraction) { left = left + right }

  private var isOne: Bool { large == nil && numerator == 1 && denominator == 1 }
  public var isZero: Bool { large == nil && numerator == 0 }
  public var isNegative: Bool { large.map { $0.numerator < 0 } ?? (numerator < 0) }
  public var magnitude: Fraction { isNegative ? -self : self }
}

// MARK: - Comparison

extension Fraction: Hashable, Comparable {
  public static func == (left: Fraction, right: Fraction) -> Bool {
    // Reduced forms are equal part by part.
    left.large == nil && right.large == nil
      ? left.numerator == right.numerator && left.denominator == right.denominator
      : left.bigNumerator == right.bigNumerator && left.bigDenominator == right.bigDenominator
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(bigNumerator)
    hasher.combine(bigDenominator)
  }

  public static func < (left: Fraction, right: Fraction) -> Bool {
    guard left.large == nil, right.large == nil else {
      return left.bigNumerator * right.bigDenominator < right.bigNumerator * left.bigDenominator
    }
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    if let first = product(left.numerator, right.denominator),
      let second = product(right.numerator, left.denominator)
    {
      return first < second
    }
    return Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}

extension Fraction: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int64) { self.init(value) }
}

// MARK: - Texts and other numbers

extension Fraction {
  /// The decimal that it is, with as few places as it has; nil when it has no end or does not fit.
  public var decimal: ExactDecimal? {
    guard large == nil else { return nil }
    // It has an end where its denominator has no factor but two and five.
    let twos = denominator.trailingZeroBitCount
    var (rest, fives) = (denominator >> Int64(twos), 0)
    while rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    let places = max(twos, fives)
    guard rest == 1, places <= 18 else { return nil }
    let (units, overflow) = numerator.multipliedReportingOverflow(by: Self.power(places) / denominator)
    return overflow ? nil : ExactDecimal(units: units, scale: places)
  }

  /// As people read it: a decimal where it has an end within 18 places, else `1/3`.
  public var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Puts the bytes of `text` at the end of others.
  func append(to bytes: inout [UInt8]) {
    if let decimal { return bytes.append(decimal) }
    guard let large else {
      bytes.append(digits: numerator)
      bytes.append(UInt8(ascii: "/"))
      bytes.append(digits: denominator)
      return
    }
    bytes.append(text: String(large.numerator))
    if large.denominator != 1 { bytes.append(text: "/" + String(large.denominator)) }
  }

  /// The nearest double or its neighbour, for drawing and statistics only.
  public var real: Double {
    large == nil
      ? Double(numerator) / Double(denominator) : Double(bigNumerator) / Double(bigDenominator)
  }
}

// MARK: - Rounding

extension Fraction {
  /// How a last digit is decided when half of one is left.
  public enum Rounding: String, Sendable, CaseIterable {
    /// 四舍五入: half goes away from zero.
    case halfUp = "half_up"
    /// GB/T 8170 (四舍六入五成双): half goes to the even digit.
    case halfEven = "half_even"
  }

  /// The nearest number with `places` decimal places (0 to 18).
  public func rounded(to places: Int, _ rule: Rounding) -> Fraction {
    let power = Self.power(places)
    if large == nil { return Fraction(wide: units(places, rule), Int128(power)) }
    let (quotient, rest) = (bigNumerator.magnitude * BigUInt(power))
      .quotientAndRemainder(dividingBy: bigDenominator.magnitude)
    let up = Self.roundsUp(
      twice: rest * 2, bigDenominator.magnitude, isOdd: quotient.isMultiple(of: 2) == false, rule)
    let units = BigInt(quotient + (up ? 1 : 0))
    return Fraction(big: isNegative ? -units : units, BigInt(power))
  }

  /// How many units of the last of `places` the nearest number has; for numbers that fit words.
  private func units(_ places: Int, _ rule: Rounding) -> Int128 {
    let (scaled, overflow) = numerator.magnitude.multipliedReportingOverflow(by: UInt64(Self.power(places)))
    let divisor = denominator.magnitude
    let (quotient, rest): (Int128, Int128)
    if overflow {
      (quotient, rest) = (Int128(numerator.magnitude) * Int128(Self.power(places)))
        .quotientAndRemainder(dividingBy: Int128(denominator))
    } else {
      (quotient, rest) = (Int128(scaled / divisor), Int128(scaled % divisor))
    }
    let up = Self.roundsUp(twice: rest * 2, Int128(denominator), isOdd: quotient & 1 == 1, rule)
    let units = quotient + (up ? 1 : 0)
    return isNegative ? -units : units
  }

  private static func roundsUp<Number: Comparable>(
    twice rest: Number, _ divisor: Number, isOdd: Bool, _ rule: Rounding
  ) -> Bool {
    if rest == divisor { return rule == .halfUp || isOdd }
    return rest > divisor
  }

  /// The rounded number as a decimal with exactly `places` places; nil when it does not fit 64 bits.
  public func decimal(places: Int, _ rule: Rounding = .halfUp) -> ExactDecimal? {
    guard large == nil else { return rounded(to: places, rule).decimal?.rescaled(to: places) }
    if let scaled = Self.product(numerator, Self.power(places)) {
      let (quotient, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
      // Twice the rest fits: the denominator has 63 bits.
      let up = Self.roundsUp(twice: rest * 2, denominator.magnitude, isOdd: quotient & 1 == 1, rule)
      let units = Int64(quotient) + (up ? 1 : 0)
      return ExactDecimal(units: numerator < 0 ? -units : units, scale: places)
    }
    return Int64(exactly: units(places, rule)).map { ExactDecimal(units: $0, scale: places) }
  }

  /// The greatest whole number not above it, and the least one not below it; nil beyond 64 bits.
  public var floor: Int? {
    guard large == nil else { return nil }
    let quotient = numerator / denominator
    return Int(exactly: numerator % denominator < 0 ? quotient - 1 : quotient)
  }

  public var ceiling: Int? { (-self).floor.map { -$0 } }
}

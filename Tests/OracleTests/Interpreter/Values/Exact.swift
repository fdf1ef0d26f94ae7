import KitModel

/// An exact number of any size that meets a test: the whole number of its smallest units.
struct Exact {
  var units: Int128
  var scale: Int

  init(_ units: Int128, scale: Int) {
    self.units = units
    self.scale = scale
  }

  init?(_ value: Value) {
    switch value {
    case .integer(let number): self.init(Int128(number), scale: 0)
    case .decimal(let number): self.init(Int128(number.units), scale: number.scale)
    default: return nil
    }
  }

  static func power(_ places: Int) -> Int128 { (0..<max(0, places)).reduce(1) { power, _ in power * 10 } }

  /// The same number with at least as many places.
  func widened(to places: Int) throws -> Exact {
    let (units, overflow) = units.multipliedReportingOverflow(by: Self.power(places - scale))
    if overflow || Interpreter.isEager && Int64(exactly: units) == nil { throw Failure.running("overflow") }
    return Exact(units, scale: max(scale, places))
  }

  static func aligned(_ left: Exact, _ right: Exact) throws -> (Exact, Exact) {
    let places = max(left.scale, right.scale)
    return (try left.widened(to: places), try right.widened(to: places))
  }

  /// The value as a column of `type` holds it; what does not fit 64 bits is an overflow.
  func value(as type: DataType) throws -> Value {
    guard let places = type.scale else { return .real(real) }
    let widened = try widened(to: places)
    guard let units = Int64(exactly: widened.units) else { throw Failure.running("overflow") }
    if case .integer = type { return .integer(units) }
    return .decimal(ExactDecimal(units: units, scale: widened.scale))
  }

  /// The nearest double.
  var real: Double { Double(description) ?? .nan }

  /// Rounded half away from zero.
  func rounded(to places: Int) -> Exact {
    if places >= scale { return self }
    let step = Self.power(scale - places)
    let (quotient, rest) = units.quotientAndRemainder(dividingBy: step)
    let away: Int128 = units < 0 ? -1 : 1
    let rounded = rest.magnitude * 2 >= step.magnitude ? quotient + away : quotient
    return places >= 0 ? Exact(rounded, scale: places) : Exact(rounded * Self.power(-places), scale: 0)
  }

  /// The largest whole number that is not above it.
  var floor: Int128 {
    let (quotient, rest) = units.quotientAndRemainder(dividingBy: Self.power(scale))
    return rest < 0 ? quotient - 1 : quotient
  }

  var description: String {
    let digits = String(units.magnitude)
    guard scale > 0 else { return (units < 0 ? "-" : "") + digits }
    let filled = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (units < 0 ? "-" : "") + filled.dropLast(scale) + "." + filled.suffix(scale)
  }

  /// The shortest decimal text of a double, read exactly; nil beyond what 128 bits hold.
  init?(shortest real: Double) {
    guard real.isFinite else { return nil }
    let parts = "\(real)".split(separator: "e")
    guard let mantissa = parts.first else { return nil }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let sides = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let digits = sides.joined()
    guard let units = Int128(digits) else { return nil }
    let scale = (sides.count == 2 ? sides[1].count : 0) - exponent
    if scale > 36 || scale < -20 { return nil }
    if scale < 0 {
      self.init(units * Self.power(-scale), scale: 0)
    } else {
      self.init(units, scale: scale)
    }
  }
}

import KitModel
import Testing

@testable import KitRubrics

/// Numbers of all sizes: those that fit words, those that only their products leave, and those beyond.
@Suite struct FractionTests {
  /// Draws that are the same in every run.
  private struct Draws: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) ^ (state << 31)
    }
  }

  private static let sizes: [Int64] = [1, 9, 1000, 1_000_000_007, 1 << 40, 1 << 61, .max]

  private static func draw(_ draws: inout Draws) -> Fraction {
    let upper = sizes.randomElement(using: &draws) ?? 1
    let lower = sizes.randomElement(using: &draws) ?? 1
    return Fraction(
      Int64.random(in: -upper...upper, using: &draws), over: Int64.random(in: 1...lower, using: &draws))
      ?? .zero
  }

  @Test(arguments: 1...40) func whatIsAddedCanBeTakenAway(seed: Int) {
    var draws = Draws(state: UInt64(seed))
    var sums: [Fraction] = [.zero]
    let numbers = (0..<30).map { _ in Self.draw(&draws) }
    for number in numbers { sums.append((sums.last ?? .zero) + number) }
    for (place, number) in numbers.enumerated().reversed() {
      let back = sums[place + 1] - number
      #expect(back == sums[place])
      #expect(back.text == sums[place].text)
      #expect(number + sums[place] == sums[place + 1])
    }
  }

  @Test(arguments: 1...40) func whatIsMultipliedCanBeDivided(seed: Int) {
    var draws = Draws(state: UInt64(seed))
    var product = Fraction.one
    for _ in 0..<12 {
      let number = Self.draw(&draws)
      if number.isZero { continue }
      let next = product * number
      #expect(next.divided(by: number)?.text == product.text)
      #expect(number * product == next)
      product = next
    }
  }

  @Test(arguments: 1...40) func theOrderIsThatOfTheDifference(seed: Int) {
    var draws = Draws(state: UInt64(seed))
    for _ in 0..<100 {
      let (left, right) = (Self.draw(&draws), Self.draw(&draws))
      #expect((left < right) == (left - right).isNegative)
      #expect((left == right) == (left - right).isZero)
    }
  }

  @Test(arguments: 0...18) func decimalsComeBackWithoutTheirLastZeros(scale: Int) {
    var draws = Draws(state: UInt64(scale) + 1)
    for size in Self.sizes {
      let decimal = ExactDecimal(units: Int64.random(in: -size...size, using: &draws), scale: scale)
      let fraction = Fraction(decimal)
      #expect(fraction.decimal == decimal)
      #expect(fraction.text == decimal.shortest)
    }
    #expect(Fraction(1, over: 3)?.decimal == nil)
    #expect(Fraction(1, over: 1 << 20)?.decimal == nil)
    #expect(Fraction(1, over: 1 << 18)?.decimal?.description == "0.000003814697265625")
  }

  /// Against the definition: the number of units whose distance is least, and of two the one that the rule names.
  @Test(arguments: 1...20) func roundingTakesTheNearest(seed: Int) throws {
    var draws = Draws(state: UInt64(seed))
    for _ in 0..<100 {
      let number = Self.draw(&draws)
      for (rule, places) in [(Fraction.Rounding.halfUp, 2), (.halfEven, 2), (.halfUp, 0), (.halfEven, 0)] {
        guard let rounded = number.decimal(places: places, rule) else { continue }
        #expect(Fraction(rounded) == number.rounded(to: places, rule))
        let unit = Fraction(ExactDecimal(units: 1, scale: places))
        let twice = (Fraction(rounded) - number).magnitude * 2
        #expect(twice <= unit)
        guard twice == unit else { continue }
        #expect(rule == .halfEven ? rounded.units % 2 == 0 : Fraction(rounded).magnitude > number.magnitude)
      }
    }
  }
}

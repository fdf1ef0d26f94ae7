import Foundation
import KitModel
import Testing

/// `round` and `format` of reals against Foundation's decimal numbers, which round the same text by other means.
@Suite struct RoundingTests {
  static let reals: [Double] = [
    1e-7, 1.5e-7, 6e-5, 0.00005, 0.00004999, 2.675, -2.675, 1.005, 0.285, 0.1 + 0.2, 1 / 3, -1e-9, 123456.789,
    0.5, -0.5, 1.5,
    999.9995, 1e15 + 0.5, 1e16, 123_456_789_012_345_680, 1.25e20, 1e-120, 0, 99.99999999,
    4_503_599_627_370_495.5, 9.999999999999999e22,
  ]

  static let cases = reals.flatMap { real in [-3, -1, 0, 1, 2, 4, 7, 12].map { (real, $0) } }

  private static func expected(_ real: Double, _ places: Int) throws -> Decimal {
    var exact = try #require(Decimal(string: real.description))
    // Smaller than a Decimal can hold: nothing of it is left.
    if real.magnitude < 1e-100 { exact = 0 }
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, places, .plain)
    return rounded
  }

  @Test(arguments: cases) func round(real: Double, places: Int) throws {
    var compilation = try Compilation()
    compilation.scope.variables = [NameKey("r"): .value(.real(real), .real)]
    let wanted = try #require(Double("\(try Self.expected(real, places))"))
    #expect(try compilation.value("四舍五入($r, \(places))") == .real(wanted))
  }

  @Test(arguments: cases.filter { $0.1 >= 0 }) func format(real: Double, places: Int) throws {
    var compilation = try Compilation()
    compilation.scope.variables = [NameKey("r"): .value(.real(real), .real)]
    let pattern = places == 0 ? "0" : "0." + String(repeating: "0", count: places)
    var digits = "\(try Self.expected(real, places))"
    if places > 0 {
      if !digits.contains(".") { digits += "." }
      digits += String(
        repeating: "0",
        count: places - digits.split(separator: ".", omittingEmptySubsequences: false)[1].count)
    }
    #expect(try compilation.value("格式($r, \"\(pattern)\")") == .text(digits))
  }

  @Test func percents() throws {
    var compilation = try Compilation()
    compilation.scope.variables = [
      NameKey("r"): .value(.real(0.285), .real), NameKey("s"): .value(.real(1e-9), .realPercent),
    ]
    #expect(try compilation.value("格式($r, \"0%\")") == .text("29%"))
    #expect(try compilation.value("转文本($s)") == .text("0.0000001%"))
    #expect(try compilation.value("格式(0.00001, \"0.00\")") == .text("0.00"))
    #expect(try compilation.value("格式(-0.004, \"0.00\")") == .text("0.00"))
  }
}

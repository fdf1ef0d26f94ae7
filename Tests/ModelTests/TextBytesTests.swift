import Testing

@testable import KitModel

@Suite struct TextBytesTests {
  @Test(arguments: [0, 1, -1, 9, 10, -205, 1_000_000, .max, .min] as [Int64], [0, 1, 2, 4, 18])
  func decimalsAreWrittenAsTheyAreDescribed(units: Int64, scale: Int) {
    let decimal = ExactDecimal(units: units, scale: scale)
    var bytes = Array("x".utf8)
    bytes.append(decimal)
    #expect(String(decoding: bytes, as: UTF8.self) == "x" + decimal.description)
  }

  @Test(arguments: [0, 7, -7, 120, .max, .min] as [Int64])
  func wholeNumbersAreWrittenAsTheyAreDescribed(number: Int64) {
    var bytes: [UInt8] = []
    bytes.append(digits: number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
  }
}

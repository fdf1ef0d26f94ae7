/// A series of numbers: 机关代字 and from which number each year begins.
public struct PaperSeries: Hashable, Sendable {
  /// No number is greater; one that was imported and is, is none that the series counts on from.
  static let greatest = 999_999

  public var id: String
  /// 机关代字: `云教督改`.
  public var code: String
  /// By year: the first number that is taken here, where others were taken before on paper.
  public var first: [Int: Int]

  /// 发文字号, as it is printed: year in 〔〕, number without zeros before it.
  public func reference(year: Int, number: Int) -> String { "\(code)〔\(year)〕\(number)号" }
}

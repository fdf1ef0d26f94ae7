import Testing

/// The formulas of the reference, against figures worked out by hand and published ones.
struct StatisticsTests {
  static let pupils: [Double] = [45, 37, 89, 76, 55]
  static let books: [Double] = [279, 137, 935, 160, 402]

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }

  @Test("差异系数 weighted by pupils is the published 0.52, unweighted it falls under the limit")
  func coefficientOfVariation() {
    let ratios = zip(Self.books, Self.pupils).map { $0 / $1 }
    #expect(near(Statistics.weightedVariation(Array(zip(ratios, Self.pupils))), 0.515257, 5e-7))
    #expect(near(Statistics.variation(ratios), 0.4888, 5e-5))
  }

  @Test func deviations() {
    #expect(near(Statistics.sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9]), 2.138089935299395, 1e-12))
    #expect(Statistics.populationDeviation([2, 4, 4, 4, 5, 5, 7, 9]) == 2)
    #expect(Statistics.sampleDeviation([3]) == nil)
    #expect(Statistics.populationDeviation([3]) == 0)
    #expect(Statistics.populationDeviation([]) == nil)
  }

  @Test("PERCENTILE.INC({1,2,3,4}, 0.3) is 1.9 in Excel's own help")
  func percentiles() {
    #expect(near(Statistics.percentile([1, 3, 2, 4], 0.3), 1.9, 1e-12))
    #expect(Statistics.percentile([1, 3, 2, 4], 1) == 4)
    #expect(Statistics.percentile([7, 1], 0.5) == 4)
    #expect(Statistics.percentile([], 0.5) == nil)
  }

  @Test("CORREL({3,2,4,5,6}, {9,7,12,15,17}) is 0.997054 in Excel's own help")
  func correlation() {
    #expect(
      near(Statistics.correlation([(3, 9), (2, 7), (4, 12), (5, 15), (6, 17)]), 0.997054485501581, 1e-12))
    #expect(Statistics.correlation([(1, 5), (2, 5)]) == nil)
  }
}

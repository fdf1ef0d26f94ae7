import Testing

@testable import KitRubrics

/// Who stands among the first and the last three of a summary.
@Suite struct SummaryEndsTests {
  @Test func whoSharesThirdPlaceIsShown() {
    #expect(SummaryReport.ends(of: [1, 2, 3, 3, 5, 6, 7, 8]) == [0, 1, 2, 3, 5, 6, 7])
    #expect(SummaryReport.ends(of: [1, 2, 3, 4, 5, 5, 7, 8]) == [0, 1, 2, 4, 5, 6, 7])
    #expect(SummaryReport.ends(of: [1, 2, 3, 4, 5, 6, 7]) == [0, 1, 2, 4, 5, 6])
  }

  @Test func fewAreAllShown() { #expect(SummaryReport.ends(of: [1, 2, 2, 4]) == [0, 1, 2, 3]) }

  @Test func allAlikeAreShownOnce() { #expect(SummaryReport.ends(of: [1, 1, 1, 1, 1, 1, 1, 1]).count == 8) }
}

import Testing

@testable import KitRubrics

/// Who stands among the first and the last three of a summary.
@Suite struct SummaryEndsTests {
  @Test func whoSharesThirdPlaceIsShown() {
    #expect(SummaryReport.ends(of: [1, 2, 3, 3, 5, 6, 7, 8]).places == [0, 1, 2, 3, 5, 6, 7])
    #expect(SummaryReport.ends(of: [1, 2, 3, 4, 5, 5, 7, 8]).places == [0, 1, 2, 4, 5, 6, 7])
    #expect(SummaryReport.ends(of: [1, 2, 3, 4, 5, 6, 7]).places == [0, 1, 2, 4, 5, 6])
  }

  @Test func fewAreAllShown() { #expect(SummaryReport.ends(of: [1, 2, 2, 4]).places == [0, 1, 2, 3]) }

  @Test func allAlikeAreShownOnce() {
    let shown = SummaryReport.ends(of: [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(shown.places.count == 8 && shown.left == 0)
  }

  /// Twelve share the last place: the page is one, and says how many it leaves out.
  @Test func ofManyAlikeFiveAreShown() {
    let shown = SummaryReport.ends(of: [1, 2, 3, 4] + Array(repeating: 5, count: 12))
    #expect(shown.places == [0, 1, 2, 11, 12, 13, 14, 15] && shown.left == 7)
  }
}

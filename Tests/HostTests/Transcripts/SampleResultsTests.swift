import Foundation
import Testing

/// The ranks that the sample's main script ends in, against a computation of its own: `expected_duty.py` reads the files as
/// received and the rubrics, and works with Python's fractions.
@Suite("The sample's two years of assessment")
struct SampleResultsTests {
  private struct Expected: Decodable {
    var name: String
    var category: String
    var score: String
    var grade: String
    var rank: Int
    var category_rank: Int
  }

  @Test("Totals, grades and ranks are those of an independent computation")
  func ranksAsExpected() throws {
    let generator = SampleWorkspace.root + "/workspaces/generator/expected_duty.json"
    let expected = try JSONDecoder().decode(
      [String: [Expected]].self, from: Data(contentsOf: URL(filePath: generator)))
    let now = try #require(expected["2024"])
    let before = Dictionary(
      try #require(expected["2023"]).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    // The transcript is compared with what really comes by TranscriptTests.
    let path = SampleWorkspace.root + "/Tests/Transcripts/main-script.zh.transcript"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("十三、") })
    let rows = lines[(start + 3)...].prefix { !$0.hasPrefix("共") }.map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(rows.count == now.count)
    for (row, want) in zip(rows, now) {
      let old = try #require(before[want.name])
      #expect(
        Array(row.prefix(8)) == [
          want.name, want.category, want.score, want.grade, "\(want.rank)", "\(want.category_rank)",
          old.score,
          "\(old.rank)",
        ])
    }
  }
}

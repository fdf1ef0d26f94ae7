import KitLanguage
import Testing

/// What is written without needless parentheses is read as the tree that it was written from.
struct RoundTripTests {
  @Test("A tree is read back from its text", arguments: 0..<8)
  func roundTrip(part: UInt64) throws {
    for seed in part * 40..<part * 40 + 40 {
      let sample = try #require(Sample(seed: seed))
      guard !sample.pipeline.stages.isEmpty else { continue }
      let script = try Parser.parse(sample.text).get()
      let statement = try #require(script.statements.first)
      guard case .value(.pipeline(let pipeline)) = statement.kind, script.statements.count == 1 else {
        Issue.record("seed \(seed) is read as \(statement.kind): \(sample.text)")
        continue
      }
      #expect(TextPrinter(isChinese: sample.isChinese).text(pipeline) == sample.text, "seed \(seed)")
    }
  }
}

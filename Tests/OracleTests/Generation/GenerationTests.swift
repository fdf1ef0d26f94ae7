import KitLanguage
import Testing

/// The generator itself: it makes what the reference can answer, and everything that it should.
struct GenerationTests {
  @Test func mostPipelinesHaveAnAnswer() throws {
    var answered = 0
    for seed in 0..<150 as Range<UInt64> {
      let sample = try #require(Sample(seed: seed))
      if (try? sample.reference()) != nil { answered += 1 }
    }
    #expect(answered > 110)
  }
}

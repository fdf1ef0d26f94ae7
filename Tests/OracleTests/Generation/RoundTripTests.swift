import KitLanguage
import KitModel
import Testing

/// What is written without needless parentheses is read as the tree that it was written from.
struct RoundTripTests {
  @Test("A tree is read back from its text", arguments: 0..<8)
  func roundTrip(part: UInt64) throws {
    for seed in part * 40..<part * 40 + 40 {
      let sample = try #require(Sample(seed: seed))
      guard !sample.pipeline.stages.isEmpty else { continue }
      let printer = TextPrinter(isChinese: sample.isChinese)
      let read = try #require(try Self.read(sample.text), "seed \(seed): \(sample.text)")
      #expect(printer.text(read) == sample.text, "seed \(seed)")
      for language in [UILanguage.zh, .en] {
        let canonical = CanonicalFormatter(language: language).text(read)
        let again = try #require(try Self.read(canonical), "seed \(seed): \(canonical)")
        #expect(printer.text(again) == sample.text, "seed \(seed): \(canonical)")
      }
    }
  }

  /// The pipeline that a text is.
  private static func read(_ text: String) throws -> Pipeline? {
    let script = try Parser.parse(text).get()
    guard script.statements.count == 1, case .value(.pipeline(let pipeline))? = script.statements.first?.kind
    else {
      return nil
    }
    return pipeline
  }
}

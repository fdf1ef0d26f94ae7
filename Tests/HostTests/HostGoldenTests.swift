import FoundationEssentials
import GoldenFile
import KitModel
import Testing

@Suite("Words of the host")
struct HostGoldenTests {
  @Test("Everything reads as it should", arguments: UILanguage.allCases)
  func everythingReadsAsItShould(language: UILanguage) throws {
    let text = try withTemporaryFolder { try HostWords(language, in: $0).text }
    let golden = GoldenFile("host.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}

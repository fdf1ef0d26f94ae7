import Foundation
import GoldenFile
import KitModel
import Testing

@testable import KitStore

/// What a clerk reads when the store refuses something or finds something wrong, in both languages.
@Suite struct RefusalGoldenTests {
  @Test(arguments: UILanguage.allCases) func everyRefusalReadsAsItShould(language: UILanguage) throws {
    let renderer = DiagnosticRenderer(language: language)
    let all = Refusal.opening + Refusal.schema + Refusal.writing + Refusal.journal + Refusal.backup
    let text = try all.map { refusal in
      let said = try refusal.said()
      #expect(!said.isEmpty, "nothing was said of: \(refusal.title)")
      return "» \(refusal.title)\n" + said.map { renderer.text($0) + "\n" }.joined()
    }.joined(separator: "\n")
    let golden = GoldenFile("refusals.\(language.rawValue).txt", besides: #filePath)
    let shown = Self.steady(text)
    #expect(try golden.text(recording: shown) == shown)
  }

  /// Without what is different at each run: folders, processes and the machine.
  private static func steady(_ text: String) -> String {
    let temporary = FileManager.default.temporaryDirectory.path
    return text.replacing(temporary, with: "<tmp>")
      .replacing(/<tmp>\/dudao-\w+-[-0-9A-F]{36}/, with: "<folder>")
      .replacing(/@[^，,]*(，进程|, process) \d+/) { "@<machine>\($0.output.1) <number>" }
  }
}

import Foundation
import GoldenFile
import KitModel
import Testing

@testable import KitLanguage

/// What a clerk reads for every slip: message, caret, help and mended line, in both languages.
@Suite struct RenderedDiagnosticTests {
  /// Long texts of the limits are shown by their ends.
  private static func shown(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(30) + " … " + text.suffix(30)
  }

  static func rendered(_ language: UILanguage) -> String {
    DiagnosticTests.cases.map { slip in
      let renderer = DiagnosticRenderer(language: language, source: slip.text)
      let said = Parser.parse(slip.text, mode: slip.mode).diagnostics.map { renderer.text($0) }
      return "» " + shown(slip.text).replacing("\n", with: "⏎") + "\n" + said.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  @Test(arguments: UILanguage.allCases) func everySlipReadsAsItShould(language: UILanguage) throws {
    let golden = GoldenFile("diagnostics.\(language.rawValue).txt", besides: #filePath)
    let text = Self.rendered(language)
    #expect(try golden.text(recording: text) == text)
  }
}

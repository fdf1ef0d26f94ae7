import Foundation
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

  /// With `DUDAO_RECORD=1` the goldens are written anew; the run fails all the same, so that they are read.
  @Test(arguments: UILanguage.allCases) func everySlipReadsAsItShould(language: UILanguage) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/diagnostics.\(language.rawValue).txt")
    let text = Self.rendered(language)
    let golden = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["DUDAO_RECORD"] == "1", golden != text {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == golden)
  }
}

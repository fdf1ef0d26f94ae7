import Foundation
import GoldenFile
import KitModel
import Testing

@testable import KitWorkspace

/// What is said of files and declarations that need more than a text to be wrong, and beside what is taken.
@Suite struct RemarkGoldenTests {
  @Test(arguments: UILanguage.allCases) func everythingReadsAsItShould(language: UILanguage) throws {
    let renderer = DiagnosticRenderer(language: language)
    let text = (Scene.values + Scene.files).map { scene in
      let said = Scene.answer(scene.said)
      #expect(!said.isEmpty, "nothing was said of: \(scene.title)")
      return "» \(scene.title)\n" + said.map { renderer.text($0) + "\n" }.joined()
    }.joined(separator: "\n")
    let temporary = FileManager.default.temporaryDirectory.path
    let steady = text.replacing(temporary, with: "<tmp>").replacing(
      /<tmp>\/dudao-[-0-9A-F]{36}/, with: "<folder>")
    let golden = GoldenFile("remarks.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: steady) == steady)
  }
}

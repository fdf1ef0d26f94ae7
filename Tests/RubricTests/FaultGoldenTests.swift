import Foundation
import GoldenFile
import KitModel
import Testing

@testable import KitRubrics

/// Rubrics that do not add up, and all that is said of them.
@Suite struct FaultGoldenTests {
  @Test(arguments: ["numbers", "structure", "few", "grades", "veto", "together"]) func faultsAreToldTogether(
    name: String
  )
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Faulty")
    let bytes = try Array(Data(contentsOf: folder.appending(path: "\(name).yaml")))
    var lines: [String] = []
    do {
      _ = try RubricFile.read(bytes, plugin: "duty", file: "\(name).yaml")
    } catch let faults as Diagnostics {
      for language in UILanguage.allCases {
        let renderer = DiagnosticRenderer(language: language)
        lines += faults.all.map { renderer.text($0) } + [""]
      }
    }
    let text = lines.joined(separator: "\n") + "\n"
    #expect(text == (try GoldenFile("\(name).txt", besides: #filePath).text(recording: text)))
  }
}

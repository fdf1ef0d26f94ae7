import Foundation
import GoldenFile
import KitModel
import Testing

@testable import dudao

/// What is said when the rubric or the office changes between the stations of an assessment.
@Suite("Assessments that change on the way")
struct AssessmentChangeTests {
  @Test("Both languages", arguments: UILanguage.allCases)
  func changes(language: UILanguage) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("only-data", into: folder)
      var desk = AssessmentDesk(folder: workspace, language: language)
      let rubric = "plugins-beside/care/rubrics/2024.yaml"
      desk.run("周敬之", "2024-12-02", "care", "score", "2024")
      try desk.edit(rubric, "each: 4", "each: 3")
      desk.run("周敬之", "2024-12-02", "care", "feedback", "2024")
      desk.run("周敬之", "2024-12-02", "explain", "care", "2024", "甲街道", "B2")
      desk.run("周敬之", "2024-12-02", "diff", "care", "2024")
      desk.run("周敬之", "2024-12-02", "care", "score", "2024")
      desk.run("周敬之", "2024-12-02", "care", "feedback", "2024")
      // Who scored cannot approve, unless there is nobody else.
      desk.run("周敬之", "2024-12-20", "care", "approve", "2024")
      try desk.edit("workspace.yaml", "  - {name: 沈文静, duties: [审核]}\n  - {name: 罗启超, duties: [经办]}\n", "")
      // The same of objections: who scored or registered one decides on it only where there is nobody else.
      desk.run("周敬之", "2024-12-04", "care", "object", "2024", "乙街道", "A2", "--reason", "整治台账没有看")
      desk.run("周敬之", "2024-12-05", "care", "decide", "2024", "护学2024-001", "--uphold", "--opinion", "台账不全")
      desk.run("周敬之", "2024-12-05", "explain", "care", "2024", "乙街道", "A2")
      desk.run("周敬之", "2024-12-20", "care", "approve", "2024")
      try desk.edit("workspace.yaml", "plugins: [district, care, fault, blank, none]", "plugins: [district]")
      desk.run("周敬之", "2024-12-20", "seal", "care", "2024")
      let text = desk.text
      let golden = GoldenFile("assessment-changes.\(language).txt", besides: #filePath)
      #expect(text == (try golden.text(recording: text)))
    }
  }
}

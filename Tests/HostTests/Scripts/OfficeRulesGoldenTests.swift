import Foundation
import GoldenFile
import KitModel
import Testing

@testable import dudao

/// Rules that an office changed: what is wrong in a query of theirs names the file; and an archive that was made by a
/// script, had again.
@Suite("Rules of an office, and its archive had again")
struct OfficeRulesGoldenTests {
  @Test("Queries in rules, an archive", arguments: UILanguage.allCases)
  func everythingReadsAsItShould(language: UILanguage) throws {
    let text = try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("follow-up", into: folder)
      let capture = Capture()
      var said = ""
      func run(_ words: String...) {
        let status = Host.run(
          ["--as-of", "2024-12-02", "--person", "周敬之", "--lang", language.rawValue] + words,
          in: SampleWorkspace.environment(folder: workspace, capture))
        said += "$ " + words.joined(separator: " ") + "\n" + capture.take()
        said += status == .done ? "" : "[exit \(status.rawValue)]\n"
      }
      func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }
      func write(_ name: String, _ text: String) throws {
        try FileManager.default.createDirectory(
          atPath: workspace + "/scripts", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: workspace + "/" + name))
      }
      run("-c", "finding | count")
      try write("scripts/归档.dd", "archive 2024 --area rectify\n")
      run("run", "归档")
      run("rerun", "6")
      run("-c", "finding | where number == \"WT-1\" | set basis = \"条例\"")
      run("rerun", "6")
      let procedures = try text(SampleWorkspace.root + "/Plugins/District/procedures.yaml")
      try write(
        "procedures.yaml",
        procedures.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.hasPrefix("pool:") ? "pool: person | where roll == \"督学\"" : String($0)
        }.joined(separator: "\n"))
      run(
        "draw", "prepare", "DD-1", "(school)", "--units", "1", "--public", "甲", "--on", "2024-12-05")
      try write(
        "rectify.yaml",
        """
        dispositions: [{is: 整改建议, paper: opinion, days: 30}]
        forms: {问责: [约谈]}
        accountability:
          - {id: 拖延, form: 约谈, ground: 逾期, rows: finding | where dispositon == "整改建议"}

        """)
      run("rectify", "propose")
      let papers = try text(workspace + "/papers.yaml")
      try write(
        "papers.yaml",
        papers + """
          kinds:
            - {id: notice_of_visit, label: 走访函, series: 督导, template: 走访, facts: inspection | select titel}

          """)
      try FileManager.default.createDirectory(
        atPath: workspace + "/templates", withIntermediateDirectories: true)
      try write("templates/走访.md", "# 关于走访的函\n")
      run("paper", "draft", "走访函", "--inspection", "DD-1")
      return said.replacing(workspace, with: "<workspace>").replacing(SampleWorkspace.root, with: "<dudao>")
    }
    let golden = GoldenFile("office-rules.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}

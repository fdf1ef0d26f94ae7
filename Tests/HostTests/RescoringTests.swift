import Foundation
import KitModel
import Testing

@testable import dudao

/// What is scored again comes to what scoring for the first time does, and writes only what is another.
@Suite("Scoring again") struct RescoringTests {
  private struct Desk {
    let folder: String
    let capture = Capture()

    /// A workspace of its own below `folder`.
    init(_ name: String, in folder: String) throws {
      let own = folder + "/" + name
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      self.folder = try SampleWorkspace.copy("only-data", into: own)
    }

    @discardableResult
    func run(_ words: String...) throws -> String {
      let settings = ["--person", "周敬之", "--as-of", "2024-12-02", "--lang", "zh"]
      let status = Host.run(settings + words, in: SampleWorkspace.environment(folder: folder, capture))
      let text = capture.take()
      try #require(status == .done, "\(text)")
      return text
    }

    func setEach(to marks: Int) throws {
      let path = folder + "/plugins-beside/care/rubrics/2024.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing(#/each: \d+/#, with: "each: \(marks)").write(
        toFile: path, atomically: true, encoding: .utf8)
    }

    func results() throws -> [String] {
      let tables = ["care.mark | sort unit, place", "care.result | sort unit"]
      return try tables.map { try run("-c", $0 + " | drop version") }
    }
  }

  @Test("Marks are those of a first scoring") func comesToTheSame() throws {
    try withTemporaryFolder { folder in
      let first = try Desk("first", in: folder)
      try first.setEach(to: 3)
      try first.run("care", "score", "2024")
      let again = try Desk("again", in: folder)
      try again.run("care", "score", "2024")
      let before = try again.results()
      try again.setEach(to: 3)
      try again.run("care", "score", "2024")
      let after = try again.results()
      #expect(after == (try first.results()))
      #expect(after != before)
    }
  }

  @Test("Unchanged marks are not written") func leavesTheRest() throws {
    try withTemporaryFolder { folder in
      let desk = try Desk("again", in: folder)
      try desk.run("care", "score", "2024")
      let changes = try desk.run("-c", "log | count")
      try desk.run("care", "score", "2024")
      #expect(try desk.run("-c", "log | count") == changes)
    }
  }
}

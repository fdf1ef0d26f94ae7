import FoundationEssentials
import Testing

@testable import dudao

/// Replays every file of Tests/Transcripts on a fresh copy of its workspace.
///
/// With `DUDAO_RECORD=1` the answers are taken down anew; the run fails all the same, so that nothing is
/// recorded without being looked at.
@Suite("Transcripts")
struct TranscriptTests {
  static let folder = SampleWorkspace.root + "/Tests/Transcripts"

  static var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".transcript") }.sorted()
  }

  @Test("There are transcripts")
  func some() { #expect(!Self.files.isEmpty) }

  @Test("A session is answered as it was", arguments: Self.files)
  func replay(file: String) throws {
    let path = Self.folder + "/" + file
    let data = try #require(FileManager.default.contents(atPath: path))
    let transcript = Transcript(parsing: String(decoding: data, as: UTF8.self))
    let played = try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy(
        transcript.settings["workspace"] ?? "sample-2024", into: folder)
      return transcript.answered(try TranscriptPlayer(transcript, workspace: workspace).answers())
    }
    if ProcessInfo.processInfo.environment["DUDAO_RECORD"] == "1" {
      guard played.text != transcript.text else { return }
      try Data(played.text.utf8).write(to: URL(filePath: path), options: .atomic)
      Issue.record("\(file) was recorded anew; read it before you commit it")
      return
    }
    for (before, after) in zip(transcript.exchanges, played.exchanges) {
      #expect(before.answer == after.answer, "the answer to: \(before.input)")
    }
  }
}

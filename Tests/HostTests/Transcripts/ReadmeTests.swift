import FoundationEssentials
import Testing

@testable import dudao

/// The sessions that the READMEs and other pages show, in blocks fenced as `transcript`, are what really comes.
///
/// `DUDAO_RECORD=1` writes the answers into the file and fails the run, as with every transcript.
@Suite("Examples of the READMEs and the docs")
struct ReadmeTests {
  private static let fence = "```"

  @Test(arguments: [
    ("README.md", "en"), ("README.zh-CN.md", "zh"), ("docs/scripts.md", "en"),
  ])
  func sessionsAreAsShown(file: String, language: String) throws {
    let path = SampleWorkspace.root + "/" + file
    let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    var parts = text.components(between: Self.fence + "transcript\n", and: "\n" + Self.fence)
    #expect(parts.inside.count >= 2)
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      for index in parts.inside.indices {
        var transcript = Transcript(parsing: parts.inside[index])
        transcript.settings["lang"] = language
        var played = transcript.answered(try TranscriptPlayer(transcript, workspace: workspace).answers())
        for (shown, answer) in zip(transcript.exchanges, played.exchanges) {
          #expect(shown.answer == answer.answer, "the answer to: \(shown.input)")
        }
        played.settings = [:]
        parts.inside[index] = String(played.text.dropLast())
      }
    }
    if ProcessInfo.processInfo.environment["DUDAO_RECORD"] == "1" {
      try Data(parts.text.utf8).write(to: URL(filePath: path), options: .atomic)
    }
  }
}

extension String {
  /// The text cut at marks: what stands inside them and, one more, what stands around.
  fileprivate func components(between open: String, and close: String) -> MarkedParts {
    var parts = MarkedParts(open: open, close: close)
    var rest = self[...]
    while let start = rest.range(of: open), let end = rest[start.upperBound...].range(of: close) {
      parts.around.append(String(rest[..<start.lowerBound]))
      parts.inside.append(String(rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    parts.around.append(String(rest))
    return parts
  }
}

private struct MarkedParts {
  let open: String
  let close: String
  var inside: [String] = []
  var around: [String] = []

  /// The whole text, put together again.
  var text: String {
    zip(around, inside).map { $0 + open + $1 + close }.joined() + (around.last ?? "")
  }
}

import Testing

@Suite("The format of transcripts")
struct TranscriptFormatTests {
  private let text = """
    @workspace sample-2024
    @as-of 2024-11-23
    # What is known about a school.
    > 学校
    . | 计数
     163

    共 1 行

    $ dudao verify
    \\> quoted
    [exit 1]

    """

  @Test("Inputs, answers and settings are told apart")
  func parsing() {
    let transcript = Transcript(parsing: text)
    #expect(transcript.settings == ["workspace": "sample-2024", "as-of": "2024-11-23"])
    #expect(
      transcript.exchanges == [
        .init(input: "学校\n| 计数", isShell: false, answer: [" 163", "", "共 1 行"]),
        .init(input: "dudao verify", isShell: true, answer: ["\\> quoted", "[exit 1]"]),
      ])
  }

  @Test("What was read is written back as it was")
  func writing() { #expect(Transcript(parsing: text).text == text) }

  @Test("New answers take the place of the old ones")
  func answering() {
    let changed = Transcript(parsing: text).answered([["一"], Transcript.lines(of: "> quoted\n[exit 1]\n\n")])
    #expect(changed.exchanges.map(\.answer) == [["一"], ["\\> quoted", "[exit 1]"]])
  }
}

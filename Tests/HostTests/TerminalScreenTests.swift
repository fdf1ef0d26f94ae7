import Testing

@Suite("The terminal that tests look at")
struct TerminalScreenTests {
  private func screen(_ text: String, columns: Int = 20) -> TerminalScreen {
    var screen = TerminalScreen(columns: columns)
    for byte in text.utf8 { screen.feed([byte]) }
    return screen
  }

  @Test("Wide characters take two columns, and a line that is full goes on below")
  func wide() {
    #expect(screen("学校中文", columns: 6).lines == ["学校中", "文"])
    #expect(screen("a学校", columns: 4).lines == ["a学", "校"])
  }

  @Test("The cursor moves, erases and overwrites")
  func moving() {
    #expect(screen("abc\r\u{1B}[2Gx").lines == ["axc"])
    #expect(screen("学校\u{1B}[3G\u{1B}[K").lines == ["学"])
    #expect(screen("a\r\nb\u{1B}[Ac").lines == ["ac", "b"])
    #expect(screen("\u{1B}[?2004h\u{1B}[1mx\u{1B}[0m").beforeCursor == "x")
  }
}

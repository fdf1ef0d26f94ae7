import Testing

@testable import dudao

/// How `due --run` ends for a timer that asks it.
@Suite struct DueExitTests {
  /// Forms that nobody has sent out yet make commands in the scripts fail; that something is overdue is told all the same.
  @Test func whatIsOverdueIsNotHiddenByScriptsThatFail() throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      let capture = Capture()
      let status = Host.run(
        ["--as-of", "2024-12-15", "due", "--run", "--format", "json"],
        in: SampleWorkspace.environment(folder: workspace, capture))
      #expect(status == .checkFailed)
      #expect(capture.take().contains("没有下发"))
    }
  }
}

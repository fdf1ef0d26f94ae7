import Testing

@testable import KitFormats

/// Programs that behave as programs do: they talk much, close their output early, leave others behind.
@Suite struct ChildProcessTests {
  private func run(_ script: String, seconds: Int = 20) throws -> ChildProcess.Ending? {
    try #require(ChildProcess.start("/bin/sh", ["sh", "-c", script])).wait(seconds: seconds)
  }

  private func exitCode(_ ending: ChildProcess.Ending?) -> Int32? {
    if case .exited(let code, _) = ending { code } else { nil }
  }

  @Test func outputAndErrorOutputAreReadTogether() throws {
    guard case .exited(3, let output) = try run("echo a; echo b >&2; exit 3") else {
      Issue.record("ended otherwise")
      return
    }
    #expect(output == "a\nb\n")
  }

  @Test func aChildThatTalksWithoutMeasureIsReadToItsEnd() throws {
    guard case .exited(7, let output) = try run("head -c 5000000 /dev/zero; exit 7") else {
      Issue.record("ended otherwise")
      return
    }
    #expect(output.utf8.count == 1 << 20)
  }

  @Test func theDeadlineHoldsForAChildThatHasClosedItsOutput() throws {
    let start = ContinuousClock.now
    #expect(try run("exec >&- 2>&-; sleep 30", seconds: 1) == nil)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func theDeadlineHoldsForAChildThatNeverStopsTalking() throws {
    #expect(try run("yes", seconds: 1) == nil)
  }

  @Test func whatAChildLeavesBehindIsNotWaitedFor() throws {
    let start = ContinuousClock.now
    #expect(exitCode(try run("sleep 15 & exit 4")) == 4)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func aChildThatIsKilledSaysBySignal() throws {
    guard case .killed(9, _) = try run("kill -9 $$") else {
      Issue.record("ended otherwise")
      return
    }
  }
}

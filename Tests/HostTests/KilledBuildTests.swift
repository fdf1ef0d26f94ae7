import Foundation
import Testing

@testable import dudao

/// A process that is killed while a sample's store is built for the first time: the next start goes on.
@Suite("A first build that is killed")
struct KilledBuildTests {
  @Test("The next start imports what is missing", arguments: [0.05, 0.15, 0.3, 0.5, 0.8, 1.2, 1.7, 2.5])
  func killed(seconds: Double) throws {
    try building { workspace, process, whole in
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      // The chain comes out as if nothing had happened.
      try expectSame(workspace, whole)
    }
  }

  @Test("Ctrl-C stops it and says how far it came")
  func interrupted() throws {
    try building { workspace, process, whole in
      // Not before it watches for the wish to stop, which it does when it says what it begins.
      let errors = try #require(process.standardError as? Pipe).fileHandleForReading
      var text = ""
      while !text.contains("第一次打开"), process.isRunning {
        text += String(decoding: errors.availableData, as: UTF8.self)
      }
      process.interrupt()
      process.waitUntilExit()
      text += String(decoding: errors.readDataToEndOfFile(), as: UTF8.self)
      #expect(process.terminationStatus == ExitStatus.interrupted.rawValue)
      #expect(text.contains("已停止导入：共 22 个文件") && !text.contains("出了意外"), "\(text)")
      try expectSame(workspace, whole)
    }
  }

  private static let options = ["--as-of", SampleWorkspace.day, "--person", SampleWorkspace.person]

  /// Starts building a new copy of the sample; beside it lies one that was built in peace.
  private func building(_ body: (String, Process, _ whole: String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let whole = try SampleWorkspace.copy("sample-2024", into: folder)
      let workspace = folder + "/new"
      try FileManager.default.copyItem(
        atPath: SampleWorkspace.root + "/workspaces/sample-2024", toPath: workspace)
      for leaf in [
        "workspace.sqlite", "workspace.sqlite-wal", "workspace.sqlite-shm", "workspace.sqlite.holder",
      ] {
        try? FileManager.default.removeItem(atPath: workspace + "/" + leaf)
      }
      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "dudao")
      process.arguments = ["-w", workspace, "-c", "1"] + Self.options
      process.environment = ["HOME": folder, "LANG": "C.UTF-8", "LOGNAME": "tester"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = Pipe()
      // Threads of a test hold signals back, and a process begins with what its parent's thread holds back.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGINT)
      var before = sigset_t()
      pthread_sigmask(SIG_UNBLOCK, &signals, &before)
      defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
      try process.run()
      try body(workspace, process, whole)
    }
  }

  private func expectSame(_ workspace: String, _ whole: String) throws {
    let (resumed, built) = (try head(workspace), try head(whole))
    #expect(resumed == built)
  }

  private func head(_ workspace: String) throws -> String {
    let capture = Capture()
    let environment = SampleWorkspace.environment(folder: workspace, capture)
    #expect(Host.run(["verify"] + Self.options, in: environment) == .done)
    _ = capture.take()
    let query = ["-c", "log | sort -id | take 1 | select id, code", "--format", "csv"]
    #expect(Host.run(query + Self.options, in: environment) == .done)
    return capture.take()
  }
}

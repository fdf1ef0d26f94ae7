import Foundation
import Testing

@testable import dudao

/// A process that is killed while a sample's store is built for the first time: the next start goes on.
@Suite("A first build that is killed")
struct KilledBuildTests {
  @Test("The next start imports what is missing", arguments: [0.05, 0.15, 0.3, 0.5, 0.8, 1.2, 1.7, 2.5])
  func killed(seconds: Double) throws {
    try withTemporaryFolder { folder in
      let whole = try SampleWorkspace.copy("sample-2024", into: folder)
      let workspace = folder + "/new"
      try FileManager.default.copyItem(
        atPath: SampleWorkspace.root + "/workspaces/sample-2024", toPath: workspace)
      for leaf in ["workspace.sqlite", "workspace.sqlite-wal", "workspace.sqlite-shm"] {
        try? FileManager.default.removeItem(atPath: workspace + "/" + leaf)
      }
      let options = ["--as-of", SampleWorkspace.day, "--person", SampleWorkspace.person]
      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "dudao")
      process.arguments = ["-w", workspace, "-c", "1"] + options
      process.environment = ["HOME": folder, "LANG": "C.UTF-8", "LOGNAME": "tester"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: seconds)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()

      // The chain comes out as if nothing had happened.
      #expect(try head(workspace, options) == head(whole, options))
    }
  }

  private func head(_ workspace: String, _ options: [String]) throws -> String {
    let capture = Capture()
    let environment = SampleWorkspace.environment(folder: workspace, capture)
    #expect(Host.run(["verify"] + options, in: environment) == .done)
    _ = capture.take()
    let query = ["-c", "log | sort -id | take 1 | select id, code", "--format", "csv"]
    #expect(Host.run(query + options, in: environment) == .done)
    return capture.take()
  }
}

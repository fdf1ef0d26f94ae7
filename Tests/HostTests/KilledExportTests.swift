import Foundation
import KitFormats
import Testing

@testable import dudao

/// A process that is killed while it exports leaves the file as it was, or whole.
@Suite("An export that is killed")
struct KilledExportTests {
  private static let rows = 60_000

  /// Enough rows that writing them takes longer than starting up.
  private static let text =
    "督导记录 | 选列 记录编号, 学期, 督导情况 | 关联 (督导记录 | 选列 学期, 日期) 按 学期 | 取 \(rows) | 导出 \"全部.csv\""

  /// When the process is killed.
  enum Moment: Hashable, Sendable {
    /// So long after its start, wherever it is then.
    case after(Double)
    /// So long after it has begun to write.
    case writing(Double)
  }

  @Test(
    "The file is whole or as it was before",
    arguments: [0.05, 0.35, 0.9, 5].map(Moment.after) + [0, 0.02, 0.05, 0.1].map(Moment.writing))
  func killed(moment: Moment) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      let file = workspace + "/exports/全部.csv"
      try FileManager.default.createDirectory(
        atPath: workspace + "/exports", withIntermediateDirectories: true)
      try Data("before\n".utf8).write(to: URL(filePath: file))

      let process = Process()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "dudao")
      process.arguments = ["-w", workspace, "--person", SampleWorkspace.person, "--yes", "-c", Self.text]
      process.environment = ["HOME": folder, "LANG": "C.UTF-8"]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      switch moment {
      case .after(let seconds): Thread.sleep(forTimeInterval: seconds)
      case .writing(let seconds):
        while process.isRunning, try Self.names(in: workspace + "/exports").count < 2 { usleep(500) }
        Thread.sleep(forTimeInterval: seconds)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()

      let lines = try String(contentsOf: URL(filePath: file), encoding: .utf8).split(separator: "\n").count
      #expect(lines == 1 || lines == Self.rows + 1)
      // Killed as soon as it wrote, it was not done: what it had begun lies beside the file of before.
      if moment == .writing(0) {
        #expect(lines == 1)
        #expect(try Self.names(in: workspace + "/exports").count == 2)
      }

      // The store is sound; the next export goes through, and removes what the first one left once it is old.
      for name in try Self.names(in: workspace + "/exports") {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: workspace + "/exports/" + name
        )
      }
      let capture = Capture()
      let environment = SampleWorkspace.environment(folder: workspace, capture)
      let options = ["--as-of", SampleWorkspace.day, "--person", SampleWorkspace.person]
      #expect(Host.run(["verify"] + options, in: environment) == .done, "\(capture.take())")
      #expect(Host.run(["--yes", "-c", Self.text] + options, in: environment) == .done, "\(capture.take())")
      #expect(try Self.names(in: workspace + "/exports") == ["全部.csv"])
    }
  }

  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }
}

import FoundationEssentials
import Testing

@testable import dudao

/// Copies of the sample workspaces, their stores built once for all tests.
enum SampleWorkspace {
  /// The root of the project.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")

  /// Fixed for all tests, so that the chain of the journal comes out the same.
  static let person = "罗启超"
  /// One whose duty is 审定.
  static let approver = "周敬之"
  static let day = "2024-11-23"

  /// A new folder that holds a copy of the workspace.
  static func copy(_ name: String, into folder: String) throws -> String {
    let own = root + "/Tests/Workspaces/" + name
    if FileManager.default.fileExists(atPath: own) {
      try FileManager.default.copyItem(atPath: own, toPath: folder + "/" + name)
      return folder + "/" + name
    }
    let prepared = try prepared.get()
    try FileManager.default.copyItem(atPath: prepared + "/" + name, toPath: folder + "/" + name)
    return folder + "/" + name
  }

  private static let prepared = Result { () throws -> String in
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/dudao-samples-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: root + "/workspaces/sample-2024", toPath: folder + "/sample-2024")
    for leaf in ["workspace.sqlite", "workspace.sqlite-wal", "workspace.sqlite-shm", "exports", "backups"] {
      try? FileManager.default.removeItem(atPath: folder + "/sample-2024/" + leaf)
    }
    let capture = Capture()
    let status = Host.run(
      ["-c", "1", "--as-of", day, "--person", person],
      in: environment(folder: folder + "/sample-2024", capture))
    guard status == .done else { throw SampleFailure(text: capture.take()) }
    return folder
  }

  /// A process without a terminal, in that folder.
  static func environment(folder: String, _ capture: Capture) -> HostEnvironment {
    // Workspaces of tests may bring plugins of their own.
    HostEnvironment(
      variables: [
        "HOME": folder + "/../home", "LANG": "zh_CN.UTF-8", "LOGNAME": "tester",
        "DUDAO_PLUGIN_PATH": folder + "/plugins-beside",
      ], folder: folder,
      executable: root + "/.build/debug/dudao", terminal: .none, console: capture.console, readInput: { [] })
  }
}

/// The sample could not be built.
struct SampleFailure: Error {
  var text: String
}

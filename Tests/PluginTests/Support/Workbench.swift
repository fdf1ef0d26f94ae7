import Foundation

/// The built workbench on a new workspace, with a home of its own.
struct Workbench {
  private let home: URL
  private let workspace: URL
  private let environment: [String: String]

  init(plugins: URL, enabling ids: [String]) throws {
    home = plugins.appending(path: ".home")
    workspace = home.appending(path: "desk")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    environment = ["HOME": home.path, "DUDAO_PLUGIN_PATH": plugins.path, "LANG": "C.UTF-8"]
    let made = try start(["new", workspace.path])
    guard made.status == 0 else { throw Failure(text: made.errors) }
    let file = workspace.appending(path: "workspace.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
      .replacing("plugins: [district]", with: "plugins: [\(ids.joined(separator: ", "))]")
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  struct Failure: Error { var text: String }

  /// Runs a text; values come as lines of JSON.
  func run(_ text: String) throws -> Shell.Run {
    try start(["-w", workspace.path, "--format", "jsonl", "--lang", "en", "-c", text])
  }

  private func start(_ arguments: [String]) throws -> Shell.Run {
    try Shell.run(
      Shell.products.appending(path: "dudao").path, arguments, in: home, environment: environment)
  }
}

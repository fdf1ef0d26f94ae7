import Foundation
import KitModel
import KitStore

@testable import KitWorkspace

/// A workspace in a folder of its own, for one test.
struct ScratchWorkspace {
  let folder: WorkspaceFolder
  let context = ChangeContext(
    person: "沈文静", login: "shen", time: Timestamp(seconds: 1_732_000_000), command: "import")

  /// An empty workspace.
  init(configuration: String = "title: 试验\nschool_year: 2024-2025\n") throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "dudao-\(UUID().uuidString)").path
    folder = WorkspaceFolder(path)
    try FileManager.default.createDirectory(atPath: folder.data, withIntermediateDirectories: true)
    try Data(configuration.utf8).write(to: URL(filePath: folder.configurationFile))
  }

  /// With the configuration of another workspace and links to its files.
  init(copying other: WorkspaceFolder) throws {
    try self.init(configuration: String(contentsOfFile: other.configurationFile, encoding: .utf8))
    for name in try FileManager.default.contentsOfDirectory(atPath: other.data) {
      try FileManager.default.copyItem(atPath: other.data + "/" + name, toPath: folder.data + "/" + name)
    }
  }

  func open(_ declarations: DeclarationSet) throws -> Workspace {
    try Workspace(
      opening: folder, configuration: folder.configuration(), declarations: declarations, context: context)
  }

  /// Writes a file into `data/`.
  func keep(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder.data + "/" + name))
  }

  /// Writes a file outside of the workspace and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    let inbox = folder.path + "-收件"
    try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: inbox + "/" + name))
    return inbox + "/" + name
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: folder.path)
    try? FileManager.default.removeItem(atPath: folder.path + "-收件")
  }
}

import KitModel
import Testing

@testable import dudao

@Suite("Finding the workspace")
struct WorkspaceFinderTests {
  private func finder(at folder: String) -> WorkspaceFinder {
    let files: Set = ["/a/2024/workspace.yaml", "/a/2024", "/a/b", "/a/2024/data"]
    return WorkspaceFinder(currentFolder: folder) { files.contains($0) }
  }

  @Test(
    "The folder given, its file, or the nearest above",
    arguments: [
      ("/a", "2024", "/a/2024"), ("/x", "/a/2024/", "/a/2024"), ("/a/2024/data", "../", "/a/2024"),
      ("/a", "./2024/workspace.yaml", "/a/2024"), ("/a/2024/data/x", nil, "/a/2024"), ("/a", nil, nil),
    ] as [(String, String?, String?)])
  func found(current: String, given: String?, expected: String?) throws {
    #expect(try finder(at: current).folder(given: given) == expected)
  }

  @Test("A folder without workspace and a folder that is not there are told apart")
  func refused() {
    #expect(throws: Diagnostic(HostMessages.notAWorkspace, ["folder": "b"])) {
      try finder(at: "/a").folder(given: "b")
    }
    #expect(throws: Diagnostic(HostMessages.noSuchFolder, ["folder": "c"])) {
      try finder(at: "/a").folder(given: "c")
    }
  }
}

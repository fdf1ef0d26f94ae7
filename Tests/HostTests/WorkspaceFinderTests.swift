import KitModel
import Testing

@testable import dudao

@Suite("Finding the workspace")
struct WorkspaceFinderTests {
  private func finder(at folder: String) -> WorkspaceFinder {
    let files: Set = ["/a/2024/workspace.yaml", "/a/2024", "/a/b", "/a/2024/data", "/a/名单.csv"]
    return WorkspaceFinder(
      currentFolder: folder, fileExists: { files.contains($0) }, isFolder: { !$0.hasSuffix(".csv") })
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
    #expect(throws: Diagnostic(HostMessages.fileIsNoWorkspace, ["folder": "名单.csv"])) {
      try finder(at: "/a").folder(given: "名单.csv")
    }
    #expect(throws: Diagnostic(HostMessages.noSuchFolder, ["folder": "c"])) {
      try finder(at: "/a").folder(given: "c")
    }
  }
}

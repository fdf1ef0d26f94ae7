import Foundation
import Testing

@testable import KitWorkspace

/// Where files lie that are named: for a saved script in its workspace, whatever lies where it is started.
@Suite("Places of files")
struct InputPlaceTests {
  /// Something that lies in the folder in which the process stands.
  private static let here = try? FileManager.default.contentsOfDirectory(
    atPath: FileManager.default.currentDirectoryPath
  ).sorted().first

  @Test("A script reads the file of its workspace, a person the one at hand")
  func scriptAndPerson() throws {
    let name = try #require(Self.here)
    try withTemporaryFolder { folder in
      try Data("own".utf8).write(to: URL(filePath: folder + "/" + name))
      let script = try InputPlace(workspace: folder, isScript: true).find(name)
      #expect(script.path == folder + "/" + name)
      #expect(!script.isFromHere)
      #expect(try InputPlace(workspace: folder, isScript: false).find(name).path == name)
    }
  }

  @Test("What a script finds only where it is started is told")
  func fromHere() throws {
    let name = try #require(Self.here)
    try withTemporaryFolder { folder in
      let found = try InputPlace(workspace: folder, isScript: true).find(name)
      #expect(found.path == name)
      #expect(found.isFromHere)
    }
  }

  @Test("What is nowhere is missed in the workspace")
  func nowhere() throws {
    try withTemporaryFolder { folder in
      let script = try InputPlace(workspace: folder, isScript: true).find("没有/这个.xlsx")
      #expect(script.path == folder + "/没有/这个.xlsx")
      #expect(!script.isFromHere)
      let typed = try InputPlace(workspace: folder, isScript: false).find("没有/这个.xlsx")
      #expect(typed.path == "没有/这个.xlsx")
    }
  }

  @Test("A full path is what it is")
  func full() throws {
    let found = try InputPlace(workspace: "/w", isScript: true).find("/x/y.csv")
    #expect(found.path == "/x/y.csv")
  }
}

import FoundationEssentials
import Testing

@testable import dudao

@Suite("Input history")
struct HistoryTests {
  @Test("Entries come back in order, several lines as one entry")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let history = History(path: folder + "/state/history")
      let entries = ["学校 | 计数", "school\n| where 名称 ~ \"\\d+\"\n| count", "\\n"]
      for entry in entries { #expect(history.append(entry) == nil) }
      #expect(history.load().entries == entries)
      #expect(history.load().remark == nil)
    }
  }

  @Test("A damaged file is moved aside and said, and a new one begins")
  func damaged() throws {
    try withTemporaryFolder { folder in
      let history = History(path: folder + "/history")
      for attempt in ["history.damaged", "history.damaged-2"] {
        try Data([0xE9, 0x9D, 0x00, 0x0A]).write(to: URL(filePath: history.path))
        let (entries, remark) = history.load()
        #expect(entries.isEmpty)
        #expect(remark?.arguments["aside"] == folder + "/" + attempt)
        #expect(FileManager.default.fileExists(atPath: folder + "/" + attempt))
        #expect(history.append("help") == nil)
        #expect(history.load().entries == ["help"])
      }
    }
  }

  @Test("A folder that cannot be written is said and stops nothing")
  func readOnly() {
    let remark = History(path: "/proc/no-such-folder/history").append("help")
    #expect(remark?.message == HostMessages.historyNotKept)
  }

  @Test(
    "The file stands with the user's state",
    arguments: [
      (["DUDAO_HISTORY": "/x/h", "HOME": "/home/a"], "/x/h"),
      (["XDG_STATE_HOME": "/s", "HOME": "/home/a"], "/s/dudao/history"),
      (["HOME": "/home/a", "XDG_STATE_HOME": ""], "/home/a/.local/state/dudao/history"),
      ([:], nil),
    ] as [([String: String], String?)])
  func place(environment: [String: String], expected: String?) {
    #expect(History.path(environment: environment) == expected)
  }
}

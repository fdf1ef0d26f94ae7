import FoundationEssentials
import Testing

@testable import dudao

/// A person at the keyboard of a real terminal: what no test of parts can show.
@Suite("At the prompt", .serialized)
struct PromptTests {
  /// Opens the sample on a terminal and waits for its prompt.
  private func atPrompt(columns: Int = 80, _ body: (PseudoTerminal, String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      let terminal = try #require(
        PseudoTerminal(
          SampleWorkspace.root + "/.build/debug/dudao",
          [
            "open", workspace, "--as-of", SampleWorkspace.day, "--person", SampleWorkspace.person,
            "--no-color",
          ],
          environment: [
            "HOME": folder, "TERM": "xterm", "LANG": "C", "PATH": "/usr/bin:/bin", "DUDAO_PAGER": "",
            "DUDAO_HISTORY": folder + "/history",
          ], folder: folder, columns: columns))
      try #require(terminal.wait { $0.beforeCursor == "sample-2024> " })
      try body(terminal, folder)
    }
  }

  @Test("The banner says where one is, how old the backup is, and where to begin")
  func banner() throws {
    try atPrompt(columns: 200) { terminal, _ in
      let lines = terminal.screen.lines
      #expect(lines.count == 4)
      #expect(lines.first?.hasPrefix("云岭区教育督导样例 · ") == true)
      #expect(lines.first?.hasSuffix(" · " + SampleWorkspace.person) == true)
      // How much is due depends on the day.
      #expect(lines.dropFirst().first?.hasPrefix("待办：逾期 ") == true)
      #expect(lines.dropFirst().first?.hasSuffix(" · 还没有备份过，输入 backup 备份一次") == true)
    }
  }

  @Test("Tab completes pinyin initials to the Chinese name, and lists where several fit")
  func completion() throws {
    try atPrompt { terminal, _ in
      terminal.type("学校 | 选列 mc\t")
      #expect(terminal.wait { $0.beforeCursor == "sample-2024> 学校 | 选列 名称" })
      terminal.type("\u{15}qszz\t")
      #expect(terminal.wait { $0.text.contains("青石镇中心小学 单位    青石镇中心幼儿园 单位\n") })
      #expect(terminal.wait { $0.beforeCursor == "sample-2024> qszz" })
    }
  }

  @Test("The cursor keeps its column among wide characters, also when the line is longer than the screen")
  func wideEditing() throws {
    try atPrompt(columns: 40) { terminal, _ in
      terminal.type("学校名称很长很长很长很长的一个查询语句")
      terminal.type("\u{1}ab\u{1B}[C\u{1B}[3~")
      // The editor writes the line anew piece by piece: only the whole of it is what is meant.
      #expect(
        terminal.wait {
          $0.beforeCursor == "sample-2024> ab学"
            && $0.lines.suffix(2) == ["sample-2024> ab学名称很长很长很长很长的", "一个查询语句"]
        })
    }
  }

  @Test("An unfinished input goes on; the arrow brings all of it back, also in the next session")
  func multipleLines() throws {
    try atPrompt { terminal, folder in
      terminal.type("学校 |\r")
      #expect(terminal.wait { $0.beforeCursor == "         ... " })
      terminal.type("计数\r")
      #expect(
        terminal.wait {
          $0.text.contains(" 163\n共 1 行\nsample-2024> ") || $0.text.hasSuffix("共 1 行\nsample-2024>")
        })
      terminal.type("\u{1B}[A")
      #expect(terminal.wait { $0.text.hasSuffix("sample-2024> 学校 |\n计数") })
      #expect(History(path: folder + "/history").load().entries == ["学校 |\n计数"])
    }
  }

  @Test("Several lines pasted are one input")
  func paste() throws {
    try atPrompt { terminal, folder in
      terminal.type("\u{1B}[200~学校\n| 筛选\t学段 == \"小学\"\n| 计数\n\u{1B}[201~")
      #expect(terminal.wait { $0.text.hasSuffix("sample-2024> 学校\n| 筛选 学段 == \"小学\"\n| 计数") })
      terminal.type("\r")
      #expect(terminal.wait { $0.text.contains(" 105") && $0.beforeCursor == "sample-2024> " })
      #expect(History(path: folder + "/history").load().entries.count == 1)
    }
  }

  @Test("Ctrl-R finds an earlier input")
  func search() throws {
    try atPrompt { terminal, _ in
      terminal.type("1 + 1\r")
      #expect(terminal.wait { $0.text.contains("\n2\nsample-2024>") })
      terminal.type("2 + 2\r")
      #expect(terminal.wait { $0.text.contains("\n4\nsample-2024>") })
      terminal.type("\u{12}1 +")
      #expect(terminal.wait { $0.text.contains("bck:1 +") })
      terminal.type("\r")
      #expect(terminal.wait { $0.lines.count { $0 == "2" } == 2 })
    }
  }

  @Test("Ctrl-C throws a line away and stops a query; the session goes on")
  func interrupt() throws {
    try atPrompt { terminal, _ in
      terminal.type("学校 | 选\u{3}")
      #expect(terminal.wait { $0.text.hasSuffix("sample-2024> 学校 | 选^C\nsample-2024>") })
      // Hundreds of rows beside hundreds, four times over: longer than anybody waits.
      let visits = "(督导记录 | 选列 学期)"
      let joined = (1...4).map { "join \(visits) as v\($0) on 学期" }.joined(separator: " | ")
      terminal.type("督导记录 | 选列 学期 | \(joined) | 计数\r")
      try #require(terminal.wait { $0.beforeCursor.isEmpty })
      _ = terminal.wait(seconds: 1) { _ in false }
      terminal.type("\u{3}")
      #expect(terminal.wait { $0.beforeCursor == "sample-2024> " && $0.text.contains("已停止") })
      terminal.type("1 + 1\r")
      #expect(terminal.wait { $0.text.hasSuffix("\n2\nsample-2024>") })
    }
  }

  @Test("An undo of many rows is asked about, as any change of many rows")
  func undoAsks() throws {
    try atPrompt(columns: 200) { terminal, _ in
      terminal.type("学校 | 更新 备注 = \"x\"\r")
      #expect(terminal.wait { $0.beforeCursor == "将新增 0 行，更新 163 行，删除 0 行。继续？ [y/N] " })
      terminal.type("y\r")
      #expect(terminal.wait { $0.text.contains("记为改动 23") && $0.beforeCursor == "sample-2024> " })
      terminal.type("undo\r")
      #expect(terminal.wait { $0.beforeCursor == "将新增 0 行，更新 163 行，删除 0 行。继续？ [y/N] " })
      terminal.type("n\r")
      #expect(terminal.wait { $0.text.contains("没有确认，什么都没有改动") && $0.beforeCursor == "sample-2024> " })
      terminal.type("undo 23\r")
      #expect(terminal.wait { $0.beforeCursor.hasSuffix("[y/N] ") })
      terminal.type("y\r")
      #expect(terminal.wait { $0.text.contains("已撤销改动 23") && $0.text.contains("undo 24") })
    }
  }

  @Test("Tab on the empty line takes the fix that was offered")
  func fix() throws {
    try atPrompt { terminal, _ in
      terminal.type("学校 | 选列 名字\r")
      #expect(terminal.wait { $0.text.contains("改为：学校 | 选列 名称") && $0.beforeCursor == "sample-2024> " })
      terminal.type("\t")
      #expect(terminal.wait { $0.beforeCursor == "sample-2024> 学校 | 选列 名称" })
    }
  }

  @Test("Ctrl-D leaves", arguments: ["\u{4}", "exit\r", "退出\r"])
  func leave(keys: String) throws {
    try atPrompt { terminal, _ in
      terminal.type(keys)
      #expect(terminal.end() == 0)
    }
  }
}

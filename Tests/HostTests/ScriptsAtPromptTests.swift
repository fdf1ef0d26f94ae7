import FoundationEssentials
import Testing

@testable import dudao

/// Scripts run by a person at the keyboard of a real terminal.
@Suite("Scripts at the prompt", .serialized)
struct ScriptsAtPromptTests {
  /// Opens the sample, with scripts of a test besides its own, on a terminal and waits for its prompt.
  private func atPrompt(
    scripts: [String: String] = [:], _ body: (PseudoTerminal, _ workspace: String) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      for (name, text) in scripts {
        try Data(text.utf8).write(to: URL(filePath: workspace + "/scripts/" + name + ".dd"))
      }
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
          ], folder: folder, columns: 120))
      try #require(terminal.wait { $0.beforeCursor == "sample-2024> " })
      try body(terminal, workspace)
    }
  }

  @Test("What a script lacks is asked for, until the answer can be read; given values are not")
  func asking() throws {
    let script = """
      参数 本学期: 周期 "哪个学期"
      参数 学段名: 选项("小学", "初中") "哪个学段"
      打印 本学期, 学段名, (学校 | 筛选 学段 == $学段名 | 计数)
      """
    try atPrompt(scripts: ["问一问": script]) { terminal, _ in
      terminal.type("run 问一问\r")
      #expect(terminal.wait { $0.beforeCursor.hasPrefix("本学期（周期）哪个学期：") })
      terminal.type("春天\r")
      #expect(terminal.wait { $0.text.contains("请再写一次，空行放弃") && $0.beforeCursor.hasPrefix("本学期") })
      terminal.type("2024秋\r")
      #expect(terminal.wait { $0.beforeCursor.hasPrefix("学段名（小学/初中）哪个学段：") })
      terminal.type("小学\r")
      #expect(terminal.wait { $0.text.contains("2024秋 小学 105") && $0.beforeCursor == "sample-2024> " })
      terminal.type("run 问一问 --本学期 2024春 --学段名 初中\r")
      #expect(terminal.wait { $0.text.contains("2024春 初中 ") && $0.beforeCursor == "sample-2024> " })
      // An empty line gives up: what is missing is told, and nothing runs.
      terminal.type("run 问一问 --本学期 2023春\r")
      #expect(terminal.wait { $0.beforeCursor.hasPrefix("学段名") })
      terminal.type("\r")
      #expect(
        terminal.wait { $0.text.contains("脚本 问一问 还缺 1 个参数") && $0.beforeCursor == "sample-2024> " })
      #expect(!terminal.screen.text.contains("2023春 "))
      // Ctrl-C stops, and asks for nothing more.
      terminal.type("run 问一问\r")
      #expect(terminal.wait { $0.beforeCursor.hasPrefix("本学期") })
      terminal.type("\u{3}")
      #expect(terminal.wait { $0.text.contains("已停止") && $0.beforeCursor == "sample-2024> " })
    }
  }

  @Test("Ctrl-C at the question of a script that runs from the shell ends it as Ctrl-C does elsewhere")
  func interruptedQuestion() throws {
    try withTemporaryFolder { folder in
      let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
      try Data("参数 名: 文本\n打印 名".utf8).write(to: URL(filePath: workspace + "/scripts/问名.dd"))
      let terminal = try #require(
        PseudoTerminal(
          SampleWorkspace.root + "/.build/debug/dudao",
          ["-w", workspace, "--person", SampleWorkspace.person, "--no-color", "run", "问名"],
          environment: ["HOME": folder, "TERM": "xterm", "LANG": "C", "PATH": "/usr/bin:/bin"], folder: folder
        ))
      try #require(terminal.wait { $0.beforeCursor.hasPrefix("名（文本）") })
      terminal.type("\u{3}")
      #expect(terminal.end() == 130)
      #expect(terminal.screen.text.contains("已停止"))
    }
  }

  @Test("Ctrl-C stops a loop without end: nothing behind it ran, no file is half there, the session goes on")
  func interrupted() throws {
    let script = """
      遍历 a 取自 学校 { 遍历 b 取自 学校 { 遍历 c 取自 学校 {
        学校 | 选列 代码, 名称, 学生数 | 导出 "无尽.xlsx"
        打印 "转到", c.代码
      } } }
      学校 | 更新 备注 = "到头了"
      """
    try atPrompt(scripts: ["无尽": script]) { terminal, workspace in
      let before = try Self.entries(terminal, "以前")
      terminal.type("run 无尽\r")
      // Some turns of it.
      try #require(
        terminal.wait { $0.lines.count { $0.contains("转到") } > 3 })
      terminal.type("\u{3}")
      try #require(terminal.wait { $0.text.contains("已停止") && $0.beforeCursor == "sample-2024> " })
      terminal.type("学校 | 筛选 备注 == \"到头了\" | 计数\r")
      #expect(terminal.wait { $0.lines.contains { $0.hasSuffix("   0") || $0 == "0" } })
      let files = try FileManager.default.contentsOfDirectory(atPath: workspace + "/exports")
      #expect(files == ["无尽.xlsx"])
      let bytes = FileManager.default.contents(atPath: workspace + "/exports/无尽.xlsx") ?? Data()
      // A zip that is whole ends with its directory.
      #expect(bytes.suffix(22).starts(with: [0x50, 0x4B, 5, 6]))
      #expect(try Self.entries(terminal, "以后") == before)
      terminal.type("verify\r")
      #expect(terminal.wait { $0.text.contains("完好") && $0.beforeCursor == "sample-2024> " })
    }
  }

  /// How many entries the journal has that are no runs.
  private static func entries(_ terminal: PseudoTerminal, _ mark: String) throws -> Substring {
    terminal.type("打印 \"\(mark)\", (log | 筛选 种类 != \"运行\" | 计数)\r")
    try #require(
      terminal.wait { screen in
        screen.lines.contains { $0.hasPrefix(mark + " ") } && screen.beforeCursor == "sample-2024> "
      })
    let line = terminal.screen.lines.last { $0.hasPrefix(mark + " ") }
    return try #require(line?.split(separator: " ").last)
  }

  @Test("Tab completes what a script takes, and the values of it")
  func completion() throws {
    try atPrompt { terminal, _ in
      terminal.type("run 督导频次 --b\t")
      #expect(terminal.wait { $0.beforeCursor == "sample-2024> run 督导频次 --本学期" })
      terminal.type("\u{15}run 督导频次 --\t\t")
      #expect(terminal.wait { $0.text.contains("--本学期") && $0.text.contains("--至少") })
    }
  }
}

import KitModel
import Testing

@testable import dudao

@Suite("Command line")
struct InvocationTests {
  @Test(
    "Words of the shell become an action",
    arguments: [
      ([], .prompt(folder: nil)),
      (["open", "样例"], .prompt(folder: "样例")),
      (["打开", "样例"], .prompt(folder: "样例")),
      (["run", "开学.dd"], .script(path: "开学.dd", arguments: [])),
      (
        ["run", "开学", "--学期", "2024秋", "--as-of", "2024-09-03"],
        .script(path: "开学", arguments: ["--学期", "2024秋"])
      ),
      (["new", "2025"], .create(folder: "2025")),
      (["new", "zone", "code=Z9"], .command(["new", "zone", "code=Z9"])),
      (["-c", "学校 | 计数", "--format", "json"], .text("学校 | 计数")),
      (["import", "开学 自查.xlsx", "--yes"], .command(["import", "开学 自查.xlsx"])),
      (["undo", "-1"], .command(["undo", "-1"])),
      (["verify", "--help"], .help(topics: ["verify"])),
      (["--version"], .version),
    ] as [([String], Invocation.Action)])
  func action(arguments: [String], expected: Invocation.Action) throws {
    #expect(try Invocation(arguments, inputIsTerminal: true).action == expected)
  }

  @Test(
    "Words of the shell become a statement, quoted where the language wants it",
    arguments: [
      (["import", "开学 自查.xlsx", "--into", "school"], "import \"开学 自查.xlsx\" --into school"),
      (["import", "a.csv", "--map=在校 人数=pupils"], "import a.csv --map=\"在校 人数=pupils\""),
      (["new", "学区", "名称=试验 学区", "代码=Z9"], "new 学区 名称=\"试验 学区\" 代码=\"Z9\""),
      (["find", "名称=试验"], "find \"名称=试验\""),
      (["undo", "-1"], "undo -1"), (["find", "a\"b"], "find \"a\"\"b\""),
      (["find", "a\\", "b"], "find \"a\\\" b"),
    ])
  func statement(words: [String], expected: String) throws {
    #expect(try ShellWords.statement(words) == expected)
  }

  @Test("Without a terminal and without words, statements come from the standard input")
  func standardInput() throws {
    #expect(try Invocation([], inputIsTerminal: false).action == .standardInput)
  }

  @Test("Options are read wherever they stand")
  func options() throws {
    let options = try Invocation(
      ["verify", "-w", "样例", "--as-of", "2024-11-23", "--lang", "en", "--labels", "--without", "Bulletin"],
      inputIsTerminal: true
    ).options
    #expect(options.workspace == "样例")
    #expect(options.asOf == CalendarDate(iso: "2024-11-23"))
    #expect(options.language == .en)
    #expect(options.usesLabels)
    #expect(options.without == ["Bulletin"])
    #expect(try Invocation(["--no-plugins"], inputIsTerminal: true).options.without == nil)
  }

  @Test(
    "A faulty command line is refused with the option or word at fault",
    arguments: [
      (["--format"], "host.usage-missing-value", "--format"),
      (["-c"], "host.usage-missing-value", "-c"),
      (["--yes=3"], "host.usage-flag-value", "--yes"),
      (["--format", "pdf"], "host.usage-wrong-value", "pdf"),
      (["--lang", "fr"], "host.usage-wrong-value", "fr"),
      (["--as-of", "2024-02-30"], "host.usage-wrong-value", "2024-02-30"),
      (["open"], "host.usage-missing-operand", "open"),
      (["new", "a", "b"], "host.usage-extra-word", "b"),
      (["open", "--into"], "host.usage-unknown-option", "--into"),
      (["-c", "school", "count"], "host.usage-extra-word", "count"),
      (["school | count"], "host.usage-not-a-command", "school | count"),
      (["import", "a\nb"], "host.usage-newline-in-word", nil),
    ] as [([String], String, String?)])
  func refused(arguments: [String], id: String, evidence: String?) {
    let thrown = #expect(throws: Diagnostic.self) {
      try Invocation(arguments, inputIsTerminal: true)
    }
    #expect(thrown?.message.id == id)
    if let evidence { #expect(thrown?.arguments.values.contains(evidence) == true) }
  }
}

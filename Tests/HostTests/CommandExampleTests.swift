import FoundationEssentials
import KitModel
import KitWorkspace
import PluginAPI
import Testing

@testable import dudao

/// The examples that help shows for the commands are right: each runs on the sample as it stands there.
@Suite("Examples of the commands")
struct CommandExampleTests {
  static let declarations: [CommandDeclaration] = {
    var registry = CommandRegistry()
    try? HostCommands.register(in: &registry, state: HostState())
    return registry.entries.map(\.declaration)
  }()

  @Test("Every command has an example")
  func some() {
    #expect(Self.declarations.count > 15)
    for declaration in Self.declarations {
      #expect(!declaration.examples.isEmpty, "\(declaration.name.en)")
    }
  }

  @Test("An example runs", arguments: declarations)
  func runs(declaration: CommandDeclaration) throws {
    for example in declaration.examples {
      try withTemporaryFolder { folder in
        let workspace = try SampleWorkspace.copy("sample-2024", into: folder)
        let capture = Capture()
        // Who approves a draft is another than who signs it.
        let person = declaration.name.en == "paper review" ? "沈文静" : SampleWorkspace.approver
        func code(_ text: String) -> Int32 {
          Host.run(
            ["--yes", "--as-of", SampleWorkspace.day, "--person", person, "-c", text],
            in: SampleWorkspace.environment(folder: workspace, capture)
          ).rawValue
        }
        func succeeds(_ text: String) -> Bool { code(text) == 0 }
        // What an example speaks of is there: a backup, a change that can be taken back.
        #expect(succeeds("backup"))
        if declaration.name.en.hasPrefix("paper ") {
          try draftPaper(for: declaration.name.en, workspace, capture)
        }
        if ["seal", "diff"].contains(declaration.name.en) { try announce(workspace, capture) }
        #expect(succeeds("form out opening_check 2024秋"))
        #expect(succeeds("[暑期安全检查人数, 检查日期; 1, 2024-07-01] | export \"空白表.xlsx\""))
        #expect(succeeds("edit (zone | select code, name, short_name) --to 改好的.xlsx"))
        let inbox = workspace + "/data/收件/开学自查"
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        try "open".write(toFile: inbox + "/~$自查.xlsx", atomically: true, encoding: .utf8)
        // A run to be had again: some schools were never visited, which is what it checks.
        if declaration.name.en == "rerun" { #expect(code("run 督导频次 --本学期 2024秋") == 3) }
        _ = capture.take()
        // Something is always overdue in the sample, and something is missing from its archive.
        let wanted: Int32 = ["due", "archive"].contains(declaration.name.en) ? 3 : 0
        #expect(code(example.text) == wanted, "\(example.text)\n\(capture.take())")
      }
    }
  }

  /// An assessment whose days of notice are over on the day of the tests.
  private func announce(_ workspace: String, _ capture: Capture) throws {
    let file = workspace + "/workspace.yaml"
    let text = String(decoding: try #require(FileManager.default.contents(atPath: file)), as: UTF8.self)
    try Data(text.replacing("plugins: [district]", with: "plugins: [district, duty]").utf8)
      .write(to: URL(filePath: file))
    // Of the sample's rubric nobody has a total before sheets came back, and such a year is not approved.
    let rubrics = URL(filePath: workspace + "/rubrics")
    try FileManager.default.createDirectory(at: rubrics, withIntermediateDirectories: true)
    try Data(Self.rubric.utf8).write(to: rubrics.appending(path: "2024.yaml"))
    for (day, person, command) in [
      ("2024-11-01", SampleWorkspace.person, "score"), ("2024-11-01", SampleWorkspace.person, "feedback"),
      ("2024-11-15", SampleWorkspace.approver, "approve"),
      ("2024-11-15", SampleWorkspace.approver, "announce"),
    ] {
      let status = Host.run(
        ["--as-of", day, "--person", person, "duty", command, "2024"],
        in: SampleWorkspace.environment(folder: workspace, capture))
      #expect(status == .done, "\(command)\n\(capture.take())")
    }
    _ = capture.take()
  }

  private static let rubric = """
    plugin: duty
    year: 2024
    label: 试
    full: 10
    round: {at: total, places: 2, rule: half_up}
    compare: rounded
    life: {review_days: 5, notice_days: 5}
    subjects: {pipeline: township | select code}
    indicators:
      - {id: A, label: 甲, full: 10, measure: {pipeline: "township | select code, n = 1", value: n}, rule: {kind: proportion}}
    """

  /// The draft that the examples of papers speak of; signed where they deliver it.
  private func draftPaper(for command: String, _ workspace: String, _ capture: Capture) throws {
    guard command != "paper draft" else { return }
    var steps = [("2024-11-01", SampleWorkspace.person, "paper draft 督导通知 --inspection DD2024-03")]
    if command == "paper deliver" {
      steps.append(("2024-11-02", SampleWorkspace.approver, "paper sign 拟2024-001"))
    }
    for (day, person, text) in steps {
      let status = Host.run(
        ["--as-of", day, "--person", person, "-c", text],
        in: SampleWorkspace.environment(folder: workspace, capture))
      #expect(status == .done, "\(text)\n\(capture.take())")
    }
    _ = capture.take()
  }
}
